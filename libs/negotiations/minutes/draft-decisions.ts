import type { Decision } from '#contracts/minutes.js';
import type { Language } from '#contracts/shapes.js';
import { fill, money } from '../term-words.js';

/** What the record says was decided. */
export type Decided = { readonly seq: number } & (
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'offer'; readonly no: number; readonly totalYen: number; readonly lots: boolean }
  | {
      readonly kind: 'price';
      readonly no: number;
      readonly item: string;
      readonly price: string;
      readonly decision: string;
    }
);

const words = {
  offer: {
    ja: '第{no}回の提示条件に合意した（合計{total}、税抜）。',
    en: 'Offer {no} was accepted (total {total}, without tax).',
  },
  lots: {
    ja: '第{no}回の提示条件のうち、一部の納入分に合意した。',
    en: 'Offer {no} was accepted for some of its lots.',
  },
  'price-refused': {
    ja: '単価の見直し（第{no}回、{item}）は、現行の{price}のままとする。',
    en: 'Price request {no} ({item}): the price stays at {price}.',
  },
  price: {
    ja: '単価の見直し（第{no}回、{item}）：{price}とする。',
    en: 'Price request {no} ({item}): the price is {price} from now on.',
  },
} as const;

const MOST = 2_000;

/** The decisions of a draft, in the words of whoever makes it, in the order of the record. */
export const draftDecisions = (decided: readonly Decided[], language: Language): Decision[] =>
  decided.slice(-100).map((one) => ({ seq: one.seq, text: textOf(one, language).slice(0, MOST) }));

function textOf(one: Decided, language: Language): string {
  if (one.kind === 'message') return one.text;
  const no = String(one.no);
  if (one.kind === 'offer') {
    const total = money(String(one.totalYen), 'JPY', language);
    return fill(words[one.lots ? 'lots' : 'offer'][language], { no, total });
  }
  const price = money(one.price, 'JPY', language);
  const text = words[one.decision === 'refused' ? 'price-refused' : 'price'][language];
  return fill(text, { no, item: one.item, price });
}
