import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { criteria, usualWeights, type OfferWeights } from './offer-comparison.js';
import { inOrder, quantitiesDiffer, weighOffers, weightShares, type OfferFacts } from './offer-scores.js';

const none: OfferWeights = {
  ...{ price: 0, delivery: 0, warranty: 0, quality: 0, capability: 0, reliability: 0 },
};
const unrated = { quality: null, capability: null, reliability: null };
const yen = (net: string) => ({ net, currency: 'JPY' as const });
const anOffer = (given: Partial<OfferFacts> = {}): OfferFacts => ({
  ...{ stands: true, price: yen('1000000'), madeOn: '2026-04-01', lastDelivery: '2026-06-30' },
  ...{ rating: unrated, terms: { warrantyMonths: 12 } },
  ...given,
});
const scoresOf = (offers: OfferFacts[], weights: OfferWeights) =>
  weighOffers(offers, weights).map(({ score }) => score);

describe('points of an offer', () => {
  it('are of 100: lowest price, earliest day and longest warranty have them all, others in proportion', () => {
    const [cheap, quick] = weighOffers(
      [
        anOffer({ lastDelivery: '2026-04-20', terms: { warrantyMonths: 6 } }),
        anOffer({ price: yen('1250000'), lastDelivery: '2026-04-10', terms: { warrantyMonths: 18 } }),
      ],
      usualWeights,
    );
    expect(cheap?.scores).toMatchObject({ price: '100.0', delivery: '50.0', warranty: '33.3' });
    expect(quick?.scores).toMatchObject({ price: '80.0', delivery: '100.0', warranty: '100.0' });
    // (60 × 100 + 40 × 50) / 100 and (60 × 80 + 40 × 100) / 100.
    expect([cheap?.score, quick?.score]).toEqual(['80.0', '88.0']);
    expect([cheap?.rank, quick?.rank]).toEqual([2, 1]);
    expect([cheap?.best, quick?.best]).toEqual([['price'], ['delivery', 'warranty', 'score']]);
  });

  it('count the days to delivery from one day for all, however late an offer was made', () => {
    const weighed = weighOffers(
      [anOffer(), anOffer({ madeOn: '2026-06-29' }), anOffer({ lastDelivery: '2026-04-01' })],
      usualWeights,
    );
    expect(weighed.map(({ deliveryDay }) => deliveryDay)).toEqual([91, 91, 1]);
    expect(weighed.map(({ scores }) => scores.delivery)).toEqual(['1.1', '1.1', '100.0']);
  });

  it('are of 5 for ratings, where 0 is a rating', () => {
    const rating = { quality: 0, capability: 3, reliability: 5 };
    expect(weighOffers([anOffer({ rating })], none)[0]?.scores).toMatchObject({
      ...{ quality: '0.0', capability: '60.0', reliability: '100.0' },
    });
  });

  it('are sound where something costs nothing or nobody warrants anything', () => {
    const free = anOffer({ price: yen('0'), terms: { warrantyMonths: 0 } });
    const weighed = weighOffers([free, anOffer({ terms: { warrantyMonths: 0 } })], usualWeights);
    expect(weighed.map(({ scores }) => [scores.price, scores.warranty])).toEqual([
      ['100.0', '100.0'],
      ['0.0', '100.0'],
    ]);
  });
});

describe('a missing figure', () => {
  it('is said and leaves the offer without a score while it has a weight; it is never 0', () => {
    const silent = anOffer({ terms: { warrantyMonths: null } });
    const [weighed] = weighOffers([silent, anOffer()], { ...usualWeights, warranty: 20 });
    expect(weighed).toMatchObject({ score: null, rank: null });
    expect(weighed?.scores.warranty).toBeNull();
    expect(weighed?.missing).toContainEqual({ criterion: 'warranty', why: 'not-said' });
    expect(scoresOf([silent, anOffer()], usualWeights)).toEqual(['100.0', '100.0']);
  });

  it('is a rating that nobody gave', () => {
    const [weighed] = weighOffers([anOffer()], { ...none, quality: 100 });
    expect(weighed?.score).toBeNull();
    expect(weighed?.missing.map(({ criterion, why }) => [criterion, why])).toEqual([
      ['quality', 'not-rated'],
      ['capability', 'not-rated'],
      ['reliability', 'not-rated'],
    ]);
  });

  it('is a delivery before the day of the offer', () => {
    const [weighed] = weighOffers([anOffer({ madeOn: '2026-07-01' }), anOffer()], usualWeights);
    expect(weighed).toMatchObject({ score: null, deliveryDay: null });
    expect(weighed?.missing).toContainEqual({ criterion: 'delivery', why: 'impossible' });
  });
});

