import { offerTotalYen, type OfferTerms } from '#contracts/negotiations.js';

/** The rows of an offer, in the order in which people read them. */
export const termKeys = [
  'item',
  'quantity',
  'unitPriceYen',
  'totalYen',
  'deliveryOn',
  'deliveryPlace',
  'payment',
  'validUntil',
  'note',
] as const;
export type TermKey = (typeof termKeys)[number];

/** What a row holds, to be compared: quantity and unit are one row, the total follows from the others. */
function held(key: TermKey, terms: OfferTerms): string | number {
  if (key === 'quantity') return `${terms.quantity} ${terms.unit}`;
  return key === 'totalYen' ? offerTotalYen(terms) : terms[key];
}

/** The rows in which an offer differs from the one before it. */
export const changedTerms = (before: OfferTerms, after: OfferTerms): TermKey[] =>
  termKeys.filter((key) => held(key, before) !== held(key, after));
