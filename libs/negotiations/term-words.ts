import type { Rounding } from '#contracts/exact.js';
import type { BothLanguages, Language } from '#contracts/shapes.js';
import type { LineKind, OfferLine, Payment, TaxClass, TermSheet } from '#contracts/term-sheet.js';
import type { CurrencyTotals } from '#contracts/term-totals.js';

/** Names of what a term sheet says, on paper. */
export const termNames = {
  lines: { ja: '明細', en: 'Lines' },
  item: { ja: '品名・内容', en: 'Item' },
  quantity: { ja: '数量', en: 'Quantity' },
  unitPrice: { ja: '単価（税抜）', en: 'Unit price (net)' },
  amount: { ja: '金額（税抜）', en: 'Amount (net)' },
  tax: { ja: '税区分', en: 'Tax' },
  drawing: { ja: '図面 {drawing}', en: 'Drawing {drawing}' },
  drawingRevision: { ja: '版 {revision}', en: 'rev. {revision}' },
  totals: { ja: '合計', en: 'Totals' },
  net: { ja: '合計（税抜）', en: 'Total (net)' },
  taxOf: { ja: '消費税（{class}対象 {net}）', en: 'Consumption tax ({class} on {net})' },
  taxUnstated: { ja: '税区分の記載なし', en: 'Tax class not stated' },
  gross: { ja: '合計（税込）', en: 'Total (with tax)' },
  rounding: { ja: '端数処理', en: 'Rounding' },
  roundingOf: {
    ja: '明細ごと {line}、消費税は税率ごとに1回 {tax}',
    en: 'Per line {line}; tax once per rate {tax}',
  },
  lots: { ja: '納期', en: 'Delivery' },
  lot: { ja: '納入分', en: 'Lot' },
  deliverOn: { ja: '納期', en: 'Delivery date' },
  holds: { ja: '内容', en: 'Contents' },
  all: { ja: '全数', en: 'everything' },
  conditions: { ja: '条件', en: 'Conditions' },
  place: { ja: '納入場所', en: 'Place of delivery' },
  inspection: { ja: '検査', en: 'Inspection' },
  warranty: { ja: '保証', en: 'Warranty' },
  warrantyMonths: { ja: '受領から{months}か月', en: '{months} months from receipt' },
  payment: { ja: '支払条件', en: 'Payment' },
  note: { ja: '備考', en: 'Note' },
} as const satisfies Record<string, BothLanguages>;

const kinds: Record<LineKind, BothLanguages> = {
  item: { ja: '', en: '' },
  tooling: { ja: '【型・治具】', en: '[Tooling] ' },
  setup: { ja: '【段取り・初期費用】', en: '[Set-up] ' },
};
const taxes: Record<TaxClass, BothLanguages> = {
  standard: { ja: '10%', en: '10%' },
  reduced: { ja: '8%（軽減）', en: '8% (reduced)' },
  exempt: { ja: '対象外', en: 'none' },
  unstated: { ja: '記載なし', en: 'not stated' },
};
export const roundingNames: Record<Rounding, BothLanguages> = {
  'half-up': { ja: '四捨五入', en: 'half up' },
  'half-down': { ja: '五捨六入', en: 'half down' },
  'half-even': { ja: '銀行丸め', en: 'half to even' },
  up: { ja: '切上げ', en: 'up' },
  down: { ja: '切捨て', en: 'down' },
};
const methods: Record<Payment['method'], BothLanguages> = {
  unstated: { ja: '', en: '' },
  transfer: { ja: '銀行振込', en: 'bank transfer' },
  cash: { ja: '現金', en: 'cash' },
  'electronic-claim': { ja: '電子記録債権', en: 'electronically recorded claim' },
  factoring: { ja: '一括決済（ファクタリング等）', en: 'factoring' },
  note: { ja: '手形', en: 'promissory note' },
  'letter-of-credit': { ja: '信用状', en: 'letter of credit' },
};
const fees = {
  unstated: { ja: '', en: '' },
  payer: { ja: '振込手数料は支払側負担', en: 'charges borne by the payer' },
  payee: { ja: '振込手数料は受取側負担', en: 'charges borne by the payee' },
} as const;

