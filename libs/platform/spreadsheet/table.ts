import type { Readable } from 'node:stream';
import { AppError } from '#platform/http/app-error.js';

/** A file that came from outside. `name` only helps where the content leaves a doubt. */
export interface TableFile {
  name: string;
  bytes: Buffer | Readable | { path: string };
}

export interface ReadOptions {
  /** Line (from 1) of the headings; lines above it are passed over. Default: the first line with text. */
  headerLine?: number;
  /** Name of the Excel sheet. Default: the first visible one with text. */
  sheet?: string;
}

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
/** Text as a person sees it in the file. Only JSON Lines has lists and objects. */
export type Cell = string | JsonValue[] | { [key: string]: JsonValue };

/** `line` is the number that a person sees in the file (Excel: the row's number), from 1. */
export interface GoodRow {
  line: number;
  cells: Record<string, Cell>;
  error?: undefined;
}

/** A row that cannot be taken; reading goes on after it. `raw` is its text, cut at 2,000 characters. */
export interface BrokenRow {
  line: number;
  error: RowProblem;
  raw: string;
}

export type Row = GoodRow | BrokenRow;

export interface RowProblem {
  ja: string;
  en: string;
}

export type TableErrorCode =
  'import/empty-file' | 'import/old-excel' | 'import/too-large' | 'import/unreadable';

/** The file as a whole cannot be read as a table. */
export class TableError extends AppError {
  constructor(code: TableErrorCode, cause?: unknown) {
    super(code);
    this.cause = cause;
  }
}

const RAW_LIMIT = 2_000;

export function brokenRow(line: number, error: RowProblem, raw: string): BrokenRow {
  return { line, error, raw: raw.length > RAW_LIMIT ? `${raw.slice(0, RAW_LIMIT)}…` : raw };
}

/** What can be wrong with a single row, as a person reads it. */
export const problems = {
  columns: (expected: number, found: number): RowProblem => ({
    ja: `列の数が見出しと違います（見出し${expected}列、この行${found}列）。`,
    en: `The number of columns differs from the headings (headings ${expected}, this row ${found}).`,
  }),
  quote: {
    ja: '引用符（"）が閉じられていないか、使い方が正しくありません。',
    en: 'A quotation mark (") is not closed or is misplaced.',
  },
  encoding: (name: string): RowProblem => ({
    ja: `文字コード（${name}）として読めない文字があります。`,
    en: `Some characters cannot be read as ${name}.`,
  }),
  json: { ja: 'JSONとして読み取れません。', en: 'This is not valid JSON.' },
  jsonObject: {
    ja: '1行に1つのJSONオブジェクト（{ … }）を書いてください。',
    en: 'Each line must hold one JSON object ({ … }).',
  },
  long: { ja: '行が長すぎます（1MBまで）。', en: 'The line is too long (at most 1 MB).' },
} satisfies Record<string, RowProblem | ((...args: never[]) => RowProblem)>;

/**
 * Headings as unique, non-empty keys: blanks around them are dropped, an empty one becomes `#3` (its column), a
 * repeated one `名称 (2)`.
 */
export function headerKeys(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, i) => {
    const name = cell.replace(/\s+/g, ' ').trim() || `#${i + 1}`;
    let key = name;
    for (let n = 2; taken.has(key); n += 1) key = `${name} (${n})`;
    taken.add(key);
    return key;
  });
}

/**
 * The cells under their headings, or what is wrong. Cells beyond the headings are let pass while empty (trailing
 * commas); null for a row without any text.
 */
export function rowOf(
  line: number,
  headers: readonly string[],
  cells: readonly string[],
  raw: string,
): Row | null {
  if (cells.every((cell) => cell.trim() === '')) return null;
  const extra = cells.slice(headers.length).some((cell) => cell.trim() !== '');
  if (cells.length < headers.length || extra)
    return brokenRow(line, problems.columns(headers.length, cells.length), raw);
  return { line, cells: Object.fromEntries(headers.map((header, i) => [header, cells[i] ?? ''])) };
}
