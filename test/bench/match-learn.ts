import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { featureNames } from '#matching/engine/text/pair-features.js';
import type { LearnedRanking } from '#matching/engine/text/second-stage.js';
import { sumOfTrees, writeTree, type Tree } from '#matching/engine/text/trees.js';
import {
  BenchProblem,
  half,
  readCompanies,
  readQueries,
  type AwardedCompany,
  type AwardQuery,
} from './awards.js';
import { collect } from './learn/examples.js';
import { learn, type Examples, type Options } from './learn/lambda-mart.js';
import { mean } from './metrics.js';

export const usage = `match-learn --companies FILE --queries FILE [--half 1|2] [--out FILE]
  Learns the second stage of matching by words from who won what, and writes it (libs/matching/engine/text/second-stage.data.ts).
  Learns from all queries, or from one half, so that the other one is for the report. The same files give the same bytes.`;

const OUT = 'libs/matching/engine/text/second-stage.data.ts';

/** Candidates per query: those that the second stage can bring to the first places. */
const PER_QUERY = 50;
/** How the logarithm of the first stage's nearness counts before the first tree. */
const NEARNESS_WEIGHT = 2;
/**
 * Chosen by learning from each half and asking the other; 8 to 16 leaves, 200 or 300 trees, a fifth or a third of the
 * features for each and a weight of nearness of 1 or 2 differ by less than 0.002 on average there.
 */
const options: Options = {
  trees: 200,
  leaves: 8,
  rate: 0.06,
  minRows: 300,
  ridge: 1,
  places: 15,
  queryShare: 0.5,
  featureShare: 0.25,
  seed: 1,
};

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      companies: { type: 'string' },
      queries: { type: 'string' },
      half: { type: 'string' },
      out: { type: 'string', default: OUT },
    },
  });
  if (!values.companies || !values.queries)
    throw new BenchProblem(`--companies and --queries are needed.\n${usage}`);
  if (values.half !== undefined && values.half !== '1' && values.half !== '2')
    throw new BenchProblem('--half is 1 or 2.');
  const companies = await readCompanies(resolve(values.companies));
  const all = await readQueries(resolve(values.queries));
  const queries = values.half === undefined ? all : half(all, values.half === '1' ? 1 : 2);
  const learned = learnRanking(companies, queries);
  const out = resolve(values.out);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, fileOf(learned, values.half));
  console.log(`${learned.trees.length} trees from ${queries.length} queries: ${out}`);
}

/** Only weights of features come out: no words, no names, no rows. */
export function learnRanking(
  companies: readonly AwardedCompany[],
  queries: readonly AwardQuery[],
  chosen: Options = options,
): LearnedRanking {
  const examples = collect(companies, queries, PER_QUERY, NEARNESS_WEIGHT);
  const trees = learn(examples, chosen);
  return rankingOf(examples, trees);
}

/** The trees, and what they come to on average. */
export function rankingOf({ values, features, wanted }: Examples, trees: readonly Tree[]): LearnedRanking {
  const sums = Array.from(wanted, (_, row) =>
    sumOfTrees(trees, values.subarray(row * features, (row + 1) * features)),
  );
  return {
    features: featureNames,
    nearnessWeight: NEARNESS_WEIGHT,
    average: Number(mean(sums).toPrecision(4)),
    trees: trees.map(writeTree),
  };
}

/** The data file as TypeScript. */
export function fileOf({ features, nearnessWeight, average, trees }: LearnedRanking, half?: string): string {
  const lines = (list: readonly string[]) => list.map((line) => `    '${line}',\n`).join('');
  const part = half === undefined ? '' : ` --half ${half}`;
  return `/**
 * Learned, not written: \`npm run bench -- match-learn --companies FILE --queries FILE${part}\` makes this file.
 * Each tree is a line (trees.ts) over the features (pair-features.ts) by their place in the list.
 */
export const learnedRanking = {
  features: [
${lines(features)}  ],
  nearnessWeight: ${nearnessWeight},
  average: ${average},
  trees: [
${lines(trees)}  ],
};
`;
}
