import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPlacing, placeMeetings, type PlacingResult } from '#fairs/timetable/index.js';
import { BenchProblem } from './awards.js';
import { readInstances, type B2bInstance } from './b2b.js';
import { percentile } from './metrics.js';

export const usage = `timetable --instances DIR [--seconds N] [--seed N] [--only TEXT]
  The timetable engine on public instances of the B2B meeting scheduling problem (DIR/*.dzn), one after the other on one
  core, beside the optimum in DIR/published.csv; every timetable is checked independently.
  --seconds N  wall time for each (60)
  --only TEXT  instances whose name contains this`;

/** What one instance came to. */
export interface Measured {
  readonly name: string;
  readonly result: PlacingResult;
  readonly published: number | null | undefined;
  /** Rules that the timetable breaks, or figures that are not what the checker counts; empty as it must be. */
  readonly faults: readonly string[];
  readonly cpuSeconds: number;
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      instances: { type: 'string' },
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
    },
  });
  if (!values.instances) throw new BenchProblem(`--instances is needed.\n${usage}`);
  const limits = { seconds: numberOf('--seconds', values.seconds), seed: numberOf('--seed', values.seed) };
  const instances = readInstances(resolve(values.instances)).filter(({ name }) => name.includes(values.only));
  if (instances.length === 0) throw new BenchProblem(`No instance has "${values.only}" in its name.`);
  console.log(row(['instance', 'objective', 'bound', 'published', 'proven', 'seconds', 'CPU s']));
  const measured = instances.map((instance) => {
    const one = measure(instance, limits);
    print(one);
    return one;
  });
  const summary = summarised(measured);
  console.log(JSON.stringify({ bench: 'timetable', ...limits, ...summary }));
  if (summary.faulty > 0 || summary.contradictsPublished > 0) process.exitCode = 1;
}

function numberOf(name: string, text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new BenchProblem(`${name} is a number, not "${text}".`);
  return Number(text);
}

export function measure(
  { name, problem, published }: B2bInstance,
  limits: { seconds: number; seed: number },
): Measured {
  const before = process.cpuUsage();
  const result = placeMeetings(problem, limits);
  const { user, system } = process.cpuUsage(before);
  const faults: string[] = [];
  if (result.breaks !== null) {
    const { violations, breaks } = checkPlacing(problem, result.placements);
    for (const { rule, subjects } of violations) faults.push(`${rule} ${subjects.join(' ')}`);
    if (breaks !== result.breaks) faults.push(`${breaks} breaks, not ${result.breaks}`);
  }
  return { name, result, published, faults, cpuSeconds: (user + system) / 1e6 };
}

export const isProven = ({ result }: Measured): boolean =>
  result.status === 'optimal' || result.status === 'infeasible';

/** Whether the result is the published value, infeasibility included; where none is published, a proof will do. */
export function isAtPublished(measured: Measured): boolean {
  const { result, published } = measured;
  if (published === undefined) return isProven(measured);
  return published === null ? result.status === 'infeasible' : result.breaks === published;
}

/** A proof against the published value, or a timetable better than its optimum. */
function contradicts(measured: Measured): boolean {
  const { result, published } = measured;
  if (published === undefined) return false;
  if (isProven(measured)) return !isAtPublished(measured);
  return result.breaks !== null && (published === null || result.breaks < published);
}

export function summarised(measured: readonly Measured[]) {
  const seconds = measured.map(({ result }) => result.seconds);
  const cpu = measured.map(({ cpuSeconds }) => cpuSeconds);
  const times = (values: number[]) => ({
    total: rounded(values.reduce((sum, value) => sum + value, 0)),
    median: rounded(percentile(values, 0.5)),
    worst: rounded(Math.max(...values)),
  });
  return {
    instances: measured.length,
    solvedToProvenOptimum: measured.filter(isProven).length,
    atPublished: measured.filter(isAtPublished).length,
    contradictsPublished: measured.filter(contradicts).length,
    faulty: measured.filter(({ faults }) => faults.length > 0).length,
    wallSeconds: times(seconds),
    cpuSeconds: times(cpu),
  };
}

function print(measured: Measured): void {
  const { name, result, published, faults, cpuSeconds } = measured;
  console.log(
    row([
      name,
      String(result.breaks ?? '-'),
      String(result.bound === Infinity ? '-' : result.bound),
      published === undefined ? '?' : String(published ?? '-'),
      isProven(measured) ? 'proven' : result.status,
      result.seconds.toFixed(2),
      cpuSeconds.toFixed(2),
      ...(contradicts(measured) ? ['CONTRADICTS'] : []),
      ...faults,
    ]),
  );
}

const WIDTHS = [30, 10, 7, 10, 10, 9, 9];
const row = (cells: string[]): string =>
  cells
    .map((cell, i) => cell.padEnd(WIDTHS[i] ?? 0))
    .join(' ')
    .trimEnd();
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
