import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlacingProblem } from '#fairs/timetable/index.js';
import { BenchProblem } from './awards.js';

/** A public instance of the B2B meeting scheduling problem, and what its authors found. */
export interface B2bInstance {
  readonly name: string;
  readonly problem: PlacingProblem;
  /** The published optimum; null: proven infeasible; undefined: not published. */
  readonly published?: number | null;
}

/** Every instance (.dzn) of a folder, by name, with its published optimum where the folder has a published.csv. */
export function readInstances(folder: string): B2bInstance[] {
  if (!existsSync(folder)) throw new BenchProblem(`There is no folder ${folder}.`);
  const published = readPublished(join(folder, 'published.csv'));
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.dzn'))
    .sort();
  if (names.length === 0) throw new BenchProblem(`The folder ${folder} holds no instance (.dzn).`);
  return names.map((file) => {
    const name = file.slice(0, -'.dzn'.length);
    return { name, problem: readInstance(join(folder, file)), published: published.get(name) };
  });
}

function readPublished(file: string): Map<string, number | null> {
  if (!existsSync(file)) return new Map();
  const rows = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1);
  return new Map(
    rows.map((row) => {
      const [name = '', optimum] = row.split(',');
      return [name, optimum === '-' ? null : Number(optimum)];
    }),
  );
}

/** MiniZinc data as the instances write it: whole numbers, sets, rows. */
function readInstance(file: string): PlacingProblem {
  const text = readFileSync(file, 'utf8');
  const field = (name: string): string => {
    const found = new RegExp(`(?:^|;)\\s*${name}\\s*=([^;]*);`).exec(text)?.[1];
    if (found === undefined) throw new BenchProblem(`${file} has no ${name}.`);
    return found;
  };
  const numbers = (source: string): number[] => (source.match(/\d+/g) ?? []).map(Number);
  const sets = (name: string): number[][] => (field(name).match(/\{[^}]*\}/g) ?? []).map(numbers);
  const number = (name: string): number => numbers(field(name))[0]!;
  const requested = numbers(field('requested'));
  const fixed = numbers(field('fixed'));
  const precedences = sets('precedences');
  const halves = [null, 'morning', 'afternoon', null] as const;
  return {
    slots: number('nTotalSlots'),
    afternoonFrom: number('nMorningSlots'),
    tables: Array.from({ length: number('nTables') }, (_, table) => ({ id: `T${table + 1}` })),
    participants: sets('forbidden').map((forbidden, firm) => ({
      id: String(firm + 1),
      unavailable: forbidden.filter((slot) => slot > 0).map((slot) => slot - 1),
    })),
    meetings: Array.from({ length: number('nMeetings') }, (_, meeting) => ({
      id: String(meeting + 1),
      participants: [String(requested[3 * meeting]), String(requested[3 * meeting + 1])],
      half: halves[requested[3 * meeting + 2]!],
      slot: fixed[meeting] ? fixed[meeting] - 1 : null,
      after: (precedences[meeting] ?? []).map(String),
    })),
    fairness: 2,
  };
}
