import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { LOG, type Log } from '#platform/logging/index.js';
import { Every } from '#platform/queue/index.js';
import { SearchUnavailable } from '#platform/search/index.js';
import { DocumentFeed } from './document-feed.js';
import { repairEngine } from './repair-engine.js';
import { SearchLanguageSource } from './search-language.js';
import { SearchServer } from './search-server.js';

const HALF_MINUTE = 30_000;
const AN_HOUR = 3_600_000;
const LEASE = '2 minutes';

/**
 * Tells the search server of what has changed. How far it knows is kept in the database, so that a server that is away
 * is told everything once it is back, and one process at a time tells it, in order.
 */
@Injectable()
export class ServerSync {
  constructor(
    private readonly database: Database,
    private readonly server: SearchServer,
    private readonly feed: DocumentFeed,
    private readonly language: SearchLanguageSource,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Also after each change (search.handlers.ts); this finds what was left then. */
  @Every('search.tell-server', HALF_MINUTE)
  async push(): Promise<void> {
    await this.withLease(async (known) => {
      if (known === null) return this.rebuildNow();
      const position = await this.feed.position();
      for await (const batch of this.feed.since(known)) {
        await this.server.engine?.apply(batch);
        await this.renew();
      }
      await this.remember(Math.max(known, position));
    });
  }

  @Every('search.check-server', AN_HOUR, 'heavy')
  async check(): Promise<void> {
    await this.push();
    await this.withLease(async () => {
      const { engine } = this.server;
      const mended = engine ? await repairEngine(engine, this.feed) : 0;
      if (mended > 0) this.log.warn({ mended }, 'The search server had other documents than it should.');
    });
  }

  /** A second index from all documents, swapped in when it is complete. */
  async rebuild(onProgress?: (done: number) => void): Promise<void> {
    await this.withLease(() => this.rebuildNow(onProgress));
  }

  private async rebuildNow(onProgress?: (done: number) => void): Promise<void> {
    const { engine } = this.server;
    if (!engine) return;
    const position = await this.feed.position();
    await engine.useLanguage(await this.language.load());
    await engine.rebuild(this.renewing(), onProgress);
    for await (const batch of this.feed.since(position)) await engine.apply(batch);
    await this.remember(position);
  }

  private async *renewing(): AsyncGenerator<Awaited<ReturnType<DocumentFeed['changes']>>> {
    for await (const batch of this.feed.all()) {
      await this.renew();
      yield batch;
    }
  }

  /** Does it unless another process does; a server that is away is asked again later. */
  private async withLease(work: (known: number | null) => Promise<void>): Promise<void> {
    if (!this.server.engine) return;
    await this.database.query('insert into search_server_state (url) values ($1) on conflict do nothing', [
      this.server.url,
    ]);
    const [lease] = await this.database.query<{ xact: number | null }>(
      `update search_server_state set leased_until = now() + interval '${LEASE}'
       where url = $1 and leased_until < now() returning xact`,
      [this.server.url],
    );
    if (!lease) return;
    try {
      await work(lease.xact);
    } catch (error) {
      if (!(error instanceof SearchUnavailable)) throw error;
      this.log.warn({ err: error }, 'The search server is away; it is told later.');
    } finally {
      await this.database.query(`update search_server_state set leased_until = '-infinity' where url = $1`, [
        this.server.url,
      ]);
    }
  }

  private async renew(): Promise<void> {
    await this.database.query(
      `update search_server_state set leased_until = now() + interval '${LEASE}' where url = $1`,
      [this.server.url],
    );
  }

  private async remember(xact: number): Promise<void> {
    await this.database.query('update search_server_state set xact = $2 where url = $1', [
      this.server.url,
      xact,
    ]);
  }
}
