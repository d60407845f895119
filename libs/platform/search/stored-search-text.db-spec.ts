import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { normalise } from './normalise.js';
import { renewSearchText } from './stored-search-text.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '', []);
  await test.database.query(
    'create table shop (id uuid primary key default uuidv7(), title text, search_text text, version int default 1)',
  );
});
afterAll(() => test.drop());
beforeEach(() => test.database.query('truncate shop, search_text_state'));

const shops = {
  table: 'shop',
  columns: 'id, title "shopTitle"',
  textOf: (row: { id: string; shopTitle: string }) => normalise(row.shopTitle),
};
const fill = (count: number) =>
  test.database.query(
    `insert into shop (title, search_text) select '㈱渡邊' || n, 'old' from generate_series(1, $1) n`,
    [count],
  );
const stale = async () =>
  (await test.database.query<{ n: number }>(`select count(*) n from shop where search_text = 'old'`))[0]?.n;

describe('search text of an earlier normaliser', () => {
  it('is written anew, more than one batch of it, once', async () => {
    await fill(1234);
    expect(await renewSearchText(test.database, shops)).toBe(1234);
    const rows = await test.database.query('select search_text, version from shop where title = $1', [
      '㈱渡邊7',
    ]);
    expect(rows).toEqual([{ search_text: '渡辺7', version: 1 }]);
    expect(await stale()).toBe(0);
    await fill(1);
    expect(await renewSearchText(test.database, shops)).toBe(0);
    expect(await stale()).toBe(1);
  });

  it('is written once by several at the same time', async () => {
    await fill(1600);
    const renewed = await Promise.all([1, 2, 3].map(() => renewSearchText(test.database, shops)));
    expect(renewed.reduce((sum, n) => sum + n)).toBe(1600);
    expect(await stale()).toBe(0);
  });

  it('goes on where a run was stopped', async () => {
    await fill(700);
    let calls = 0;
    const failing = {
      ...shops,
      textOf: (row: { id: string; shopTitle: string }) => {
        if (++calls > 600) throw new Error('stopped');
        return shops.textOf(row);
      },
    };
    await expect(renewSearchText(test.database, failing)).rejects.toThrow('stopped');
    expect(await stale()).toBe(200);
    expect(await renewSearchText(test.database, shops)).toBe(200);
  });
});
