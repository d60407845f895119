import type { PriceLedger, PriceRound } from '#contracts/price-ledger.js';
import type { BothLanguages, Language } from '#contracts/shapes.js';
import { heading, keyValues, paragraph, renderPdf, table, type PdfContent } from '#platform/pdf/index.js';
import { fill, grouped } from '../term-words.js';

const words = {
  title: { ja: '価格協議記録', en: 'Price negotiation ledger' },
  parties: { ja: '{owner} と {candidate}', en: '{owner} and {candidate}' },
  none: { ja: '価格の協議はまだありません。', en: 'No price was negotiated yet.' },
  round: { ja: '第{no}回 {state}', en: 'Round {no}: {state}' },
  asked: { ja: '申し入れ', en: 'Asked' },
  act: { ja: '{company} {by}（{at}）', en: '{company}, {by} ({at})' },
  item: { ja: '品名', en: 'Item' },
  price: { ja: '単価（税抜）', en: 'Unit price (net)' },
  prices: {
    ja: '現在 {current}円 → 算定 {computed}円、申し入れ {requested}円（1{unit}あたり、{on}から）',
    en: 'now JPY {current} → computed JPY {computed}, asked JPY {requested} (per {unit}, from {on})',
  },
  part: { ja: '費目', en: 'Cost' },
  share: { ja: '構成比', en: 'Share' },
  index: { ja: '指標', en: 'Index' },
  values: { ja: '値の動き', en: 'Values' },
  effect: { ja: '影響額（円）', en: 'Effect (JPY)' },
  formula: { ja: '計算式', en: 'Formula' },
  reason: { ja: '理由', en: 'Reason' },
  answer: { ja: '回答', en: 'Answer' },
  answerOf: { ja: '{decision} {price}円', en: '{decision}, JPY {price}' },
  noReasons: { ja: '（理由の記載なし）', en: '(no reasons given)' },
  unanswered: { ja: '未回答', en: 'not answered' },
  signed: { ja: '確認（署名）', en: 'Countersigned' },
  withdrawn: { ja: '取り下げの理由', en: 'Withdrawn because' },
  hash: { ja: '内容の照合値（SHA-256）', en: 'Content (SHA-256)' },
  kept: { ja: '保存期限', en: 'Kept until' },
  notLaw: {
    ja: 'この記録は協議の経過を残すもので、法律上の助言ではありません。',
    en: 'This record shows how the talks went. It is no legal advice.',
  },
} as const satisfies Record<string, BothLanguages>;

const states: Record<PriceRound['state'], BothLanguages> = {
  asked: { ja: '回答待ち', en: 'waiting for an answer' },
  answered: { ja: '回答済み（確認待ち）', en: 'answered, to be countersigned' },
  settled: { ja: '双方確認済み', en: 'countersigned by both' },
  withdrawn: { ja: '取り下げ', en: 'withdrawn' },
};
const decisions = {
  accepted: { ja: '申し入れのとおり', en: 'as asked' },
  'other-price': { ja: '別の価格', en: 'another price' },
  refused: { ja: '据え置き', en: 'unchanged' },
} as const;
const kinds = {
  material: { ja: '材料費', en: 'Material' },
  energy: { ja: 'エネルギー費', en: 'Energy' },
  labour: { ja: '労務費', en: 'Labour' },
  other: { ja: 'その他', en: 'Other' },
} as const;

interface Parties {
  readonly title: string;
  readonly ownerName: string;
  readonly candidateName: string;
}

/** All rounds of a room on paper, with the formula and who answered and signed. */
export function ledgerPdf(
  room: Parties,
  ledger: PriceLedger,
  language: Language,
  printedAt: Date,
): Promise<Buffer> {
  const say = (key: keyof typeof words, values: Record<string, string> = {}) =>
    fill(words[key][language], values);
  return renderPdf({
    ...{ title: say('title'), subtitle: room.title, language, printedAt },
    content: [
      paragraph(say('parties', { owner: room.ownerName, candidate: room.candidateName })),
      ...(ledger.items.length === 0 ? [paragraph(say('none'))] : []),
      ...ledger.items.flatMap((round) => roundContent(round, room, language)),
      paragraph(say('notLaw')),
    ],
  });
}

function roundContent(round: PriceRound, room: Parties, language: Language): PdfContent[] {
  const say = (key: keyof typeof words, values: Record<string, string> = {}) =>
    fill(words[key][language], values);
  const { document: d, answer } = round;
  const nameOf = (side: PriceRound['side']) => (side === 'owner' ? room.ownerName : room.candidateName);
  const act = (side: PriceRound['side'], done: { by: string; at: string } | null) =>
    done ? say('act', { company: nameOf(side), by: done.by, at: timeInJapan(done.at, language) }) : '—';
  const other = round.side === 'owner' ? 'candidate' : 'owner';
  const answered = answer
    ? [
        say('answerOf', { decision: decisions[answer.decision][language], price: grouped(answer.price) }),
        answer.reasons || say('noReasons'),
        act(other, round.answered),
      ].join('\n')
    : say('unanswered');
  return [
    heading(say('round', { no: String(round.no), state: states[round.state][language] })),
    keyValues([
      [say('asked'), act(round.side, round.asked)],
      [say('item'), d.item],
      [say('price'), say('prices', pricesOf(d))],
    ]),
    partsTable(round, language),
    keyValues([
      [say('formula'), d.formula],
      [say('reason'), d.reason],
      ...(round.withdrawnReason
        ? [[say('withdrawn'), round.withdrawnReason] as const]
        : [[say('answer'), answered] as const]),
      [
        say('signed'),
        [act('owner', round.signed.owner), act('candidate', round.signed.candidate)].join('\n'),
      ],
      [say('hash'), round.sha256],
      [say('kept'), round.retainUntil],
    ]),
  ];
}

const pricesOf = (d: PriceRound['document']): Record<string, string> => ({
  ...{
    current: grouped(d.currentPrice),
    computed: grouped(d.computedPrice),
    requested: grouped(d.requestedPrice),
  },
  ...{ unit: d.unit, on: d.effectiveOn },
});

function partsTable({ document }: PriceRound, language: Language): PdfContent {
  const label = (key: keyof typeof words) => words[key][language];
  return table(
    [
      { label: label('part') },
      { label: label('share'), width: 50, align: 'right' },
      { label: label('index'), width: 130 },
      { label: label('values'), width: 110, align: 'right' },
      { label: label('effect'), width: 72, align: 'right' },
    ],
    document.parts.map((part) => [
      `${kinds[part.kind][language]} ${part.label}`,
      `${part.sharePercent}%`,
      part.index ? `${part.index.name}\n${part.index.source}`.trim() : '—',
      [
        `${part.index?.basePeriod ?? ''} ${grouped(part.baseValue)} → ${part.index?.period ?? ''} ${grouped(part.value)}`,
        `${part.changePercent}%`,
      ].join('\n'),
      grouped(part.effect),
    ]),
  );
}

const timeInJapan = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    ...{ timeZone: 'Asia/Tokyo', dateStyle: 'medium', timeStyle: 'short' },
  }).format(new Date(at));
