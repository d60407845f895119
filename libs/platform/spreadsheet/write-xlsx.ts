import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import { once } from 'node:events';
import type { CellValue } from 'exceljs';
import { guardFormula } from './formula-guard.js';
import { jstAsUtc } from './wall-clock.js';
import type { ExportHeader, ExportRow, ExportValue } from './write-table.js';

/** Excel refuses a file with a longer cell. */
const MAX_CELL_CHARACTERS = 32_767;

/** The rows as an Excel file: headings bold, frozen and with a filter, numbers and dates as such. */
export function writeXlsx(
  headers: readonly ExportHeader[],
  rows: AsyncIterable<ExportRow> | Iterable<ExportRow>,
  sheetName: string,
): Readable {
  const out = new PassThrough();
  fill(out, headers, rows, sheetName).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

async function fill(
  out: PassThrough,
  headers: readonly ExportHeader[],
  rows: AsyncIterable<ExportRow> | Iterable<ExportRow>,
  sheetName: string,
): Promise<void> {
  // Large, and few processes ever meet an Excel file.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  const sheet = workbook.addWorksheet(sheetName.replace(/[*?:/\\[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = headers.map(({ label }) => ({ width: Math.min(40, Math.max(12, label.length * 2.4)) }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, headers.length) } };
  const heading = sheet.addRow(headers.map(({ label }) => guardFormula(label)));
  heading.font = { bold: true };
  heading.commit();
  for await (const row of rows) {
    const added = sheet.addRow(headers.map(({ key }) => cellValue(row[key])));
    headers.forEach(({ key }, i) => {
      if (row[key] instanceof Date) added.getCell(i + 1).numFmt = 'yyyy-mm-dd hh:mm';
    });
    added.commit();
    // The writer itself never waits for a slow reader.
    if (out.writableNeedDrain) await once(out, 'drain');
  }
  sheet.commit();
  await workbook.commit();
}

function cellValue(value: ExportValue): CellValue {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return jstAsUtc(value);
  const text = typeof value === 'object' ? value.join(';') : value;
  return guardFormula(text).slice(0, MAX_CELL_CHARACTERS);
}
