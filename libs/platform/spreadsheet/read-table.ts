import { openTable } from './open-table.js';
import type { ReadOptions, Row, TableFile } from './table.js';

/**
 * The rows of a CSV, TSV, Excel (.xlsx) or JSON Lines file; its content tells which, and in which encoding (UTF-8
 * with or without BOM, CP932/Shift_JIS, UTF-16 with BOM). Broken rows come in their place with line, reason and
 * text, and reading goes on. Text files stream in constant memory; Excel files are limited to 64 MB unpacked.
 * Stopping early closes the file.
 * @throws TableError on the first step, when the file as a whole is no table
 */
export async function* readTable(file: TableFile, options: ReadOptions = {}): AsyncGenerator<Row> {
  yield* (await openTable(file, options)).rows;
}
