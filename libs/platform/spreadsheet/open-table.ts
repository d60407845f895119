import { peek } from './byte-lines.js';
import { openCsv } from './read-csv.js';
import { readJsonLines } from './read-jsonl.js';
import { openSheet } from './read-xlsx.js';
import { TableError } from './table.js';
import type { ReadOptions, Row, TableFile } from './table.js';
import { detectEncoding, textLines } from './text-encoding.js';
import type { TextEncoding } from './text-encoding.js';

/** Excel files are packed: beyond this, even the limit on their unpacked size could not be kept. */
const MAX_WORKBOOK_BYTES = 64 * 1024 * 1024;

/** As people know them: what Windows calls Shift_JIS is CP932. */
const encodingNames = { 'utf-8': 'UTF-8', cp932: 'Shift_JIS', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' };

export interface OpenedTable {
  format: 'csv' | 'xlsx' | 'jsonl';
  /** Null for Excel. */
  encoding: TextEncoding | null;
  /** Null for JSON Lines, where each row has its own keys. */
  headers: string[] | null;
  rows: AsyncIterable<Row> | Iterable<Row>;
  /** Rows below the headings, where the file tells (Excel). */
  rowCount: number | null;
  sheets: string[];
}

/**
 * Tells the kind of a file by its content, and reads as far as its headings.
 * @throws TableError when it is no table
 */
export async function openTable(file: TableFile, options: ReadOptions): Promise<OpenedTable> {
  const { head, whole, chunks } = await peek(file);
  try {
    if (head.length === 0) throw new TableError('import/empty-file');
    const magic = head.toString('latin1', 0, 8);
    // The container of .xls, and of an .xlsx with a password.
    if (magic === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') throw new TableError('import/old-excel');
    if (magic.startsWith('PK\x03\x04')) {
      const sheet = await openSheet(await collect(chunks), options);
      return { format: 'xlsx', encoding: null, ...sheet };
    }
    return await openText(file.name, head, whole, chunks, options);
  } catch (error) {
    await chunks.return(undefined);
    throw error;
  }
}

async function openText(
  name: string,
  head: Buffer,
  whole: boolean,
  chunks: AsyncGenerator<Buffer>,
  options: ReadOptions,
): Promise<OpenedTable> {
  const detected = detectEncoding(head, whole);
  const encoding = detected ?? 'utf-8';
  const wide = encoding.startsWith('utf-16');
  const start = head
    .toString(wide ? 'utf16le' : 'utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  // Some other binary file, a PDF, or a web page that was saved under the name of a table.
  if ((!wide && head.includes(0)) || /^(%PDF-|<(!doctype|html|\?xml|table))/i.test(start))
    throw new TableError('import/unreadable');
  const newline = head.includes(10) || !head.includes(13) ? 10 : 13;
  const lines = textLines(chunks, detected, newline);
  const shared = { encoding, rowCount: null, sheets: [] };
  if (isJsonLines(start, name))
    return {
      format: 'jsonl',
      headers: null,
      rows: readJsonLines(lines, encodingNames[encoding], options),
      ...shared,
    };
  return { format: 'csv', ...(await openCsv(lines, encodingNames[encoding], options)), ...shared };
}

/** The first line is a JSON object; where it is damaged, the name decides. */
function isJsonLines(start: string, name: string): boolean {
  if (!start.startsWith('{')) return false;
  if (/\.(jsonl|ndjson)$/i.test(name)) return true;
  try {
    return typeof JSON.parse(start.split('\n', 1)[0]!) === 'object';
  } catch {
    return false;
  }
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_WORKBOOK_BYTES) throw new TableError('import/too-large');
    parts.push(chunk);
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}
