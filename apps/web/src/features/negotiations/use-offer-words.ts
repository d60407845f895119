import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { decimal, exact, plain, subtract } from '#contracts/exact.js';
import type { Language } from '#contracts/shapes.js';
import { changesBetween, type LineField, type SheetPart } from '#contracts/term-changes.js';
import type { Currency, OfferLine, OfferLot, Payment, TermSheet } from '#contracts/term-sheet.js';
import { sheetTotals } from '#contracts/term-totals.js';
import { shownLanguage } from '../../i18n';
import { formatDay } from '../../parts/format';
import { joinWords } from '../../parts/words';

/** 1,234,567.5, digit by digit: no float comes near an amount. */
export function groupDigits(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const head = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? head : `${head}.${fraction}`;
}

/** 1,250円 / ¥1,250 / USD 12.50. */
export function formatMoney(
  amount: string,
  currency: Currency,
  language: Language = shownLanguage(),
): string {
  const digits = groupDigits(amount);
  if (currency !== 'JPY') return `${currency} ${digits}`;
  return language === 'ja' ? `${digits}円` : `¥${digits}`;
}

type T = TFunction<'offers'>;

const dayOfMonth = (t: T, day: number): string =>
  day === 31 ? t('payment.lastDay') : t('payment.day', { day });
export const monthWords = (t: T, months: number): string =>
  months <= 2 ? t(`payment.month${months as 0 | 1 | 2}`) : t('payment.monthN', { n: months });

function paymentTime(t: T, { timing, closingDay, monthsAfter, dueDay, days, on }: Payment): string {
  if (timing === 'monthly' && closingDay !== null && monthsAfter !== null && dueDay !== null)
    return t('payment.monthlyOf', {
      closing: dayOfMonth(t, closingDay),
      month: monthWords(t, monthsAfter),
      due: dayOfMonth(t, dueDay),
    });
  if (timing === 'days' && days !== null) return t('payment.daysOf', { days });
  if (timing === 'date' && on !== null) return t('payment.dateOf', { day: formatDay(on) });
  return '';
}

function paymentWords(t: T, payment: Payment): string {
  return joinWords([
    paymentTime(t, payment),
    payment.method === 'unstated' ? '' : t(`payment.methods.${payment.method}`),
    payment.feeBy === 'unstated' ? '' : t(`payment.feeOf.${payment.feeBy}`),
    payment.note,
    reentrustedWords(t, payment),
  ]);
}

function reentrustedWords(t: T, { reentrusted }: Payment): string {
  if (!reentrusted) return '';
  const { originalOrderer, originalDueOn } = reentrusted;
  return t('payment.reentrusted.of', {
    orderer: originalOrderer || t('change.empty'),
    on: originalDueOn ? formatDay(originalDueOn) : t('change.empty'),
  });
}

function inspectionWords(t: T, { kind, withinDays, standard }: TermSheet['inspection']): string {
  const done =
    kind === 'by-orderer' ? t('inspection.done', { days: withinDays ?? '' }) : t(`inspection.kinds.${kind}`);
  return joinWords([kind === 'unstated' && standard ? '' : done, standard]);
}

function partWords(t: T, part: SheetPart, terms: TermSheet): string {
  switch (part) {
    case 'place':
      return `${terms.incoterm} ${terms.place}`.trim();
    case 'inspection':
      return inspectionWords(t, terms.inspection);
    case 'warranty':
      return joinWords([
        terms.warrantyMonths === null ? '' : t('warranty.of', { months: terms.warrantyMonths }),
        terms.warranty,
      ]);
    case 'payment':
      return paymentWords(t, terms.payment);
    case 'separable':
      return t(terms.separable ? 'lot.separableYes' : 'lot.separableNo');
    case 'rounding': {
      const { line, tax } = terms.rounding;
      return t('rounding.of', { line: t(`rounding.rules.${line}`), tax: t(`rounding.rules.${tax}`) });
    }
    case 'validUntil':
      return formatDay(terms.validUntil);
    case 'note':
      return terms.note;
  }
}

/** 資料の第2版; '' for a line that names no document of the room. */
const documentWords = (t: T, { document }: OfferLine): string =>
  document ? t('line.withDocument', { revision: document.revision }) : '';

function fieldWords(t: T, field: LineField, line: OfferLine): string {
  switch (field) {
    case 'kind':
      return t(`line.kinds.${line.kind}`);
    case 'taxClass':
      return t(`tax.${line.taxClass}`);
    case 'quantity':
      return groupDigits(line.quantity);
    case 'unitPrice':
      return formatMoney(line.unitPrice, line.currency);
    case 'drawingRevision':
      return joinWords([line.drawingRevision, documentWords(t, line)]) || t('change.empty');
    default:
      return line[field] || t('change.empty');
  }
}

