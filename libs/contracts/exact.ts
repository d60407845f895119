/**
 * Exact amounts: fractions of whole numbers (BigInt), so that a total, a tax or a slid price is the same to the last
 * digit in the browser, on the server and on paper. Nothing here is a float.
 */
export interface Exact {
  readonly n: bigint;
  /** Always above zero. */
  readonly d: bigint;
}

/** How a fraction becomes a whole unit; amounts are never negative where parties agree on one, but -0.5 is defined. */
export const roundings = ['half-up', 'half-down', 'half-even', 'up', 'down'] as const;
export type Rounding = (typeof roundings)[number];

const make = (n: bigint, d: bigint): Exact => {
  const sign = d < 0n ? -1n : 1n;
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d) || 1n;
  return { n: (sign * n) / divisor, d: (sign * d) / divisor };
};

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

export const zero: Exact = { n: 0n, d: 1n };
export const one: Exact = { n: 1n, d: 1n };

/** Reads `-12.50`; throws on anything else, so that no half-understood amount is ever computed with. */
export function exact(text: string | number): Exact {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(text));
  if (!match) throw new Error(`Not a decimal number: ${text}`);
  const [, sign, whole = '0', fraction = ''] = match;
  const n = BigInt(whole + fraction);
  return make(sign === '-' ? -n : n, 10n ** BigInt(fraction.length));
}

export const add = (a: Exact, b: Exact): Exact => make(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Exact, b: Exact): Exact => make(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Exact, b: Exact): Exact => make(a.n * b.n, a.d * b.d);
/** Throws where `b` is zero. */
export function divide(a: Exact, b: Exact): Exact {
  if (b.n === 0n) throw new Error('Division by zero.');
  return make(a.n * b.d, a.d * b.n);
}
export const sum = (parts: readonly Exact[]): Exact => parts.reduce(add, zero);
/** Below, equal to, above zero as `a` is smaller than, equal to, larger than `b`. */
export const compare = (a: Exact, b: Exact): -1 | 0 | 1 => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** The nearest multiple of 10^-digits, by the given rule. `up` and `down` look away from and towards zero (切上げ・切捨て). */
export function round(value: Exact, rule: Rounding, digits = 0): Exact {
  const scale = 10n ** BigInt(digits);
  const isNegative = value.n < 0n;
  const scaled = (isNegative ? -value.n : value.n) * scale;
  const whole = scaled / value.d;
  const twice = 2n * (scaled % value.d);
  const isUp = {
    'half-up': twice >= value.d,
    'half-down': twice > value.d,
    'half-even': twice > value.d || (twice === value.d && whole % 2n === 1n),
    up: twice > 0n,
    down: false,
  }[rule];
  const rounded = whole + (isUp ? 1n : 0n);
  return make(isNegative ? -rounded : rounded, scale);
}

/** As a decimal with exactly `digits` places; throws where the value has more (round it first). */
export function decimal(value: Exact, digits = 0): string {
  const scaled = value.n * 10n ** BigInt(digits);
  if (scaled % value.d !== 0n) throw new Error('More digits than asked for: round first.');
  const whole = scaled / value.d;
  const text = String(whole < 0n ? -whole : whole).padStart(digits + 1, '0');
  const sign = whole < 0n ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** A whole amount as a number, for what stays below 2^53. */
export const toNumber = (value: Exact): number => Number(decimal(value));

/** `0120.500` → `120.5`: one writing per amount, so that equal terms have equal hashes. */
export function plain(text: string): string {
  const [whole = '', fraction = ''] = text.split('.');
  const digits = fraction.replace(/0+$/, '');
  const head = whole.replace(/^0+(?=\d)/, '');
  return digits === '' ? head : `${head}.${digits}`;
}
