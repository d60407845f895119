import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { shippedEntries, Thesaurus } from '#vocabulary/index.js';
import { createMatcher, type Matcher, type Need, type Supplier } from '#matching/engine/index.js';
import {
  BenchProblem,
  half,
  readCompanies,
  readQueries,
  sample,
  textBelow,
  type AwardedCompany,
  type AwardQuery,
} from './awards.js';
import { mean, ndcg, percentile, recall } from './metrics.js';
import { PlainBm25 } from './plain-bm25.js';

export const usage = `match --companies FILE --queries FILE [--sample N] [--seed N] [--half 1|2]
  The product's own matching on real awards, beside plain BM25 over each company's joined titles and beside
  the companies with the most awards.
  --sample N   so many of the queries, drawn by --seed (1); all of them unless told
  --half 1|2   only projects of this half: choose on one, report on the other. What is shipped learned from the whole
               development file: to judge it there, let it learn from the other half first (match-learn --half).`;

const DEPTH = 50;

interface Result {
  ndcg10: number;
  recall10: number;
  recall50: number;
}
interface Measured {
  all: Result;
  novel: Result;
  msP50: number;
  msP99: number;
  loadMs: number;
}
export interface MatchReport {
  companies: number;
  titles: number;
  queries: number;
  novelQueries: number;
  product: Measured;
  bm25: Measured;
  /** Always the companies with the most awards. */
  popularity: Measured;
}

export async function run(args: string[]): Promise<void> {
  const { companies, queries, options } = await inputs(args);
  const report = compare(companies, queries);
  print(report);
  const ratio = {
    all: report.product.all.ndcg10 / report.bm25.all.ndcg10,
    novel: report.product.novel.ndcg10 / report.bm25.novel.ndcg10,
  };
  console.log(JSON.stringify({ bench: 'match', ...options, ...report, ndcg10Ratio: ratio }, rounded));
}

async function inputs(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      companies: { type: 'string' },
      queries: { type: 'string' },
      sample: { type: 'string' },
      seed: { type: 'string', default: '1' },
      half: { type: 'string' },
    },
  });
  if (!values.companies || !values.queries)
    throw new BenchProblem(`--companies and --queries are needed.\n${usage}`);
  if (values.half !== undefined && values.half !== '1' && values.half !== '2')
    throw new BenchProblem('--half is 1 or 2.');
  const seed = wholeNumber('--seed', values.seed);
  const all = await readQueries(resolve(values.queries));
  const chosen = values.half === undefined ? all : half(all, values.half === '1' ? 1 : 2);
  const size = values.sample === undefined ? chosen.length : wholeNumber('--sample', values.sample);
  return {
    companies: await readCompanies(resolve(values.companies)),
    queries: sample(chosen, size, seed),
    options: { seed, half: values.half ?? null },
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new BenchProblem(`${name} is a whole number, not "${text}".`);
  return Number(text);
}

/** Runs both methods over the same companies and queries. */
export function compare(companies: AwardedCompany[], queries: AwardQuery[]): MatchReport {
  const taxonomy = {
    processParents: {},
    materialParents: {},
    labels: { process: {}, material: {}, certificate: {}, theme: {}, prefecture: {} },
  };
  const thesaurus = new Thesaurus(
    [...shippedEntries].map(([id, content]) => ({ id, content, state: 'on', source: 'shipped' })),
    1,
  );
  const product = measure(
    queries,
    () => {
      const matcher = createMatcher(taxonomy, () => thesaurus);
      matcher.load(companies.map(supplierOf));
      return matcher;
    },
    (matcher: Matcher, query) =>
      matcher.match(needOf(query), { limit: DEPTH }).map(({ supplierId }) => supplierId),
  );
  const bm25 = measure(
    queries,
    () => new PlainBm25(companies.map(({ awards }) => awards.join('\n'))),
    (index, query) => index.best(query.text, DEPTH).map((document) => companies[document]!.corporateNumber),
  );
  const popularity = measure(
    queries,
    () => mostAwarded(companies),
    (ranking) => ranking,
  );
  return {
    companies: companies.length,
    titles: companies.reduce((sum, { awards }) => sum + awards.length, 0),
    queries: queries.length,
    novelQueries: queries.filter(({ novel }) => novel).length,
    product,
    bm25,
    popularity,
  };
}

function mostAwarded(companies: readonly AwardedCompany[]): string[] {
  const ranking = [...companies].sort((a, b) => b.awards.length - a.awards.length);
  return ranking.slice(0, DEPTH).map(({ corporateNumber }) => corporateNumber);
}

function supplierOf({ corporateNumber, name, awards }: AwardedCompany): Supplier {
  return {
    id: corporateNumber,
    name,
    processes: [],
    materials: [],
    certificates: [],
    capacity: [],
    equipment: [],
    prefecture: null,
    lat: null,
    lon: null,
    themes: [],
    texts: awards.map((text) => ({ field: 'award', text })),
    updatedAt: '2025-01-01T00:00:00Z',
  };
}

function needOf(query: AwardQuery): Need {
  const { text } = query;
  return { id: text, title: text, text: textBelow(query), requirements: [], today: '2025-01-01' };
}

function measure<Index>(
  queries: AwardQuery[],
  load: () => Index,
  rank: (index: Index, query: AwardQuery) => string[],
): Measured {
  const beforeLoad = performance.now();
  const index = load();
  const loadMs = performance.now() - beforeLoad;
  const results = queries.map((query) => {
    const before = performance.now();
    const ranking = rank(index, query);
    return { novel: query.novel, ms: performance.now() - before, ...judged(ranking, new Set(query.winners)) };
  });
  const times = results.map(({ ms }) => ms);
  return {
    all: average(results),
    novel: average(results.filter(({ novel }) => novel)),
    msP50: percentile(times, 0.5),
    msP99: percentile(times, 0.99),
    loadMs,
  };
}

function judged(ranking: string[], winners: ReadonlySet<string>): Result {
  return {
    ndcg10: ndcg(ranking, winners, 10),
    recall10: recall(ranking, winners, 10),
    recall50: recall(ranking, winners, 50),
  };
}

function average(results: readonly Result[]): Result {
  return {
    ndcg10: mean(results.map((result) => result.ndcg10)),
    recall10: mean(results.map((result) => result.recall10)),
    recall50: mean(results.map((result) => result.recall50)),
  };
}

function print({ companies, titles, queries, novelQueries, product, bm25, popularity }: MatchReport): void {
  console.log(
    `${companies} companies, ${titles} awards, ${queries} queries of which ${novelQueries} novel\n`,
  );
  const rows = (['all', 'novel'] as const).flatMap((which) =>
    Object.entries({ product, 'plain BM25': bm25, popularity }).map(([method, measured]) => ({
      queries: which,
      method,
      'NDCG@10': measured[which].ndcg10.toFixed(3),
      'recall@10': measured[which].recall10.toFixed(3),
      'recall@50': measured[which].recall50.toFixed(3),
      'ms p50': measured.msP50.toFixed(1),
      'ms p99': measured.msP99.toFixed(1),
      'load s': (measured.loadMs / 1000).toFixed(1),
    })),
  );
  console.table(rows);
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value;
}
