import { Inject, Injectable } from '@nestjs/common';
import { LOG, type Log } from '#platform/logging/index.js';
import { InProcessEngine } from '#platform/search/index.js';
import { DocumentFeed } from './document-feed.js';
import { repairEngine } from './repair-engine.js';
import { SearchLanguageSource } from './search-language.js';

const CHECK_MS = 600_000;

export interface Building {
  readonly done: number;
  readonly total: number;
}

/**
 * The index in the memory of this process: built from the table of documents when it is first needed, and brought up to
 * date before it is asked. While it is being built it answers with what it has.
 */
@Injectable()
export class MemoryIndex {
  readonly engine = new InProcessEngine();
  private position: number | null = null;
  private building: Building | null = null;
  private built: Promise<void> | null = null;
  private refreshing: Promise<void> | null = null;

  constructor(
    private readonly feed: DocumentFeed,
    private readonly language: SearchLanguageSource,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** How far it is where it is being built. */
  get progress(): Building | null {
    return this.building;
  }

  /** Builds it unless it is built, or is being built; fulfilled once it is. */
  build(): Promise<void> {
    this.built ??= this.load().catch((error: unknown) => {
      this.built = null;
      throw error;
    });
    return this.built;
  }

  /** Starts building in the background; a failure is logged, and tried again with the next call. */
  warmUp(): void {
    this.build().catch((err: unknown) => this.log.error({ err }, 'The search index could not be built.'));
  }

  /** Takes in what has changed; several who ask at once share one look. */
  refresh(): Promise<void> {
    this.refreshing ??= this.takeChanges().finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  private async load(): Promise<void> {
    const began = Date.now();
    const position = await this.feed.position();
    const { documents } = await this.feed.contents();
    await this.engine.useLanguage(await this.language.load());
    this.building = { done: 0, total: documents };
    for await (const batch of this.feed.all()) {
      await this.engine.apply(batch);
      const done: number = this.building.done + batch.length;
      this.building = { done, total: Math.max(done, documents) };
    }
    this.position = position;
    await this.takeChanges();
    this.building = null;
    if (documents > 0) this.log.info({ documents, ms: Date.now() - began }, 'The search index is built.');
  }

  private async takeChanges(): Promise<void> {
    if (this.position === null) return;
    const [next, isOtherLanguage] = await Promise.all([
      this.feed.look(this.position),
      this.language.hasChanged(),
    ]);
    // Looked at first: what becomes visible later has at least this transaction.
    if (next.isNew) for await (const batch of this.feed.since(this.position)) await this.engine.apply(batch);
    this.position = Math.max(this.position, next.position);
    if (isOtherLanguage) await this.engine.useLanguage(await this.language.load());
    if (this.engine.isWorn) void this.renew();
    await this.checkNowAndThen();
  }

  /** Counts and sums of marks are compared now and then; what differs is mended. */
  private async checkNowAndThen(): Promise<void> {
    if (Date.now() < this.nextCheck) return;
    this.nextCheck = Date.now() + CHECK_MS;
    const mended = await repairEngine(this.engine, this.feed);
    if (mended > 0) this.log.warn({ mended }, 'The search index had other documents than it should.');
  }

  private nextCheck = Date.now() + CHECK_MS;
  private renewing = false;

  /** A new index without the dead places of this one. */
  private async renew(): Promise<void> {
    if (this.renewing) return;
    this.renewing = true;
    try {
      await this.engine.rebuild(this.feed.all());
    } catch (err) {
      this.log.error({ err }, 'The search index could not be renewed.');
    } finally {
      this.renewing = false;
    }
  }
}
