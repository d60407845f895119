import { chunksOf } from './byte-lines.js';
import { openTable } from './open-table.js';
import type { ReadOptions, Row, TableFile } from './table.js';
import type { TextEncoding } from './text-encoding.js';

export interface TableDescription {
  /** `csv` is any separated text, tabs and semicolons too. */
  format: 'csv' | 'xlsx' | 'jsonl';
  /** Null for Excel. */
  encoding: TextEncoding | null;
  /** Keys of the rows' cells; for JSON Lines those that occur in the sample. */
  headers: string[];
  /** The first rows, broken ones included. */
  sample: Row[];
  /** Exact where the sample holds every row, otherwise an estimate by the line breaks. */
  rowCount: number;
  /** Sheets to choose from (Excel only). */
  sheets: string[];
}

/**
 * What a file holds, for a person to check and map its columns: by default with its first 20 rows. `bytes` is no
 * stream, because the file is read twice.
 * @throws TableError when the file as a whole is no table
 */
export async function describeTable(
  file: TableFile & { bytes: Buffer | { path: string } },
  options: ReadOptions & { sampleRows?: number } = {},
): Promise<TableDescription> {
  const { rows, format, encoding, headers, sheets, rowCount } = await openTable(file, options);
  const wanted = options.sampleRows ?? 20;
  const sample: Row[] = [];
  let complete = true;
  for await (const row of rows) {
    if (sample.length === wanted) {
      complete = false;
      break;
    }
    sample.push(row);
  }
  return {
    format,
    encoding,
    headers: headers ?? keysOf(sample),
    sample,
    rowCount: complete ? sample.length : (rowCount ?? (await lineCount(file)) - (headers ? 1 : 0)),
    sheets,
  };
}

function keysOf(sample: Row[]): string[] {
  return [...new Set(sample.flatMap((row) => (row.error ? [] : Object.keys(row.cells))))];
}

async function lineCount(file: TableFile): Promise<number> {
  let breaks = 0;
  let last = 10;
  for await (const chunk of chunksOf(file)) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) breaks += 1;
    last = chunk.at(-1) ?? last;
  }
  return breaks + (last === 10 ? 0 : 1);
}
