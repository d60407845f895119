import type { MeetingResult, ResultRecord } from '#contracts/meeting-results.js';
import type { Language } from '#contracts/shapes.js';

const headings = {
  ja: {
    orderer: '発注側',
    supplier: '受注側',
    result: '結果',
    ordererSays: '発注側の回答',
    supplierSays: '受注側の回答',
    months: '最後の回答（か月後）',
    note: '補足',
  },
  en: {
    orderer: 'Orderer',
    supplier: 'Supplier',
    result: 'Result',
    ordererSays: 'Orderer says',
    supplierSays: 'Supplier says',
    months: 'Last answer (months after)',
    note: 'Notes',
  },
} as const;

const results: Record<MeetingResult, readonly [ja: string, en: string]> = {
  deal: ['成立', 'Deal'],
  likely: ['成立見込み', 'Likely'],
  continuing: ['継続', 'Continuing'],
  'no-deal': ['不成立', 'No deal'],
  differs: ['両者の回答が異なる', 'Answers differ'],
  'one-sided': ['一方だけ回答', 'One side answered'],
  silent: ['回答なし', 'No answer'],
};

export const resultColumns = (language: Language): { key: string; label: string }[] =>
  Object.entries(headings[language]).map(([key, label]) => ({ key, label }));

/** One meeting as a line of the exported table. */
export function resultRow(
  { orderer, supplier, result }: ResultRecord,
  language: Language,
): Record<string, string | number | null> {
  const word = (key: MeetingResult | undefined) => (key ? results[key][language === 'ja' ? 0 : 1] : '');
  const months = [orderer, supplier].flatMap(({ answer }) => (answer ? [answer.months] : []));
  return {
    orderer: orderer.name,
    supplier: supplier.name,
    result: word(result),
    ordererSays: word(orderer.answer?.outcome),
    supplierSays: word(supplier.answer?.outcome),
    months: months.length > 0 ? Math.max(...months) : null,
    note: [orderer.answer?.note, supplier.answer?.note].filter(Boolean).join(' / '),
  };
}
