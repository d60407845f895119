import type { BothLanguages } from '#contracts/shapes.js';

/** Each coded reason as the other side reads it: a reason to go on elsewhere, not a verdict. */
const declineReasons: Record<string, BothLanguages> = {
  'too-early': { ja: 'まだ検討の時期ではないとのことです', en: 'it is too early for them' },
  'benefit-unclear': {
    ja: '自社での効果をまだ見通せないとのことです',
    en: 'they do not yet see the benefit for them',
  },
  'commercial-route-unclear': {
    ja: '事業としての道筋をまだ描けないとのことです',
    en: 'they do not yet see a commercial route',
  },
  'description-unclear': {
    ja: '内容をもう少し詳しく知りたいとのことです',
    en: 'they would need a clearer description',
  },
  'technical-objection': {
    ja: '技術面で合わないところがあるとのことです',
    en: 'there is a technical obstacle',
  },
  capacity: { ja: '今は対応できる余力がないとのことです', en: 'they have no spare capacity now' },
  price: { ja: '価格の条件が合わないとのことです', en: 'the price does not fit' },
  delivery: { ja: '納期の条件が合わないとのことです', en: 'the delivery date does not fit' },
  'certificate-missing': { ja: '必要な認証がそろわないとのことです', en: 'a needed certificate is missing' },
  location: { ja: '地域の条件が合わないとのことです', en: 'the location does not fit' },
  'ip-terms': {
    ja: '知的財産の条件が合わないとのことです',
    en: 'the terms of intellectual property do not fit',
  },
  other: { ja: '今回は見送りたいとのことです', en: 'they would rather pass this time' },
};

export const declineWords = (code: string | null): BothLanguages =>
  declineReasons[code ?? 'other'] ?? (declineReasons['other'] as BothLanguages);

/** As what a firm is asked into a team. */
export const teamRoleWords = {
  lead: { ja: '元請', en: 'the lead' },
  partner: { ja: '協力企業', en: 'a partner' },
} as const satisfies Record<string, BothLanguages>;

export const sideWords: Record<'owner' | 'candidate', BothLanguages> = {
  owner: { ja: '依頼元', en: 'The company that asks' },
  candidate: { ja: '候補企業', en: 'The candidate' },
};
