import {
  criteria,
  type ComparedOffer,
  type Criterion,
  type OfferComparison,
  type Weighed,
} from '#contracts/offer-comparison.js';
import { quantitiesDiffer, weightShares } from '#contracts/offer-scores.js';
import type { BothLanguages, Language } from '#contracts/shapes.js';
import { sheetTotals } from '#contracts/term-totals.js';
import { todayInJapan } from '#platform/japan-time.js';
import type { ExportHeader, ExportRow } from '#platform/spreadsheet/index.js';
import { fill, inspectionWords, lineWords, money, paymentWords, termNames } from '../term-words.js';

const words = {
  term: { ja: '項目', en: 'Term' },
  weight: { ja: '重み', en: 'Weight' },
  weightShare: { ja: '重みの割合（%）', en: 'Share of weights (%)' },
  state: { ja: '状態', en: 'State' },
  notScored: { ja: '（終了した条件のため点なし）', en: ' (ended: not scored)' },
  outdated: { ja: '（案件の変更前の条件）', en: ' (made before the order was amended)' },
  made: { ja: '提示日', en: 'Made on' },
  deliveryDay: {
    ja: '最後の納期（最初の提示日を1日目とした日数）',
    en: 'Last delivery (day, the first offer being day 1)',
  },
  warranty: { ja: '保証（月）', en: 'Warranty (months)' },
  validUntil: { ja: '有効期限', en: 'Valid until' },
  rating: { ja: '自社の評価（0〜5）：{criterion}', en: 'Own rating (0 to 5): {criterion}' },
  points: { ja: '点（100点満点）：{criterion}', en: 'Points (of 100): {criterion}' },
  score: { ja: '総合点', en: 'Score' },
  rank: { ja: '順位', en: 'Rank' },
  best: { ja: '最も良い項目', en: 'Best in' },
  printed: { ja: '作成日', en: 'Made out on' },
  weighedBy: { ja: '重みの設定者', en: 'Weights set by' },
  nobody: { ja: '未設定（初期値）', en: 'nobody (usual weights)' },
  remark: { ja: '注意', en: 'Note' },
  quantities: {
    ja: '会社によって数量が違うため、合計は単純に比べられません。',
    en: 'The quantities differ between the companies, so the totals do not compare.',
  },
} as const satisfies Record<string, BothLanguages>;
const criterionNames: Record<Criterion, BothLanguages> = {
  price: { ja: '価格', en: 'price' },
  delivery: { ja: '納期', en: 'delivery' },
  warranty: { ja: '保証', en: 'warranty' },
  quality: { ja: '品質', en: 'quality' },
  capability: { ja: '技術力', en: 'capability' },
  reliability: { ja: '信頼性', en: 'reliability' },
};
const states: Record<ComparedOffer['state'], BothLanguages> = {
  open: { ja: '回答待ち', en: 'open' },
  accepted: { ja: '合意', en: 'accepted' },
  superseded: { ja: '自社の対案あり', en: 'answered with a counter-offer' },
  withdrawn: { ja: '取り下げ', en: 'withdrawn' },
  declined: { ja: '見送り', en: 'declined' },
  expired: { ja: '期限切れ', en: 'expired' },
};
const reasons: Record<Weighed['missing'][number]['why'], BothLanguages> = {
  'not-said': { ja: '記載なし', en: 'not stated' },
  'not-rated': { ja: '未評価', en: 'not rated' },
  'other-currency': { ja: '通貨が違うため点なし', en: 'other currency: no points' },
  impossible: { ja: '提示日より前の納期のため点なし', en: 'delivery before the offer: no points' },
};

/** A number that a spreadsheet can compute with. */
const figure = (points: string | null): number | null => (points === null ? null : Number(points));

type Cell = (offer: ComparedOffer) => string | number;

