import { describe, expect, it } from '@jest/globals';
import { priceAnswer } from '#contracts/price-ledger.js';
import type { PriceIndex, PriceRequest } from '#contracts/price-ledger.js';
import { computedPrice, emptyPart, withIndex, noAnswerYet } from './ledger-draft';

const index = {
  id: 'steel',
  points: [
    { period: '2025-03', value: '100' },
    { period: '2025-04', value: '112' },
    { period: '2026-04', value: '128.4' },
  ],
} as unknown as PriceIndex;

const request = (part: Partial<PriceRequest['parts'][0]>): PriceRequest => ({
  ...{ item: '', unit: '', currentPrice: '1250', requestedPrice: '', effectiveOn: '', reason: '' },
  ...{ rounding: 'half-up', digits: 0, parts: [{ ...emptyPart(), sharePercent: '45', ...part }] },
});

describe('a price request that is being written', () => {
  it('proposes the latest month of an index and the one a year before', () => {
    expect(withIndex(emptyPart(), index)).toMatchObject({
      indexId: 'steel',
      basePeriod: '2025-04',
      period: '2026-04',
    });
    expect(withIndex(withIndex(emptyPart(), index), undefined)).toMatchObject({
      indexId: null,
      basePeriod: '',
    });
  });

  it('shows the price that the server will compute, from an index or typed values', () => {
    const expected = { price: '1332', formula: '1250 × (1 + 45% × (128.4 ÷ 112 − 1)) = 1332.366071… → 1332' };
    expect(computedPrice(request({ baseValue: '112', value: '128.4' }), [])).toEqual(expected);
    expect(computedPrice(request(withIndex({ ...emptyPart(), sharePercent: '45' }, index)), [index])).toEqual(
      expected,
    );
    expect(computedPrice(request({ baseValue: '', value: '128.4' }), [])).toBeNull();
    expect(computedPrice(request({ baseValue: '0', value: '1' }), [])).toBeNull();
  });

  it('is answered with what somebody chose, never with what stood there', () => {
    expect(priceAnswer.safeParse(noAnswerYet).error?.issues.map(({ path }) => path)).toEqual([['decision']]);
  });
});
