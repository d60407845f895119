import { daysBetween, daysLater, dueOn, monthsLater } from '#contracts/payment-days.js';
import type { Act, Flag, Verdict, WrittenTerm } from '#contracts/statutory.js';
import type { Payment, TermSheet } from '#contracts/term-sheet.js';
import { checkOf, type CheckCode, type CheckParams, type Rule } from './rules.js';

/** A request of the supplier to change the price, as the checks need it. Days in Japan. */
export interface PriceTalk {
  readonly no: number;
  readonly askedOn: string;
  /** Null while it waits. */
  readonly decision: 'accepted' | 'other-price' | 'refused' | null;
  readonly hasReasons: boolean;
  /** The orderer has made an offer since, without having answered. */
  readonly passedOver: boolean;
}

export interface Checked {
  /** Terms of the offer that is looked at; null where there is none. */
  readonly terms: TermSheet | null;
  readonly priceTalks: readonly PriceTalk[];
  /** The day on which it is looked at. */
  readonly today: string;
}

type Found = Pick<Flag, 'code' | 'level'> & Partial<Pick<Flag, 'values' | 'terms'>>;
type Check<C extends CheckCode> = (params: CheckParams[C], checked: Checked) => Found[];

/**
 * The last day on which it may still be paid. The day of receipt is the first of the 60; by monthly closing, two months
 * are taken as 60 days, as the authorities do (取適法 and フリーランス法 運用基準).
 */
export function lastDayToPay(
  payment: Pick<Payment, 'timing'>,
  receivedOn: string,
  { days, months }: CheckParams['payment-days'],
): string {
  const byDays = daysLater(receivedOn, days - 1);
  const byMonths = daysLater(monthsLater(receivedOn, months), -1);
  return payment.timing === 'monthly' && byMonths > byDays ? byMonths : byDays;
}

/** Whether something received on the worst day (the one after closing) would be paid too late. */
function schemeIsTooLong(payment: Payment, limit: CheckParams['payment-days'], from: string): boolean {
  if (payment.timing !== 'monthly') return false;
  return Array.from({ length: 366 }, (_, i) => daysLater(from, i)).some((receivedOn) => {
    const due = dueOn(payment, receivedOn);
    return due !== null && due > lastDayToPay(payment, receivedOn, limit);
  });
}

const payment: Check<'payment-days'> = (limit, { terms, today }) => {
  if (!terms) return [];
  const lots = terms.lots.map((lot, i) => ({ lot, no: i + 1, due: dueOn(terms.payment, lot.deliverOn) }));
  if (lots.some(({ due }) => due === null)) return [{ code: 'payment-undated', level: 'warning' }];
  const late = lots.flatMap(({ lot, no, due }) => {
    const last = lastDayToPay(terms.payment, lot.deliverOn, limit);
    if (due === null || due <= last) return [];
    const days = daysBetween(lot.deliverOn, due) + 1;
    const values = { lot: no, due, last, days, limit: limit.days };
    return [{ code: 'payment-late', level: 'warning', values } as const];
  });
  if (late.length > 0) return late;
  if (!schemeIsTooLong(terms.payment, limit, today)) return [];
  return [{ code: 'payment-scheme', level: 'notice', values: { limit: limit.days, months: limit.months } }];
};

/** What was stated of work that the orderer passes on; null unless all is: without it the usual 60 days count. */
function reentrustedDue(terms: TermSheet | null): string | null {
  const { originalOrderer = '', originalDueOn = null } = terms?.payment.reentrusted ?? {};
  return originalOrderer === '' ? null : originalDueOn;
}

/** フリーランス法第4条第3項: within 30 days from the original orderer's day of payment, that day being the first (起算). */
const reentrusted: Check<'reentrusted-payment'> = ({ days: limit }, { terms }) => {
  if (!terms?.payment.reentrusted) return [];
  const originalDue = reentrustedDue(terms);
  if (originalDue === null) return [{ code: 'reentrusted-unstated', level: 'notice', values: { limit } }];
  const last = daysLater(originalDue, limit - 1);
  const lots = terms.lots.map((lot, i) => ({ no: i + 1, due: dueOn(terms.payment, lot.deliverOn) }));
  if (lots.some(({ due }) => due === null))
    return [{ code: 'reentrusted-undated', level: 'warning', values: { originalDue } }];
  return lots.flatMap(({ no, due }) => {
    if (due === null || due <= last) return [];
    const days = daysBetween(originalDue, due) + 1;
    return [
      { code: 'reentrusted-late', level: 'warning', values: { lot: no, due, last, days, limit } } as const,
    ];
  });
};

const note: Check<'promissory-note'> = (_, { terms }) =>
  terms?.payment.method === 'note' ? [{ code: 'promissory-note', level: 'warning' }] : [];