/** Terms as rows, suppliers as columns, with the weights beside what they weigh; a missing figure says why. */
export function comparisonTable(
  comparison: OfferComparison,
  language: Language,
): { headers: ExportHeader[]; rows: ExportRow[] } {
  const { items } = comparison;
  const say = (key: keyof typeof words) => words[key][language];
  const row = (label: string, cell: Cell, weight: { weight?: number; share?: string } = {}): ExportRow => ({
    ...{ term: label, weight: weight.weight ?? '', share: weight.share ?? '' },
    ...Object.fromEntries(items.map((offer) => [offer.roomId, cell(offer)])),
  });
  return {
    headers: [
      { key: 'term', label: say('term') },
      { key: 'weight', label: say('weight') },
      { key: 'share', label: say('weightShare') },
      ...items.map(({ roomId, company }) => ({ key: roomId, label: company.name })),
    ],
    rows: [
      ...termCells(language).map(([label, cell]) => row(label, cell)),
      ...scoreRows(comparison, language, row),
      ...footRows(comparison, language),
    ],
  };
}

function termCells(language: Language): [string, Cell][] {
  const say = (key: keyof typeof words) => words[key][language];
  const name = (key: 'net' | 'gross' | 'lines' | 'lots' | 'place' | 'inspection' | 'payment' | 'note') =>
    termNames[key][language];
  const totals = ({ terms }: ComparedOffer, which: 'net' | 'gross') =>
    sheetTotals(terms)
      .map((part) => money(part[which], part.currency, language))
      .join(' / ');
  return [
    [
      say('state'),
      ({ state, stands, outdated }) =>
        states[state][language] + (outdated ? say('outdated') : '') + (stands ? '' : say('notScored')),
    ],
    [say('made'), ({ madeOn }) => madeOn],
    [name('net'), (offer) => totals(offer, 'net')],
    [name('gross'), (offer) => totals(offer, 'gross')],
    [
      name('lines'),
      ({ terms }) =>
        terms.lines
          .map((line) => {
            const price = money(line.unitPrice, line.currency, language);
            return `${lineWords(line, language)} ${line.quantity} ${line.unit} × ${price}`;
          })
          .join(' / '),
    ],
    [name('lots'), ({ terms }) => terms.lots.map(({ deliverOn }) => deliverOn).join(' / ')],
    [say('deliveryDay'), ({ deliveryDay }) => deliveryDay ?? ''],
    [name('place'), ({ terms }) => `${terms.incoterm} ${terms.place}`.trim()],
    [name('payment'), ({ terms }) => paymentWords(terms.payment, language)],
    [name('inspection'), ({ terms }) => inspectionWords(terms.inspection, language)],
    [say('warranty'), ({ terms }) => terms.warrantyMonths ?? reasons['not-said'][language]],
    [say('validUntil'), ({ terms }) => terms.validUntil],
    [name('note'), ({ terms }) => terms.note],
  ];
}

function scoreRows(
  { weights }: OfferComparison,
  language: Language,
  row: (label: string, cell: Cell, weight?: { weight?: number; share?: string }) => ExportRow,
): ExportRow[] {
  const say = (key: keyof typeof words) => words[key][language];
  const shares = weightShares(weights);
  const of = (key: 'rating' | 'points', one: Criterion) =>
    fill(say(key), { criterion: criterionNames[one][language] });
  const best = (one: ComparedOffer['best'][number]) =>
    one === 'score' ? say('score') : criterionNames[one][language];
  return [
    ...(['quality', 'capability', 'reliability'] as const).map((one) =>
      row(of('rating', one), ({ rating }) => rating[one] ?? reasons['not-rated'][language]),
    ),
    ...criteria.map((one) =>
      row(
        of('points', one),
        ({ scores, missing }) => {
          const why = missing.find(({ criterion }) => criterion === one)?.why;
          return figure(scores[one]) ?? (why ? reasons[why][language] : '');
        },
        { weight: weights[one], share: shares[one] },
      ),
    ),
    row(say('score'), ({ score }) => figure(score) ?? ''),
    row(say('rank'), ({ rank }) => rank ?? ''),
    row(say('best'), (offer) => offer.best.map(best).join(language === 'ja' ? '、' : ', ')),
  ];
}

/** What belongs to the whole table: in the first two columns. */
function footRows({ items, weighedBy }: OfferComparison, language: Language): ExportRow[] {
  const say = (key: keyof typeof words) => words[key][language];
  return [
    { term: say('weighedBy'), weight: weighedBy?.name ?? say('nobody') },
    { term: say('printed'), weight: todayInJapan() },
    ...(quantitiesDiffer(items.map(({ terms }) => terms))
      ? [{ term: say('remark'), weight: say('quantities') }]
      : []),
  ];
}
