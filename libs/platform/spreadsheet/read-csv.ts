import { parse } from 'csv-parse/sync';
import { unguardFormula } from './formula-guard.js';
import { brokenRow, headerKeys, problems, rowOf, TableError } from './table.js';
import type { ReadOptions, Row, RowProblem } from './table.js';
import type { TextLine } from './text-encoding.js';

/** A cell may hold line breaks; one that runs on for longer was not closed. */
const MAX_LINES_IN_ROW = 200;

interface CsvRecord {
  line: number;
  text: string;
  error?: RowProblem;
}

/**
 * Comma-, tab- or semicolon-separated text; the heading line tells which.
 * @throws TableError without a heading line
 */
export async function openCsv(
  lines: AsyncGenerator<TextLine>,
  encodingName: string,
  options: ReadOptions,
): Promise<{ headers: string[]; rows: AsyncGenerator<Row> }> {
  let delimiterFor = delimiterOf;
  const records = csvRecords(lines, (text) => delimiterFor(text), encodingName);
  const heading = await headingOf(records, options.headerLine ?? 1);
  const delimiter = delimiterOf(heading);
  delimiterFor = () => delimiter;
  const headers = headerKeys(fieldsOf(heading, delimiter));
  async function* rows(): AsyncGenerator<Row> {
    for await (const { line, text, error } of records) {
      if (text.trim() === '') continue;
      const row = error
        ? brokenRow(line, error, text)
        : rowOf(line, headers, fieldsOf(text, delimiter), text);
      if (row) yield row;
    }
  }
  return { headers, rows: rows() };
}

async function headingOf(records: AsyncGenerator<CsvRecord>, headerLine: number): Promise<string> {
  for (let next = await records.next(); !next.done; next = await records.next()) {
    const { line, text, error } = next.value;
    if (line < headerLine || text.trim() === '') continue;
    if (!error) return text;
    await records.return(undefined);
    throw new TableError('import/unreadable');
  }
  throw new TableError('import/empty-file');
}

/** The separator that occurs most outside quotes; a comma where there is none. */
export function delimiterOf(headerText: string): string {
  const bare = headerText.replace(/"[^"]*"/g, '');
  const counted = [',', '\t', ';'].map((char) => ({ char, count: bare.split(char).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).char;
}

function fieldsOf(text: string, delimiter: string): string[] {
  // Without quotes, splitting is all there is to do.
  if (!text.includes('"')) return text.split(delimiter).map(unguardFormula);
  const [fields = []]: string[][] = parse(text, { delimiter, relax_column_count: true, relax_quotes: true });
  return fields.map(unguardFormula);
}

type QuoteState = 'field-start' | 'plain' | 'quoted' | 'after-quote' | 'misplaced';

/** Where quoting stands after a line. A quote inside an unquoted cell (5" pipe) is text, as in Excel. */
function scan(text: string, delimiter: string, from: QuoteState): QuoteState {
  let state = from;
  if (state === 'field-start' && !text.includes('"')) return 'plain';
  for (const char of text) {
    if (state === 'quoted') {
      if (char === '"') state = 'after-quote';
    } else if (state === 'after-quote') {
      if (char === '"') state = 'quoted';
      else if (char === delimiter) state = 'field-start';
      else return 'misplaced';
    } else if (char === delimiter) state = 'field-start';
    else state = state === 'field-start' && char === '"' ? 'quoted' : 'plain';
  }
  return state;
}

/**
 * Lines joined into records along quoted line breaks. csv-parse splits a record into cells, but on an unclosed
 * quote it takes the rest of the file for one cell. Here only the line with the quote is reported, and reading
 * goes on with the next.
 */
async function* csvRecords(
  lines: AsyncGenerator<TextLine>,
  delimiterFor: (text: string) => string,
  encodingName: string,
): AsyncGenerator<CsvRecord> {
  const waiting: TextLine[] = [];
  try {
    for (;;) {
      let state: QuoteState = 'field-start';
      let taken = 0;
      let first: TextLine | undefined;
      do {
        if (waiting.length <= taken) {
          const next = await lines.next();
          if (next.done) break;
          waiting.push(next.value);
        }
        const line = waiting[taken]!;
        first ??= line;
        state = scan(line.text, delimiterFor(first.text), state);
        taken += 1;
      } while (state === 'quoted' && taken < MAX_LINES_IN_ROW);
      if (!first) return;
      const closed = state !== 'quoted' && state !== 'misplaced';
      yield recordOf(waiting.splice(0, closed ? taken : 1), closed, encodingName);
    }
  } finally {
    await lines.return(undefined);
  }
}

function recordOf(lines: TextLine[], closed: boolean, encodingName: string): CsvRecord {
  const record: CsvRecord = { line: lines[0]!.line, text: lines.map((line) => line.text).join('\n') };
  if (lines.some((line) => line.tooLong)) record.error = problems.long;
  else if (lines.some((line) => !line.readable)) record.error = problems.encoding(encodingName);
  else if (!closed) record.error = problems.quote;
  return record;
}
