import { brokenRow, problems } from './table.js';
import type { Cell, JsonValue, ReadOptions, Row } from './table.js';
import type { TextLine } from './text-encoding.js';

/** One JSON object per line. Numbers and booleans become text, null an empty cell; lists and objects stay. */
export async function* readJsonLines(
  lines: AsyncIterable<TextLine>,
  encodingName: string,
  options: ReadOptions,
): AsyncGenerator<Row> {
  for await (const line of lines) {
    if (line.line < (options.headerLine ?? 1) || line.text.trim() === '') continue;
    yield rowOfLine(line, encodingName);
  }
}

function rowOfLine({ line, text, readable, tooLong }: TextLine, encodingName: string): Row {
  if (tooLong) return brokenRow(line, problems.long, text);
  if (!readable) return brokenRow(line, problems.encoding(encodingName), text);
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return brokenRow(line, problems.json, text);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return brokenRow(line, problems.jsonObject, text);
  return {
    line,
    cells: Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cellOf(inner)])),
  };
}

function cellOf(value: JsonValue): Cell {
  if (value === null) return '';
  return typeof value === 'object' ? value : String(value);
}
