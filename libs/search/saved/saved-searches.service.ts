import { Inject, Injectable } from '@nestjs/common';
import type { AlertFrequency, SavedQuery, SavedSearch } from '#contracts/search.js';
import type { Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { AppError, found, StaleError } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { SearchReader } from '../search.reader.js';
import { freshKeys } from './fresh-keys.js';
import { SavedSearchRow } from './saved-search.entity.js';
import { searchOfToken } from './unsubscribe-token.js';

const MOST = 50;

/** Searches that a person keeps. Each sees and changes their own only. */
@Injectable()
export class SavedSearchesService {
  constructor(
    private readonly database: Database,
    private readonly reader: SearchReader,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  async list(actor: Actor): Promise<{ items: SavedSearch[] }> {
    const rows = await this.database
      .repository(SavedSearchRow)
      .find({ where: { userId: actor.userId }, order: { createdAt: 'DESC', id: 'DESC' } });
    return { items: await Promise.all(rows.map((row) => this.toDto(actor, row))) };
  }

  /** Error: `search/too-many-saved`. What it finds today is not new. */
  async save(
    actor: Actor,
    { name, query, alert }: { name: string; query: SavedQuery; alert: AlertFrequency },
  ): Promise<SavedSearch> {
    const keys = await this.reader.keys(actor, query);
    const id = await this.database.transaction(async () => {
      const rows = this.database.repository(SavedSearchRow);
      // Of two at once the second waits for the first.
      await this.database.query('select 1 from app_user where id = $1 for update', [actor.userId]);
      if ((await rows.countBy({ userId: actor.userId })) >= MOST)
        throw new AppError('search/too-many-saved', { max: MOST });
      const row = rows.create({ userId: actor.userId, name, query, alert, seen: keys, mailed: keys });
      await rows.insert(row);
      return row.id;
    });
    return this.toDto(actor, await this.own(actor, id));
  }

  async change(
    actor: Actor,
    id: string,
    version: number,
    { name, alert }: { name: string; alert: AlertFrequency },
  ): Promise<SavedSearch> {
    const before = await this.own(actor, id);
    const keys = await this.reader.keys(actor, before.query);
    const changed = await this.database.transaction(async () => {
      const row = found(
        await this.database.repository(SavedSearchRow).findOne({
          where: { id, userId: actor.userId },
          lock: { mode: 'pessimistic_write' },
        }),
      );
      if (row.version !== version) return false;
      // Mails begin with what is new from now on.
      if (row.alert === 'off' && alert !== 'off') row.mailed = keys;
      Object.assign(row, { name, alert, version: version + 1 });
      await this.database.repository(SavedSearchRow).save(row);
      return true;
    });
    const now = await this.toDto(actor, await this.own(actor, id));
    if (!changed) throw new StaleError(now);
    return now;
  }

  async seen(actor: Actor, id: string): Promise<void> {
    const { query } = await this.own(actor, id);
    const seen = await this.reader.keys(actor, query);
    await this.database.repository(SavedSearchRow).update({ id, userId: actor.userId }, { seen });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    const { affected } = await this.database.repository(SavedSearchRow).delete({ id, userId: actor.userId });
    if (!affected) throw new AppError('request/not-found');
  }

  /** Ends the mails by the link in one of them. Error: `auth/invalid-link`. */
  async unsubscribe(token: string): Promise<{ name: string }> {
    const id = searchOfToken(this.config.secretKey, token);
    if (id === null) throw new AppError('auth/invalid-link');
    const [row] = await this.database.query<{ name: string }>(
      `update saved_search set alert = 'off', version = version + 1 where id = $1 returning name`,
      [id],
    );
    if (!row) throw new AppError('auth/invalid-link');
    return row;
  }

  private async own(actor: Actor, id: string): Promise<SavedSearchRow> {
    return found(await this.database.repository(SavedSearchRow).findOneBy({ id, userId: actor.userId }));
  }

  private async toDto(actor: Actor, row: SavedSearchRow): Promise<SavedSearch> {
    const fresh = freshKeys(await this.reader.keys(actor, row.query), row.seen).length;
    const { id, name, query, alert, version, createdAt } = row;
    return { id, name, query, alert, fresh, version, createdAt: createdAt.toISOString() };
  }
}
