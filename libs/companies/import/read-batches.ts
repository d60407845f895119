import type { ImportMapping } from '#contracts/companies.js';
import { readTable, type TableFile } from '#platform/spreadsheet/index.js';
import type { RowProblem } from './import-problems.js';
import { readRow, type CompanyRow } from './read-row.js';

/** Some rows of a file in their order: what they say, and what is wrong with others of them. */
export interface RowBatch {
  readonly rows: readonly CompanyRow[];
  readonly problems: readonly RowProblem[];
  /** Rows that are bad. */
  readonly failed: number;
  /** Line of the last row, good or bad. */
  readonly lastLine: number;
}

export const BATCH_ROWS = 500;

/**
 * The rows of a file after line `after`, in batches.
 * @throws TableError when the file as a whole is no table
 */
export async function* readBatches(
  file: TableFile,
  mapping: ImportMapping,
  after = 0,
): AsyncGenerator<RowBatch> {
  let rows: CompanyRow[] = [];
  let problems: RowProblem[] = [];
  let failed = 0;
  let lastLine = after;
  for await (const row of readTable(file)) {
    if (row.line <= after) continue;
    const reading = readRow(row, mapping);
    if (reading.problems) {
      problems.push(...reading.problems);
      failed += 1;
    } else rows.push(reading.row);
    lastLine = row.line;
    if (rows.length + failed < BATCH_ROWS) continue;
    yield { rows, problems, failed, lastLine };
    [rows, problems, failed] = [[], [], 0];
  }
  if (rows.length + failed > 0) yield { rows, problems, failed, lastLine };
}
