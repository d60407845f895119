import type { Buffer as ExcelBuffer, CellValue, Row as ExcelRow, Workbook, Worksheet } from 'exceljs';
import { unguardFormula } from './formula-guard.js';
import { headerKeys, rowOf, TableError } from './table.js';
import type { ReadOptions, Row } from './table.js';
import { assertModestWorkbook } from './zip-guard.js';

/** Nothing of a table is in these parts, and some of them (validations, pictures) cost memory or fail to load. */
const IGNORED_PARTS = [
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'headerFooter',
  'legacyDrawing',
  'pageSetup',
  'picture',
  'printOptions',
  'tableParts',
];
const MAX_ROWS = 1_048_576;

export interface OpenedSheet {
  headers: string[];
  rows: Generator<Row>;
  /** Rows below the headings, empty ones included. */
  rowCount: number;
  /** Names of the sheets that a person sees, in their order. */
  sheets: string[];
}

/** @throws TableError for a damaged file, one too large for the memory, a missing or an empty sheet */
export async function openSheet(bytes: Buffer, options: ReadOptions): Promise<OpenedSheet> {
  await assertModestWorkbook(bytes);
  // Large, and few processes ever meet an Excel file.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  try {
    // exceljs declares its own Buffer, which Node's no longer satisfies.
    await workbook.xlsx.load(bytes as unknown as ExcelBuffer, { ignoreNodes: IGNORED_PARTS });
  } catch (cause) {
    throw new TableError('import/unreadable', cause);
  }
  const { sheet, headerLine } = tableIn(workbook, options);
  const cells = textsOf(sheet.getRow(headerLine));
  const headers = headerKeys(cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1));
  return {
    headers,
    rows: rowsBelow(sheet, headerLine, headers),
    rowCount: sheet.rowCount - headerLine,
    sheets: workbook.worksheets.filter((each) => each.state === 'visible').map((each) => each.name),
  };
}

function* rowsBelow(sheet: Worksheet, headerLine: number, headers: string[]): Generator<Row> {
  for (let line = headerLine + 1; line <= sheet.rowCount; line += 1) {
    const found = sheet.findRow(line);
    if (!found) continue;
    const cells = textsOf(found);
    // Excel does not write the empty cells at a row's end.
    while (cells.length < headers.length) cells.push('');
    const row = rowOf(line, headers, cells, cells.join('\t'));
    if (row) yield row;
  }
}

/** The sheet that was asked for, or the first visible one with text; and the row of its headings. */
function tableIn(workbook: Workbook, options: ReadOptions): { sheet: Worksheet; headerLine: number } {
  const wanted = workbook.worksheets.filter((sheet) =>
    options.sheet === undefined ? sheet.state === 'visible' : sheet.name === options.sheet,
  );
  if (wanted.length === 0) throw new TableError('import/unreadable');
  for (const sheet of wanted) {
    if (sheet.rowCount > MAX_ROWS) throw new TableError('import/unreadable');
    for (let line = options.headerLine ?? 1; line <= sheet.rowCount; line += 1) {
      const row = sheet.findRow(line);
      if (row && textsOf(row).some((cell) => cell.trim() !== '')) return { sheet, headerLine: line };
    }
  }
  throw new TableError('import/empty-file');
}

function textsOf(row: ExcelRow): string[] {
  const texts: string[] = [];
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    while (texts.length < column - 1) texts.push('');
    // Each cell of a merged area shows the area's one value, so that every row is complete by itself.
    const holder = cell.master;
    texts.push(unguardFormula(cellText(holder.value, holder.numFmt)));
  });
  return texts;
}

/** A cell's value as plain text: formulas by their result, rich text and links by what they show. */
export function cellText(value: CellValue, format = ''): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, format);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value) return cellText(value.text);
  return cellText(value.result ?? null, format);
}

/** Excel counts with 15 digits (0.1+0.2 shows as 0.3); a format of zeros only shows leading zeros. */
function numberText(value: number, format: string): string {
  const text = value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 15 });
  return /^0+$/.test(format) ? text.padStart(format.length, '0') : text;
}

/** exceljs gives the sheet's wall-clock time as if it were UTC: `2026-04-01`, with a time `2026-04-01 09:30`. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const [day, time] = value.toISOString().split(/[T.]/) as [string, string];
  const clock = time.replace(/:00$/, '');
  if (day <= '1899-12-31') return clock;
  return clock === '00:00' ? day : `${day} ${clock}`;
}
