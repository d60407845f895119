import { describe, expect, it } from '@jest/globals';
import type { OfferTerms } from '#contracts/negotiations.js';
import { changedTerms } from './offer-terms';

const terms: OfferTerms = {
  item: 'Housing A5052',
  quantity: 50,
  unit: 'pcs',
  unitPriceYen: 1_200,
  deliveryOn: '2026-12-20',
  deliveryPlace: 'Shinagawa works',
  payment: 'End of next month',
  validUntil: '2026-12-01',
  note: '',
};

describe('what changed between two offers', () => {
  it('is nothing where they say the same', () => {
    expect(changedTerms(terms, { ...terms })).toEqual([]);
  });

  it('names the price and the total that follows from it', () => {
    expect(changedTerms(terms, { ...terms, unitPriceYen: 1_150 })).toEqual(['unitPriceYen', 'totalYen']);
  });

  it('counts another unit as another quantity', () => {
    expect(changedTerms(terms, { ...terms, unit: 'sets' })).toEqual(['quantity']);
  });

  it('leaves the total out where two changes cancel each other', () => {
    expect(changedTerms(terms, { ...terms, quantity: 100, unitPriceYen: 600 })).toEqual([
      'quantity',
      'unitPriceYen',
    ]);
  });
});
