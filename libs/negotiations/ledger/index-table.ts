import { exact, plain } from '#contracts/exact.js';
import type { PriceIndex } from '#contracts/price-ledger.js';
import type { BothLanguages } from '#contracts/shapes.js';
import { readTable, type Row, type TableFile } from '#platform/spreadsheet/index.js';

type Table = Pick<PriceIndex, 'points' | 'problems'>;

const MAX_ROWS = 2_000;
const months = /年月|時期|期間|月|period|month|date/i;
const values = /指数|値|単価|価格|円|index|value|price/i;

const reasons = {
  month: {
    ja: '年月として読み取れません（例：2026-04、2026年4月、令和8年4月）。',
    en: 'This is not a month (e.g. 2026-04).',
  },
  value: { ja: '0より大きい数値として読み取れません。', en: 'This is not a number above 0.' },
  twice: { ja: '同じ年月の行が前にあります。', en: 'An earlier row has the same month.' },
  many: { ja: `${MAX_ROWS}行を超えています。`, en: `There are more than ${MAX_ROWS} rows.` },
} satisfies Record<string, BothLanguages>;

/** `2026-04` of 2026年4月, 2026/4, 2026-04-01, 202604, 令和8年4月 …; null for anything else. */
export function monthOf(text: string): string | null {
  const plainText = text.normalize('NFKC').replace(/\s/g, '');
  const era = /^(令和|平成|R|H)(元|\d{1,2})[年.\-/](\d{1,2})月?$/i.exec(plainText);
  if (era) {
    const [, name = '', year = '', month = ''] = era;
    const first = /令和|R/i.test(name) ? 2018 : 1988;
    return written(first + (year === '元' ? 1 : Number(year)), Number(month));
  }
  const match = /^(\d{4})(?:年|[-/.])?(\d{1,2})(?:月|[-/.]\d{1,2}(?:[T日].*)?)?$/.exec(plainText);
  return match ? written(Number(match[1]), Number(match[2])) : null;
}

const written = (year: number, month: number): string | null =>
  month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : null;

/** A value above zero with at most six digits after the point; null for anything else. */
function valueOf(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[,\s]/g, '');
  if (!/^\d{1,12}(\.\d{1,6})?$/.test(digits) || exact(digits).n === 0n) return null;
  return plain(digits);
}

/** The columns by their headings; else the first is the month, the second the value. */
function columnsOf(cells: Record<string, unknown>): [month: string, value: string] {
  const names = Object.keys(cells);
  const month = names.find((name) => months.test(name)) ?? names[0] ?? '';
  const others = names.filter((name) => name !== month);
  return [month, others.find((name) => values.test(name)) ?? others[0] ?? ''];
}

/** Months and values of a table, in order of the months, with every row that could not be taken and why. */
export async function readIndexTable(file: TableFile): Promise<Table> {
  const points = new Map<string, string>();
  const problems: Table['problems'] = [];
  let rows = 0;
  for await (const row of readTable(file)) {
    const reason = rows++ >= MAX_ROWS ? reasons.many : take(row, points);
    if (reason) problems.push({ line: row.line, reason });
    if (reason === reasons.many) break;
  }
  const sorted = [...points].sort(([a], [b]) => (a < b ? -1 : 1));
  return { points: sorted.map(([period, value]) => ({ period, value })), problems };
}

function take(row: Row, points: Map<string, string>): BothLanguages | null {
  if (row.error) return { ja: row.error.ja, en: row.error.en };
  const [monthName, valueName] = columnsOf(row.cells);
  const text = (name: string) => (typeof row.cells[name] === 'string' ? row.cells[name] : '');
  const [month, value] = [monthOf(text(monthName)), valueOf(text(valueName))];
  if (month === null) return reasons.month;
  if (value === null) return reasons.value;
  if (points.has(month)) return reasons.twice;
  points.set(month, value);
  return null;
}