const dayOfMonth = (day: number, language: Language): string => {
  if (language === 'ja') return day === 31 ? '末日' : `${day}日`;
  return day === 31 ? 'the last day' : `day ${day}`;
};

/** 翌月, 翌々月, 3か月後の月. */
function monthAfter(months: number, language: Language): string {
  if (language === 'en')
    return months === 0 ? 'the same month' : months === 1 ? 'the next month' : `month +${months}`;
  return ['当月', '翌月', '翌々月'][months] ?? `${months}か月後`;
}

/** 末日締め 翌月末日払い、銀行振込 … */
export function paymentWords(payment: Payment, language: Language): string {
  const { timing, closingDay, monthsAfter, dueDay, days, on } = payment;
  const ja = language === 'ja';
  let when = '';
  if (timing === 'monthly' && closingDay !== null && monthsAfter !== null && dueDay !== null) {
    const [closing, due] = [dayOfMonth(closingDay, language), dayOfMonth(dueDay, language)];
    const month = monthAfter(monthsAfter, language);
    when = ja ? `${closing}締め ${month}${due}払い` : `closing ${closing}, paid ${due} of ${month}`;
  }
  if (timing === 'days' && days !== null)
    when = ja ? `受領後${days}日以内` : `within ${days} days of receipt`;
  if (timing === 'date' && on !== null) when = ja ? `${on}払い` : `on ${on}`;
  const parts = [when, methods[payment.method][language], fees[payment.feeBy][language], payment.note];
  return [...parts, reentrustedWords(payment.reentrusted, language)]
    .filter((part) => part !== '')
    .join(ja ? '、' : ', ');
}

/** 再委託（元委託者：架空電機、元委託の支払期日：2026-10-10）: what the law wants stated where work is passed on. */
function reentrustedWords(reentrusted: Payment['reentrusted'], language: Language): string {
  if (!reentrusted) return '';
  const { originalOrderer, originalDueOn } = reentrusted;
  const ja = language === 'ja';
  const said = [
    originalOrderer && `${ja ? '元委託者：' : 'original orderer: '}${originalOrderer}`,
    originalDueOn && `${ja ? '元委託の支払期日：' : 'paid there on '}${originalDueOn}`,
  ].filter(Boolean);
  const head = ja ? '再委託' : 'work passed on';
  if (said.length === 0) return head;
  return ja ? `${head}（${said.join('、')}）` : `${head} (${said.join('; ')})`;
}

export function inspectionWords(
  { kind, withinDays, standard }: TermSheet['inspection'],
  language: Language,
): string {
  const ja = language === 'ja';
  if (kind === 'unstated') return standard;
  if (kind === 'none') return ja ? '検査なし' : 'none';
  const days = withinDays ?? 0;
  const done = ja ? `受領後${days}日以内に検査を完了` : `finished within ${days} days of receipt`;
  return [done, standard].filter((part) => part !== '').join(ja ? '。' : '; ');
}

export const lineWords = (line: OfferLine, language: Language): string =>
  [
    kinds[line.kind][language] + line.item,
    line.drawing && fill(termNames.drawing[language], { drawing: line.drawing }),
    line.drawingRevision && fill(termNames.drawingRevision[language], { revision: line.drawingRevision }),
  ]
    .filter((part) => part !== '')
    .join(' ');
export const taxWords = (taxClass: TaxClass, language: Language): string => taxes[taxClass][language];

export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** 1,234,567.5: grouped by thousands, digit by digit, so that no float comes near it. */
export function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const head = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? head : `${head}.${fraction}`;
}

export function money(decimal: string, currency: CurrencyTotals['currency'], language: Language): string {
  if (currency !== 'JPY') return `${currency} ${grouped(decimal)}`;
  return language === 'ja' ? `${grouped(decimal)}円` : `JPY ${grouped(decimal)}`;
}
