import {
  add,
  compare,
  decimal,
  divide,
  exact,
  multiply,
  one,
  plain,
  round,
  subtract,
  sum,
  type Exact,
  type Rounding,
} from './exact.js';

/** One part of the cost: its share of the price in per cent, and how the index behind it moved. */
export interface CostShare {
  readonly sharePercent: string;
  readonly baseValue: string;
  readonly value: string;
}

const hundred = exact(100);
const shareOf = ({ sharePercent }: CostShare): Exact => divide(exact(sharePercent), hundred);
/** value ÷ base − 1 */
const moved = ({ baseValue, value }: CostShare): Exact =>
  subtract(divide(exact(value), exact(baseValue)), one);

/**
 * The price slid by its cost: price × (1 + Σ share × (value ÷ base − 1)), rounded once at the end. What is in no part
 * stays as it is. (スライド式の価格改定)
 */
export function slidPrice(
  price: string,
  parts: readonly CostShare[],
  rule: Rounding,
  digits: number,
): string {
  return decimal(round(exactPrice(price, parts), rule, digits), digits);
}

function exactPrice(price: string, parts: readonly CostShare[]): Exact {
  const factor = add(one, sum(parts.map((part) => multiply(shareOf(part), moved(part)))));
  return multiply(exact(price), factor);
}

/** What one part adds to the price, to four digits after the point; for reading, not for adding up. */
export const effectOf = (price: string, part: CostShare): string =>
  plain(decimal(round(multiply(exact(price), multiply(shareOf(part), moved(part))), 'half-up', 4), 4));

/** By how much an index moved, in per cent with two digits. */
export const changePercent = (part: CostShare): string =>
  decimal(round(multiply(moved(part), hundred), 'half-up', 2), 2);

/** By how much a price differs from another, in per cent with two digits. */
export const pricePercent = (before: string, after: string): string =>
  changePercent({ sharePercent: '100', baseValue: before, value: after });

/** The formula with its numbers: `1250 × (1 + 45% × (128.4 ÷ 112 − 1) + …) = 1332.8571… → 1333`. */
export function formulaText(
  price: string,
  parts: readonly CostShare[],
  rule: Rounding,
  digits: number,
): string {
  const terms = parts.map(
    (p) => ` + ${plain(p.sharePercent)}% × (${plain(p.value)} ÷ ${plain(p.baseValue)} − 1)`,
  );
  const unrounded = exactPrice(price, parts);
  const cut = round(unrounded, 'down', 6);
  const isCut = compare(cut, unrounded) !== 0;
  const result = `${plain(decimal(cut, 6))}${isCut ? '…' : ''}`;
  return `${plain(price)} × (1${terms.join('')}) = ${result} → ${slidPrice(price, parts, rule, digits)}`;
}

/** The shares of all parts together, in per cent. */
export const sharesTogether = (parts: readonly Pick<CostShare, 'sharePercent'>[]): Exact =>
  sum(parts.map(({ sharePercent }) => exact(sharePercent)));
export const isAboveHundred = (parts: readonly Pick<CostShare, 'sharePercent'>[]): boolean =>
  compare(sharesTogether(parts), hundred) > 0;
