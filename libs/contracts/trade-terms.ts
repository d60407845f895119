import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bothLanguages } from './shapes.js';

export const tradeTermKind = z.enum(['process', 'material', 'incoterms', 'payment', 'trade', 'quality']);
export type TradeTermKind = z.infer<typeof tradeTermKind>;

/** A word of the trade in both languages. */
export const tradeTerm = z.object({
  code: z.string(),
  kind: tradeTermKind,
  ja: z.string(),
  en: z.string(),
  /** Other spellings of it, in either language. */
  also: z.array(z.string()),
  /** What it means, in a sentence; absent where the word says it. */
  note: bothLanguages.optional(),
});
export type TradeTerm = z.infer<typeof tradeTerm>;

export const tradeTermsApi = {
  list: endpoint({
    method: 'GET',
    path: '/trade-terms',
    access: 'signed-in',
    summary:
      'Words of the trade in Japanese and English: processes, materials, Incoterms 2020, payment, delivery, quality',
    response: z.object({ items: z.array(tradeTerm) }),
  }),
};
