import { readEntry, ZipError, zipEntries } from '#platform/zip/index.js';
import { TableError } from './table.js';

/** An Excel file takes about ten times its unpacked size in memory. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
/** Each cell of a merged area is made in memory, however few bytes the file spends on it. */
const MAX_MERGED_CELLS = 500_000;

/**
 * Refuses an Excel file that would fill the memory: unpacks every part with a limit and adds up its merged areas.
 * Also refuses archives that are no Excel workbook.
 * @throws TableError
 */
export async function assertModestWorkbook(bytes: Buffer): Promise<void> {
  try {
    const entries = zipEntries(bytes);
    if (!entries.some((entry) => /^\/?xl\/workbook\.xml$/.test(entry.name)))
      throw new TableError('import/unreadable');
    let left = MAX_UNPACKED_BYTES;
    let merged = 0;
    for (const entry of entries) {
      const part = await readEntry(bytes, entry, left);
      left -= part.length;
      if (entry.name.includes('xl/worksheets/')) merged += mergedCells(part.toString('latin1'));
      if (merged > MAX_MERGED_CELLS) throw new TableError('import/too-large');
    }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw new TableError(error.reason === 'too-large' ? 'import/too-large' : 'import/unreadable', error);
  }
}

function mergedCells(xml: string): number {
  let cells = 0;
  for (const match of xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]{0,200}?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)) {
    const columns = columnNumber(match[3]!) - columnNumber(match[1]!) + 1;
    cells += Math.abs(columns * (Number(match[4]) - Number(match[2]) + 1));
  }
  return cells;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
