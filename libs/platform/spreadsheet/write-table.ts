import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { encodeCp932 } from './cp932.js';
import { guardFormula } from './formula-guard.js';
import { wallClock } from './wall-clock.js';
import { writeXlsx } from './write-xlsx.js';

export type ExportFormat = 'csv' | 'csv-sjis' | 'xlsx' | 'jsonl';

export interface ExportHeader {
  /** Of the rows' objects, and of the objects in JSON Lines. */
  key: string;
  /** The heading. */
  label: string;
}

/** Dates are instants: shown in JST, in JSON Lines as ISO 8601 UTC. Lists become one cell, separated by `;`. */
export type ExportValue = string | number | boolean | Date | null | undefined | readonly (string | number)[];
export type ExportRow = Readonly<Record<string, ExportValue>>;

export interface ExportOptions {
  /** Called once, after the last row: how many characters Shift_JIS lacks and 〓 stands for. */
  onReplaced?: (characters: number) => void;
  /** Name of the Excel sheet, at most 31 characters. */
  sheet?: string;
}

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Content type and file extension for a download. */
export const tableMime: Record<ExportFormat, { mime: string; extension: string }> = {
  csv: { mime: 'text/csv; charset=utf-8', extension: 'csv' },
  'csv-sjis': { mime: 'text/csv; charset=Shift_JIS', extension: 'csv' },
  xlsx: { mime: EXCEL, extension: 'xlsx' },
  jsonl: { mime: 'application/x-ndjson; charset=utf-8', extension: 'jsonl' },
};

const ROWS_PER_CHUNK = 200;

/**
 * A table as a stream of bytes, written while rows come. CSV is UTF-8 with BOM (as Excel needs it) or Shift_JIS
 * (CP932) with CRLF; Excel has a frozen heading row. Cells that a spreadsheet might run as a formula get a
 * leading apostrophe, which `readTable` takes off again. An error of `rows` ends the stream with it.
 */
export function writeTable(
  format: ExportFormat,
  headers: readonly ExportHeader[],
  rows: AsyncIterable<ExportRow> | Iterable<ExportRow>,
  options: ExportOptions = {},
): Readable {
  if (format === 'xlsx') return writeXlsx(headers, rows, options.sheet ?? 'Sheet1');
  const text = format === 'jsonl' ? jsonLines(headers, rows) : csvText(headers, rows, format === 'csv');
  const bytes = format === 'csv-sjis' ? inCp932(text, options.onReplaced) : inUtf8(text);
  return Readable.from(bytes, { objectMode: false });
}

async function* csvText(
  headers: readonly ExportHeader[],
  rows: AsyncIterable<ExportRow> | Iterable<ExportRow>,
  mark: boolean,
): AsyncGenerator<string> {
  // csv-stringify itself quotes only the line break that it uses between rows.
  const lines = (cells: string[][]) =>
    stringify(cells, { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
  yield (mark ? '\ufeff' : '') + lines([headers.map(({ label }) => guardFormula(label))]);
  let chunk: string[][] = [];
  for await (const row of rows) {
    chunk.push(headers.map(({ key }) => csvCell(row[key])));
    if (chunk.length < ROWS_PER_CHUNK) continue;
    yield lines(chunk);
    chunk = [];
  }
  yield lines(chunk);
}

function csvCell(value: ExportValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return wallClock(value);
  if (typeof value === 'number') return String(value);
  return guardFormula(typeof value === 'object' ? value.join(';') : String(value));
}

async function* jsonLines(
  headers: readonly ExportHeader[],
  rows: AsyncIterable<ExportRow> | Iterable<ExportRow>,
): AsyncGenerator<string> {
  for await (const row of rows)
    yield `${JSON.stringify(Object.fromEntries(headers.map(({ key }) => [key, row[key] ?? null])))}\n`;
}

async function* inUtf8(text: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const part of text) yield Buffer.from(part);
}

async function* inCp932(
  text: AsyncIterable<string>,
  onReplaced: ExportOptions['onReplaced'],
): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const part of text) {
    const { bytes, replaced } = encodeCp932(part);
    total += replaced;
    yield bytes;
  }
  onReplaced?.(total);
}
