import type { Language } from '#contracts/shapes.js';
import type { OfferLot, TermSheet } from '#contracts/term-sheet.js';
import { lineAmount, sheetTotals } from '#contracts/term-totals.js';
import { heading, keyValues, table, type PdfContent } from '#platform/pdf/index.js';
import {
  fill,
  grouped,
  inspectionWords,
  lineWords,
  money,
  paymentWords,
  roundingNames,
  taxWords,
  termNames,
} from './term-words.js';

type Key = keyof typeof termNames;

/** A term sheet on paper: lines, totals with tax, lots, conditions. */
export function termSheetContent(terms: TermSheet, language: Language): PdfContent[] {
  const say = (key: Key, values: Record<string, string> = {}) => fill(termNames[key][language], values);
  return [
    heading(say('lines')),
    linesTable(terms, language, say),
    keyValues(totalRows(terms, language, say)),
    heading(say('lots')),
    table(
      [{ label: say('lot'), width: 110 }, { label: say('deliverOn'), width: 110 }, { label: say('holds') }],
      terms.lots.map((lot, i) => [
        lot.name || String(i + 1),
        dayInWords(lot.deliverOn, language),
        lotWords(lot, terms, say('all')),
      ]),
    ),
    heading(say('conditions')),
    keyValues(conditionRows(terms, language, say)),
  ];
}

type Say = (key: Key, values?: Record<string, string>) => string;

const linesTable = (terms: TermSheet, language: Language, say: Say): PdfContent =>
  table(
    [
      { label: say('item') },
      { label: say('quantity'), width: 64, align: 'right' },
      { label: say('unitPrice'), width: 82, align: 'right' },
      { label: say('amount'), width: 88, align: 'right' },
      { label: say('tax'), width: 58 },
    ],
    terms.lines.map((line) => [
      lineWords(line, language),
      `${grouped(line.quantity)} ${line.unit}`,
      money(line.unitPrice, line.currency, language),
      money(lineAmount(line, terms.rounding), line.currency, language),
      taxWords(line.taxClass, language),
    ]),
  );

function totalRows(terms: TermSheet, language: Language, say: Say): [string, string][] {
  const amounts = sheetTotals(terms).flatMap(({ currency, net, taxes, gross }): [string, string][] => {
    const amount = (decimal: string) => money(decimal, currency, language);
    if (taxes.every(({ taxClass }) => taxClass === 'unstated'))
      return [
        [say('net'), amount(net)],
        [say('tax'), say('taxUnstated')],
      ];
    return [
      [say('net'), amount(net)],
      ...taxes.map((part): [string, string] => [
        say('taxOf', { class: taxWords(part.taxClass, language), net: amount(part.net) }),
        amount(part.tax),
      ]),
      [say('gross'), amount(gross)],
    ];
  });
  const { line, tax } = terms.rounding;
  const rule = { line: roundingNames[line][language], tax: roundingNames[tax][language] };
  return [...amounts, [say('rounding'), say('roundingOf', rule)]];
}

function lotWords(lot: OfferLot, terms: TermSheet, all: string): string {
  if (lot.quantities.length === 0) return all;
  return lot.quantities
    .map(({ lineKey, quantity }) => {
      const line = terms.lines.find(({ key }) => key === lineKey);
      return `${line?.item ?? ''} ${grouped(quantity)} ${line?.unit ?? ''}`;
    })
    .join('\n');
}

function conditionRows(terms: TermSheet, language: Language, say: Say): [string, string][] {
  const months = terms.warrantyMonths;
  const warranty = [months === null ? '' : say('warrantyMonths', { months: String(months) }), terms.warranty];
  const rows: [string, string][] = [
    [say('place'), `${terms.incoterm} ${terms.place}`.trim()],
    [say('inspection'), inspectionWords(terms.inspection, language)],
    [say('warranty'), warranty.filter((part) => part !== '').join(language === 'ja' ? '。' : '; ')],
    [say('payment'), paymentWords(terms.payment, language)],
    [say('note'), terms.note],
  ];
  return rows.filter(([, value]) => value !== '');
}

const dayInWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: 'UTC',
    dateStyle: 'long',
  }).format(new Date(day));
