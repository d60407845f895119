import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readCompanies, readQueries, sample } from './awards.js';
import { compare, run } from './match.js';

const company = (corporateNumber: string, ...awards: string[]) => ({ corporateNumber, name: '', awards });
const query = (text: string, novel: boolean, ...winners: string[]) => ({
  text,
  project: '',
  overview: '',
  winners,
  novel,
});

describe('the bench', () => {
  it('measures both methods on the same queries', () => {
    const companies = [company('printer', '冊子の印刷', '封筒の印刷'), company('cleaner', '庁舎の清掃')];
    const queries = [query('冊子の印刷製本', true, 'printer'), query('庁舎の清掃', false, 'cleaner')];
    const report = compare(companies, queries);
    expect(report).toMatchObject({ companies: 2, titles: 3, queries: 2, novelQueries: 1 });
    for (const { all, novel } of [report.product, report.bm25])
      expect([all, novel]).toEqual([
        { ndcg10: 1, recall10: 1, recall50: 1 },
        { ndcg10: 1, recall10: 1, recall50: 1 },
      ]);
  });
  it('says what is wrong with its options', async () => {
    await expect(run([])).rejects.toThrow('--companies and --queries are needed');
    await expect(run(['--companies', 'gone', '--queries', 'gone'])).rejects.toThrow('There is no file');
    await expect(run(['--companies', 'a', '--queries', 'b', '--half', '3'])).rejects.toThrow(
      '--half is 1 or 2',
    );
    await expect(run(['--companies', 'a', '--queries', 'b', '--seed', 'x'])).rejects.toThrow('whole number');
  });
});

const folder = resolve(import.meta.dirname, '../../../shared/data/awards');
const onRealAwards = existsSync(folder) ? it : it.skip;

onRealAwards('matching is not below plain BM25 on real awards (needs ../shared/data/awards)', async () => {
  const companies = await readCompanies(resolve(folder, 'companies.jsonl'));
  const queries = await readQueries(resolve(folder, 'queries-dev.jsonl'));
  const { product, bm25 } = compare(companies, sample(queries, 300, 2));
  expect(product.all.ndcg10).toBeGreaterThanOrEqual(bm25.all.ndcg10);
  expect(product.novel.ndcg10).toBeGreaterThanOrEqual(bm25.novel.ndcg10);
  expect(product.novel.recall50).toBeGreaterThanOrEqual(bm25.novel.recall50);
});