const cashEquivalent: Check<'cash-equivalent'> = (_, { terms }) =>
  terms?.payment.method === 'electronic-claim' || terms?.payment.method === 'factoring'
    ? [{ code: 'cash-equivalent', level: 'notice' }]
    : [];

const fee: Check<'fee-deducted'> = (_, { terms }) =>
  terms?.payment.feeBy === 'payee' ? [{ code: 'fee-deducted', level: 'warning' }] : [];

/** Whether a term sheet says what a written statement must; names, day and content are always known here. */
const says: Record<WrittenTerm, (terms: TermSheet) => boolean> = {
  'receive-on': ({ lots }) => lots.every(({ deliverOn }) => deliverOn !== ''),
  place: ({ place }) => place !== '',
  inspection: ({ inspection: { kind, withinDays } }) =>
    kind !== 'unstated' && (kind === 'none' || withinDays !== null),
  amount: ({ lines }) => lines.some(({ unitPrice }) => unitPrice !== '0'),
  'payment-date': (terms) => terms.lots.every((lot) => dueOn(terms.payment, lot.deliverOn) !== null),
  'payment-method': (terms) => terms.payment.method !== 'unstated',
  'settlement-details': ({ payment: { method, note: more } }) =>
    (method !== 'electronic-claim' && method !== 'factoring') || more !== '',
};

const writtenTerms: Check<'written-terms'> = ({ items }, { terms }) => {
  if (!terms) return [];
  const missing = (Object.keys(says) as WrittenTerm[]).filter(
    (item) => items.includes(item) && !says[item](terms),
  );
  return missing.length === 0 ? [] : [{ code: 'terms-missing', level: 'warning', terms: missing }];
};

const priceTalks: Check<'price-talks'> = ({ answerDays }, { priceTalks: talks, today }) =>
  talks.flatMap(({ no, askedOn, decision, hasReasons, passedOver }): Found[] => {
    if (decision !== null)
      return decision === 'accepted' || hasReasons
        ? []
        : [{ code: 'price-unreasoned', level: 'warning', values: { no } }];
    const days = daysBetween(askedOn, today);
    if (passedOver) return [{ code: 'price-ignored', level: 'warning', values: { no, days } }];
    const level = days > answerDays ? 'warning' : 'notice';
    return [{ code: 'price-unanswered', level, values: { no, days, answerDays } }];
  });

const lasting =
  (code: 'one-month' | 'six-months') =>
  ({ months }: { months: number }, { terms, today }: Checked): Found[] => {
    const last = terms?.lots
      .map(({ deliverOn }) => deliverOn)
      .sort()
      .at(-1);
    return last !== undefined && last >= monthsLater(today, months)
      ? [{ code, level: 'notice', values: { months } }]
      : [];
  };

/** `full`: binds only where the whole act does, not for written terms alone. */
const checks: { [C in CheckCode]?: { run: Check<C>; full: boolean } } = {
  'payment-days': { run: payment, full: true },
  'reentrusted-payment': { run: reentrusted, full: true },
  'promissory-note': { run: note, full: true },
  'cash-equivalent': { run: cashEquivalent, full: true },
  'fee-deducted': { run: fee, full: true },
  'written-terms': { run: writtenTerms, full: false },
  'price-talks': { run: priceTalks, full: true },
  'one-month': { run: lasting('one-month'), full: true },
  'six-months': { run: lasting('six-months'), full: true },
};

function ofAct(rules: readonly Rule[], act: Act, verdict: Verdict, checked: Checked): Flag[] {
  const isMoved =
    checkOf(rules, act, 'reentrusted-payment') !== undefined && reentrustedDue(checked.terms) !== null;
  return (Object.keys(checks) as CheckCode[]).flatMap((code) => {
    const rule = checkOf(rules, act, code);
    const check = checks[code] as { run: Check<CheckCode>; full: boolean } | undefined;
    if (!rule || !check || (check.full && verdict.full === false)) return [];
    // The one rule stands in for the other, in the act that knows it.
    if (code === 'payment-days' && isMoved) return [];
    const certain = verdict.answer === 'applies' && (!check.full || verdict.full === true);
    return check.run(rule.params, checked).map((found) => ({
      ...{ act, certain, values: {}, terms: [], source: rule.source },
      ...found,
    }));
  });
}

/**
 * What to look at, by the acts that apply or may apply; where nobody can tell yet, each flag says so (`certain`). Flags
 * advise: nothing that is flagged is refused anywhere.
 */
export const flagsOf = (rules: readonly Rule[], verdicts: readonly Verdict[], checked: Checked): Flag[] =>
  verdicts
    .filter(({ answer }) => answer !== 'applies-not')
    .flatMap((verdict) => ofAct(rules, verdict.act, verdict, checked));
