import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const company = z.object({ corporateNumber: z.string(), name: z.string(), awards: z.array(z.string()) });
const query = z.object({
  text: z.string(),
  project: z.string(),
  overview: z.string(),
  winners: z.array(z.string()),
  novel: z.boolean(),
});
/** A company and the titles of the contracts it won in one year. */
export type AwardedCompany = z.infer<typeof company>;
/** A contract of the next year: its title, the project it is part of, and who won it. */
export type AwardQuery = z.infer<typeof query>;

/** The text below a query's title: its project in the first line, then what that is for. */
export function textBelow({ project, overview }: AwardQuery): string {
  return `${project}\n${overview}`;
}

/** Something that the caller of a bench can put right: told without a stack. */
export class BenchProblem extends Error {}

export function readCompanies(file: string): Promise<AwardedCompany[]> {
  return readLines(file, company);
}

export function readQueries(file: string): Promise<AwardQuery[]> {
  return readLines(file, query);
}

async function readLines<Row>(file: string, shape: z.ZodType<Row>): Promise<Row[]> {
  if (!existsSync(file)) throw new BenchProblem(`There is no file ${file}.`);
  const rows: Row[] = [];
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file) })) {
    line++;
    if (text.trim() === '') continue;
    const row = shape.safeParse(jsonOf(text));
    if (!row.success) throw new BenchProblem(`${file} line ${line}: ${z.prettifyError(row.error)}`);
    rows.push(row.data);
  }
  return rows;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** So many of the items, drawn without replacement; the same seed draws the same ones. All, where there are no more. */
export function sample<Item>(items: readonly Item[], size: number, seed: number): Item[] {
  const rest = [...items];
  const random = mulberry32(seed);
  const count = Math.min(size, rest.length);
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (rest.length - i));
    [rest[i], rest[j]] = [rest[j]!, rest[i]!];
  }
  return rest.slice(0, count);
}

/**
 * Splits queries in two by their project, so that contracts of one project are all in the same half: choose on one,
 * report on the other.
 */
export function half(queries: readonly AwardQuery[], which: 1 | 2): AwardQuery[] {
  return queries.filter(({ project }) => (fnv1a(project) % 2) + 1 === which);
}

/** Seeded random numbers in [0, 1): mulberry32 by Tommy Ettinger (public domain). */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a over UTF-16 units, its bits mixed so that the lowest is fair. */
function fnv1a(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return (hash ^ (hash >>> 13)) >>> 0;
}
