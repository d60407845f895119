import { randomUUID } from 'node:crypto';
import { savedQuery, searchApi } from '#contracts/search.js';
import { unsubscribeToken } from '#search/saved/unsubscribe-token.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';

/** A saved search of each person, by the person's id. */
export async function savedSearches(app: TestApp, userIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await app.resources.database.query<{ owner: string; id: string }>(
    `insert into saved_search (user_id, name, query, alert)
     select id, '旋削の会社', $2, 'daily' from unnest($1::uuid[]) p(id) returning user_id owner, id`,
    [userIds, savedQuery.parse({ q: '旋削' })],
  );
  return new Map(rows.map(({ owner, id }) => [owner, id]));
}

export const someSavedSearch = () => ({ name: `検索 ${randomUUID()}`, query: { q: '旋削' } });

export const unsubscribeTokenOf = (app: TestApp, id: string): string =>
  unsubscribeToken(app.resources.config.secretKey, id);

/** The titles that a search finds, in order. */
export const titles = async (api: Client, query: object): Promise<string[]> =>
  (await api.ok(searchApi.search, { query })).items.map(({ title }) => title);