describe('prices in several currencies', () => {
  const dollars = (net: string) => anOffer({ price: { net, currency: 'USD' } });
  it('are not mixed: those in yen are compared, others have no price', () => {
    const weighed = weighOffers(
      [dollars('10.00'), anOffer(), anOffer({ price: yen('2000000') })],
      usualWeights,
    );
    expect(weighed.map(({ scores }) => scores.price)).toEqual([null, '100.0', '50.0']);
    expect(weighed[0]).toMatchObject({ score: null });
    expect(weighed[0]?.missing).toContainEqual({ criterion: 'price', why: 'other-currency' });
  });
  it('are compared where all are in the same other one, to its cents', () => {
    expect(weighOffers([dollars('99.99'), dollars('100.00')], usualWeights).map(({ best }) => best)).toEqual([
      ['price'],
      [],
    ]);
  });
  it('are none where one offer holds several, or there is no common one', () => {
    const euros = anOffer({ price: { net: '10.00', currency: 'EUR' } });
    expect(scoresOf([anOffer({ price: null }), anOffer()], usualWeights)).toEqual([null, '100.0']);
    expect(scoresOf([dollars('10.00'), euros], usualWeights)).toEqual([null, null]);
  });
});

describe('equal offers', () => {
  it('share a rank and the best; where all are equal none is called the best', () => {
    const dear = anOffer({ price: yen('2000000') });
    const weighed = weighOffers([anOffer(), dear, anOffer()], usualWeights);
    expect(weighed.map(({ rank }) => rank)).toEqual([1, 3, 1]);
    expect(weighed.map(({ best }) => best)).toEqual([['price', 'score'], [], ['price', 'score']]);
    expect(weighOffers([anOffer(), anOffer()], usualWeights).map(({ best }) => best)).toEqual([[], []]);
  });
});

it('does not measure by offers that have ended', () => {
  const gone = anOffer({ stands: false, price: yen('1'), madeOn: '2026-01-01' });
  const [ended, other] = weighOffers([gone, anOffer()], usualWeights);
  expect(ended).toMatchObject({ score: null, rank: null, best: [], missing: [], deliveryDay: null });
  expect(other).toMatchObject({ score: '100.0', best: [], deliveryDay: 91 });
});

it('has no score while all weights are 0', () => {
  expect(scoresOf([anOffer()], none)).toEqual([null]);
  expect(Object.values(weightShares(none))).toEqual(criteria.map(() => '0.0'));
  expect(weightShares({ ...none, price: 2, delivery: 1 })).toMatchObject({ price: '66.7', delivery: '33.3' });
});

it('puts the best score first, then who has none, then who has ended', () => {
  const items = [
    { rank: null, stands: false },
    { rank: null, stands: true },
    { rank: 2, stands: true },
    { rank: 1, stands: true },
  ];
  expect(inOrder(items).map(({ rank, stands }) => [rank, stands])).toEqual([
    [1, true],
    [2, true],
    [null, true],
    [null, false],
  ]);
});

it('says when quantities differ, by unit and without what comes once', () => {
  const sheet = (quantity: string, unit = '個') => ({
    lines: (['item', 'setup'] as const).map((kind) => ({
      ...{ key: kind, kind, item: '', drawing: '', drawingRevision: '', unitPrice: '1' },
      ...{ currency: 'JPY' as const, taxClass: 'standard' as const },
      ...(kind === 'item' ? { quantity, unit } : { quantity: `${quantity}.5`, unit: '式' }),
    })),
  });
  expect(quantitiesDiffer([sheet('10'), sheet('10.0')])).toBe(false);
  expect(quantitiesDiffer([sheet('10'), sheet('11')])).toBe(true);
  expect(quantitiesDiffer([sheet('10'), sheet('10', 'kg')])).toBe(true);
  expect(quantitiesDiffer([])).toBe(false);
});

it('keeps scores within 0 and 100, and a lower price never loses points', () => {
  const price = fc.integer({ min: 0, max: 1e12 });
  fc.assert(
    fc.property(fc.array(price, { minLength: 2, maxLength: 6 }), fc.nat(100), (prices, weight) => {
      const weights = { ...none, price: weight, delivery: 10 };
      const scores = scoresOf(
        prices.map((net) => anOffer({ price: yen(String(net)) })),
        weights,
      ).map(Number);
      expect(scores.every((score) => score >= 0 && score <= 100)).toBe(true);
      prices.forEach((one, i) =>
        prices.forEach((other, j) => {
          if (one < other) expect(scores[i]).toBeGreaterThanOrEqual(scores[j] ?? NaN);
        }),
      );
    }),
  );
});
