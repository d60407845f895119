import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { normalise } from './normalise.js';
import { likePattern, searchWords } from './search-text.js';
import { nearFirst, SqlConditions } from './sql-conditions.js';

interface Filters {
  readonly region?: string;
  readonly kinds?: string[];
  readonly q?: string;
}

/** Name, region, kinds, since; the first line of the search text is the name. */
const rows: [string, string, string[], string, string][] = [
  ['ミナト精機', '13', ['turning'], '2026-01-01', '旋盤とフライス'],
  ['山手プレス', '13', ['press', 'welding'], '2026-01-02', 'SUS304のせんばん加工もできます'],
  ['北センバン', '01', ['turning', 'press'], '2026-01-03', '少量から'],
  ['100%リサイクル', '01', ['recycling'], '2026-01-04', '樹脂_再生'],
];

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '', []);
  await test.database.query(
    'create table shop (name text, region text, kinds text[], since timestamptz, search_text text)',
  );
  for (const [name, region, kinds, since, words] of rows)
    await test.database.query('insert into shop values ($1, $2, $3, $4, $5)', [
      name,
      region,
      kinds,
      since,
      `${normalise(name)}\n${normalise(words)}`,
    ]);
});
afterAll(() => test.drop());

function conditions({ region, kinds, q }: Filters): SqlConditions {
  const sql = new SqlConditions();
  if (region) sql.add('region', (p) => `region = ${p}`, region);
  if (kinds) sql.add('kind', (p) => `kinds && ${p}`, kinds);
  for (const word of searchWords(q ?? '')) sql.add('q', (p) => `search_text like ${p}`, likePattern(word));
  return sql;
}
async function names(filters: Filters): Promise<string[]> {
  const sql = conditions(filters);
  const found = await test.database.query<{ name: string }>(
    `select name from shop where ${sql.where()} order by since`,
    sql.parameters,
  );
  return found.map((row) => row.name);
}
async function regions(filters: Filters): Promise<Record<string, number>> {
  const sql = conditions(filters);
  const found = await test.database.query<{ value: string; n: number }>(
    `select region value, count(*) n from shop where ${sql.where('region')} group by region`,
    sql.parameters,
  );
  return Object.fromEntries(found.map((row) => [row.value, row.n]));
}
async function kinds(filters: Filters): Promise<Record<string, number>> {
  const sql = conditions(filters);
  const found = await test.database.query<{ value: string; n: number }>(
    `select kind value, count(*) n from shop, unnest(kinds) kind where ${sql.where('kind')} group by kind`,
    sql.parameters,
  );
  return Object.fromEntries(found.map((row) => [row.value, row.n]));
}

describe('conditions on a real table', () => {
  it('hold together', async () => {
    expect(await names({})).toHaveLength(4);
    expect(await names({ region: '13' })).toEqual(['ミナト精機', '山手プレス']);
    expect(await names({ region: '13', kinds: ['press', 'recycling'] })).toEqual(['山手プレス']);
    expect(await names({ region: "' or true --" })).toEqual([]);
  });

  it('of a facet leave their own filter out and keep the others', async () => {
    expect(await regions({ region: '13' })).toEqual({ '13': 2, '01': 2 });
    expect(await regions({ region: '13', kinds: ['press'] })).toEqual({ '13': 1, '01': 1 });
    expect(await kinds({ region: '13', kinds: ['press'] })).toEqual({ turning: 1, press: 1, welding: 1 });
    expect(await kinds({ kinds: ['none of them'] })).toEqual({
      turning: 2,
      press: 2,
      welding: 1,
      recycling: 1,
    });
  });

  it('of several words under one name are all left out', async () => {
    const sql = conditions({ q: '旋盤 nothing', region: '01' });
    const [row] = await test.database.query<{ n: number }>(
      `select count(*) n from shop where ${sql.where('q')}`,
      sql.parameters,
    );
    expect(row?.n).toBe(2);
  });
});

describe('words in a real table', () => {
  it.each([
    ['ｾﾝﾊﾞﾝ', ['山手プレス', '北センバン']],
    ['せんばん ＳＵＳ３０４', ['山手プレス']],
    ['sus304、press', []],
    ['100%', ['100%リサイクル']],
    ['%', ['100%リサイクル']],
    ['_', ['100%リサイクル']],
    ['\\', []],
  ])('%s finds %j', async (q, expected) => {
    expect(await names({ q })).toEqual(expected);
  });

  it('in the name come first, then the latest', async () => {
    const sql = conditions({ q: 'せんばん' });
    const order = nearFirst('search_text', 'since', 'せんばん', sql);
    const found = await test.database.query<{ name: string }>(
      `select name from shop where ${sql.where()} order by ${order} desc`,
      sql.parameters,
    );
    expect(found.map((row) => row.name)).toEqual(['北センバン', '山手プレス']);
    const all = new SqlConditions();
    const latest = await test.database.query<{ name: string }>(
      `select name from shop order by ${nearFirst('search_text', 'since', '', all)} desc`,
      all.parameters,
    );
    expect(latest.map((row) => row.name)).toEqual(rows.map(([name]) => name).reverse());
  });
});
