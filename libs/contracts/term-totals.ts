import {
  add,
  decimal,
  divide,
  exact,
  multiply,
  plain,
  round,
  sum,
  toNumber,
  zero,
  type Exact,
} from './exact.js';
import {
  currencies,
  taxClasses,
  type Currency,
  type OfferLine,
  type TaxClass,
  type TermSheet,
} from './term-sheet.js';

/** All amounts as decimals with the digits that the currency has. */
export interface CurrencyTotals {
  currency: Currency;
  net: string;
  /** Per tax class, in the order of the classes: what it is computed on, the rate in per cent, the tax. */
  taxes: { taxClass: TaxClass; rate: number; net: string; tax: string }[];
  tax: string;
  gross: string;
}

type Priced = Pick<OfferLine, 'quantity' | 'unitPrice' | 'currency'>;

const amountOf = (line: Priced, rule: TermSheet['rounding']['line']): Exact =>
  round(multiply(exact(line.quantity), exact(line.unitPrice)), rule, currencies[line.currency]);

/** Quantity × unit price of a line, rounded to the currency's unit as the parties agreed. */
export const lineAmount = (line: Priced, rounding: TermSheet['rounding']): string =>
  decimal(amountOf(line, rounding.line), currencies[line.currency]);

/**
 * Totals per currency. Tax is computed once per class and invoice on the sum of its lines, not per line: on a qualified
 * invoice (適格請求書) the fraction is rounded once for each rate (消費税法施行令 第70条の10).
 */
export function sheetTotals({ lines, rounding }: Pick<TermSheet, 'lines' | 'rounding'>): CurrencyTotals[] {
  return (Object.keys(currencies) as Currency[]).flatMap((currency) => {
    const own = lines.filter((line) => line.currency === currency);
    return own.length === 0 ? [] : [totalsIn(currency, own, rounding)];
  });
}

function totalsIn(currency: Currency, lines: OfferLine[], rounding: TermSheet['rounding']): CurrencyTotals {
  const digits = currencies[currency];
  let [net, tax] = [zero, zero];
  const taxes = (Object.keys(taxClasses) as TaxClass[]).flatMap((taxClass) => {
    const own = lines.filter((line) => line.taxClass === taxClass);
    if (own.length === 0) return [];
    const part = sum(own.map((line) => amountOf(line, rounding.line)));
    const rate = taxClasses[taxClass];
    const due = round(divide(multiply(part, exact(rate)), exact(100)), rounding.tax, digits);
    [net, tax] = [add(net, part), add(tax, due)];
    return [{ taxClass, rate, net: decimal(part, digits), tax: decimal(due, digits) }];
  });
  return {
    ...{ currency, net: decimal(net, digits), taxes },
    ...{ tax: decimal(tax, digits), gross: decimal(add(net, tax), digits) },
  };
}

/** What it costs in yen without tax; 0 where all is in other currencies, which no exchange rate is guessed for. */
export function netYen(terms: Pick<TermSheet, 'lines' | 'rounding'>): number {
  const own = terms.lines.filter((line) => line.currency === 'JPY');
  return toNumber(sum(own.map((line) => amountOf(line, terms.rounding.line))));
}

/**
 * The sheet of some lots alone: each line with what those lots hold of it, what comes once (tooling, set-up) as it is,
 * lines of which nothing is left are gone.
 */
export function onlyLots(terms: TermSheet, lotKeys: readonly string[]): TermSheet {
  if (terms.lots.every((lot) => lotKeys.includes(lot.key))) return terms;
  const lots = terms.lots.filter((lot) => lotKeys.includes(lot.key));
  const lines = terms.lines.flatMap((line) => {
    if (line.kind !== 'item') return [line];
    const held = lots.flatMap((lot) => lot.quantities.filter((q) => q.lineKey === line.key));
    if (held.length === 0) return [];
    const quantity = sum(held.map((q) => exact(q.quantity)));
    return [{ ...line, quantity: plain(decimal(quantity, 6)) }];
  });
  return { ...terms, lines, lots };
}
