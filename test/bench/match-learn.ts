import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { featureNames } from '#matching/engine/text/pair-features.js';
import type { LearnedRanking } from '#matching/engine/text/second-stage.js';
import { writeTree } from '#matching/engine/text/trees.js';
import {
  BenchProblem,
  half,
  readCompanies,
  readQueries,
  type AwardedCompany,
  type AwardQuery,
} from './awards.js';
import { collect } from './learn/examples.js';
import { learn, type Options } from './learn/lambda-mart.js';

export const usage = `match-learn --companies FILE --queries FILE [--half 1|2] [--out FILE]
  Learns the second stage of matching by words from who won what, and writes it (libs/matching/engine/text/second-stage.data.ts).
  Learns from one half (1); the other one is for the report. The same files give the same bytes.`;

const OUT = 'libs/matching/engine/text/second-stage.data.ts';

/** Candidates per query: those that the second stage can bring to the first places. */
const PER_QUERY = 80;
/** How the first stage's nearness counts before the first tree; a factor of 1.2 in nearness is then worth 0.7. */
const NEARNESS_WEIGHT = 4;
/** Chosen on a third of the projects of half 1, learning from the rest. */
const options: Options = { trees: 200, leaves: 12, rate: 0.06, minRows: 200, ridge: 1, places: 15 };

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      companies: { type: 'string' },
      queries: { type: 'string' },
      half: { type: 'string', default: '1' },
      out: { type: 'string', default: OUT },
    },
  });
  if (!values.companies || !values.queries)
    throw new BenchProblem(`--companies and --queries are needed.\n${usage}`);
  if (values.half !== '1' && values.half !== '2') throw new BenchProblem('--half is 1 or 2.');
  const companies = await readCompanies(resolve(values.companies));
  const queries = half(await readQueries(resolve(values.queries)), values.half === '1' ? 1 : 2);
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
  return { features: featureNames, nearnessWeight: NEARNESS_WEIGHT, trees: trees.map(writeTree) };
}

/** The data file as TypeScript. */
export function fileOf({ features, nearnessWeight, trees }: LearnedRanking, half: string): string {
  const lines = (list: readonly string[]) => list.map((line) => `    '${line}',\n`).join('');
  return `/**
 * Learned, not written: \`npm run bench -- match-learn --companies FILE --queries FILE --half ${half}\` makes this file.
 * Each tree is a line (trees.ts) over the features (pair-features.ts) by their place in the list.
 */
export const learnedRanking = {
  features: [
${lines(features)}  ],
  nearnessWeight: ${nearnessWeight},
  trees: [
${lines(trees)}  ],
};
`;
}