/** 300個 × 1,250.5円. */
const priceWords = (t: T, line: OfferLine): string =>
  t('line.of', {
    ...{ quantity: groupDigits(line.quantity), unit: line.unit },
    price: formatMoney(line.unitPrice, line.currency),
  });

function lotWords(t: T, lot: OfferLot, terms: TermSheet): string {
  if (lot.quantities.length === 0) return t('lot.all');
  return joinWords(
    lot.quantities.map(({ lineKey, quantity }) => {
      const line = terms.lines.find(({ key }) => key === lineKey);
      return `${line?.item ?? ''} ${groupDigits(quantity)}${line?.unit ?? ''}`;
    }),
  );
}

/** 先行分 2026年6月30日（軸受け 100個）. */
function lotLine(t: T, lot: OfferLot, terms: TermSheet): string {
  const name = lot.name === '' ? '' : `${lot.name} `;
  return `${name}${formatDay(lot.deliverOn)} ${lotWords(t, lot, terms)}`;
}

/** Totals without tax of all currencies: 488,483円、USD 12.50. */
const netWords = (terms: Pick<TermSheet, 'lines' | 'rounding'>): string =>
  joinWords(sheetTotals(terms).map(({ net, currency }) => formatMoney(net, currency)));

/** What a round changed against the one before, one sentence each: 単価 1,200円 → 1,150円. */
function changeWords(t: T, before: TermSheet, after: TermSheet): string[] {
  const { lines, lots, parts } = changesBetween(before, after);
  const isAlone = before.lines.length === 1 && after.lines.length === 1;
  const ofLines = lines.flatMap(({ before: old, after: now, fields }) => {
    if (!now) return [t('change.lineRemoved', { item: old?.item ?? '' })];
    if (!old) return [t('change.lineAdded', { item: now.item, detail: priceWords(t, now) })];
    return fields.map((field) => {
      const words = { before: fieldWords(t, field, old), after: fieldWords(t, field, now) };
      if (isAlone) return t('change.total', { name: t(`line.${field}`), ...words });
      return t('change.line', { item: now.item, field: t(`line.${field}`), ...words });
    });
  });
  const [from, to] = [netWords(before), netWords(after)];
  const ofTotal = from === to ? [] : [t('change.total', { name: t('total.net'), before: from, after: to })];
  const ofLots = lots.map(({ before: old, after: now }) => {
    if (!now) return t('change.lotRemoved', { lot: old ? lotLine(t, old, before) : '' });
    if (!old) return t('change.lotAdded', { lot: lotLine(t, now, after) });
    if (before.lots.length === 1 && after.lots.length === 1)
      return t('change.lotDate', { before: formatDay(old.deliverOn), after: formatDay(now.deliverOn) });
    return t('change.lot', { before: lotLine(t, old, before), after: lotLine(t, now, after) });
  });
  const ofParts = parts.map((part) =>
    t('change.total', {
      name: t(`part.${part}`),
      before: partWords(t, part, before) || t('change.empty'),
      after: partWords(t, part, after) || t('change.empty'),
    }),
  );
  return [...ofLines, ...ofTotal, ...ofLots, ...ofParts];
}

/** What is left of a line's quantity beside what lots hold; null where something is no number yet. */
export function leftOf(line: Pick<OfferLine, 'key' | 'quantity'>, lots: readonly OfferLot[]): string | null {
  try {
    const held = lots.flatMap((lot) => lot.quantities.filter(({ lineKey }) => lineKey === line.key));
    const left = held.reduce((rest, { quantity }) => subtract(rest, exact(quantity)), exact(line.quantity));
    return plain(decimal(left, 6));
  } catch {
    return null;
  }
}

/** Names and values of what a term sheet says, and what changed, in the reader's language. */
export function useOfferWords() {
  const { t } = useTranslation('offers');
  return {
    part: (part: SheetPart, terms: TermSheet) => partWords(t, part, terms),
    payment: (payment: Payment) => paymentWords(t, payment),
    price: (line: OfferLine) => priceWords(t, line),
    /** 図面 TS-4410、版 B、資料の第2版. */
    drawing: (line: OfferLine) =>
      joinWords([
        line.drawing && t('line.withDrawing', { drawing: line.drawing }),
        line.drawingRevision && t('line.withRevision', { revision: line.drawingRevision }),
        documentWords(t, line),
      ]),
    lotName: (lot: OfferLot, index: number) => lot.name || t('lot.one', { no: index + 1 }),
    lot: (lot: OfferLot, terms: TermSheet) => lotWords(t, lot, terms),
    net: netWords,
    changes: (before: TermSheet, after: TermSheet) => changeWords(t, before, after),
  };
}
