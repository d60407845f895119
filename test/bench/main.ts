import { BenchProblem } from './awards.js';
import * as chaos from './chaos.js';
import * as fair from './fair.js';
import * as match from './match.js';
import * as matchLearn from './match-learn.js';
import * as matchScale from './match-scale.js';
import * as rooms from './rooms.js';
import * as search from './search.js';
import * as timetable from './timetable.js';
import * as timetableScale from './timetable-scale.js';

interface Bench {
  usage: string;
  run(args: string[]): Promise<void>;
}

/** npm run bench -- NAME [options]. */
const benches: Record<string, Bench> = {
  chaos,
  fair,
  match,
  'match-learn': matchLearn,
  'match-scale': matchScale,
  rooms,
  search,
  timetable,
  'timetable-scale': timetableScale,
};

const [name = '', ...args] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
try {
  if (!bench)
    throw new BenchProblem(
      `Benches:\n${Object.values(benches)
        .map(({ usage }) => usage)
        .join('\n')}`,
    );
  await bench.run(args);
} catch (error) {
  if (!isProblemOfCaller(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Bad options, too: node:util names them by code. */
function isProblemOfCaller(error: unknown): error is Error {
  if (error instanceof BenchProblem) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
