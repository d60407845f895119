import type { Act, WorkKind } from '#contracts/statutory.js';
import type { BothLanguages } from '#contracts/shapes.js';

/**
 * One class of the act's scope. `over` and `upTo` are limits: more than, at most. The supplier may be a sole proprietor;
 * the orderer may not (法人たる事業者).
 */
export interface SizeClass {
  readonly works: readonly WorkKind[];
  readonly measure: 'capital' | 'staff';
  readonly ordererOver: number;
  readonly ordererUpTo: number | null;
  readonly supplierUpTo: number;
}

/** What each check needs beside its source. */
export interface CheckParams {
  'payment-days': { readonly days: number; readonly months: number };
  /** From the day on which the original orderer pays, that day being the first. */
  'reentrusted-payment': { readonly days: number };
  'written-terms': { readonly items: readonly string[] };
  'price-talks': { readonly answerDays: number };
  records: { readonly years: number };
  'one-month': { readonly months: number };
  'six-months': { readonly months: number };
  'promissory-note': Record<string, never>;
  'cash-equivalent': Record<string, never>;
  'fee-deducted': Record<string, never>;
}
export type CheckCode = keyof CheckParams;

interface Row {
  readonly code: string;
  readonly act: Act;
  /** Both days inclusive; null: until further notice. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: BothLanguages;
}
export type ScopeRule = Row & { readonly kind: 'applies'; readonly params: SizeClass };
export type CheckRule = Row & { readonly kind: 'check'; readonly params: unknown };
export type Rule = ScopeRule | CheckRule;

/** The rules that hold on a day, `YYYY-MM-DD`. */
export const rulesOn = (rules: readonly Rule[], on: string): Rule[] =>
  rules.filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo));

/** A check of an act as it holds among these rules; undefined where the act has no such rule then. */
export function checkOf<C extends CheckCode>(
  rules: readonly Rule[],
  act: Act,
  code: C,
): { params: CheckParams[C]; source: BothLanguages } | undefined {
  const rule = rules.find((one) => one.kind === 'check' && one.act === act && one.code === `${act}.${code}`);
  return rule && { params: rule.params as CheckParams[C], source: rule.source };
}
