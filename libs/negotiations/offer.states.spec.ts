import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roomState } from '#contracts/negotiations.js';
import { offerState } from '#contracts/offers.js';
import {
  endWithTalks,
  hasLapsed,
  isOutdated,
  lotsRefusal,
  mayGo,
  offerSteps,
  refusal,
  transitions,
  type OfferFacts,
  type Surroundings,
} from './offer.states.js';

const side = fc.constantFrom('owner', 'candidate');
const day = fc.constantFrom('2026-03-30', '2026-03-31', '2026-04-01');
const revision = fc.option(fc.integer({ min: 1, max: 3 }), { nil: null });
const offers: fc.Arbitrary<OfferFacts> = fc.record({
  side,
  state: fc.constantFrom(...offerState.options),
  orderRevision: revision,
  validUntil: day,
});
const surroundings: fc.Arbitrary<Surroundings> = fc.record({
  roomState: fc.constantFrom(...roomState.options),
  currentRevision: revision,
  today: day,
});
const steps = fc.constantFrom(...offerSteps);

describe('offer states', () => {
  it('leads from open to an end, and nowhere from there', () => {
    for (const from of offerState.options) {
      expect(offerState.options.filter((to) => mayGo(from, to))).toEqual([...transitions[from]]);
      if (from !== 'open') expect(transitions[from]).toEqual([]);
    }
    expect(transitions.open).toHaveLength(offerState.options.length - 1);
  });

  it('allows a step only with an open offer in an open room, and never to a coordinator', () => {
    fc.assert(
      fc.property(steps, side, offers, surroundings, (step, actor, offer, around) => {
        expect(refusal(step, null, offer, around)).toBe('auth/forbidden');
        if (refusal(step, actor, offer, around) === null) {
          expect(offer.state).toBe('open');
          expect(around.roomState).toBe('open');
        }
      }),
    );
  });

  it('lets the other side accept and decline, and the own side withdraw and confirm', () => {
    fc.assert(
      fc.property(side, offers, surroundings, (actor, offer, around) => {
        const own = actor === offer.side;
        const allowed = offerSteps.filter((step) => refusal(step, actor, offer, around) === null);
        for (const step of allowed) expect(own).toBe(step === 'withdraw' || step === 'confirm');
        if (own) expect(refusal('accept', actor, offer, around)).toBe('negotiation/own-offer');
      }),
    );
  });

  it('lets nobody accept what is outdated or has lapsed, and its maker confirm just what is outdated', () => {
    fc.assert(
      fc.property(offers, surroundings, (given, around) => {
        const offer = { ...given, state: 'open' } as const;
        const open = { ...around, roomState: 'open' } as const;
        const other = offer.side === 'owner' ? 'candidate' : 'owner';
        const lapsed = hasLapsed(offer, open.today);
        const outdated = isOutdated(offer, open.currentRevision);
        expect(refusal('accept', other, offer, open) === null).toBe(!lapsed && !outdated);
        expect(refusal('confirm', offer.side, offer, open) === null).toBe(!lapsed && outdated);
        if (outdated && !lapsed)
          expect(refusal('accept', other, offer, open)).toBe('negotiation/offer-outdated');
      }),
    );
  });

  it('names what stands in the way', () => {
    const offer = { side: 'owner', state: 'open', orderRevision: 1, validUntil: '2026-04-01' } as const;
    const around = { roomState: 'open', currentRevision: 1, today: '2026-04-01' } as const;
    expect(refusal('accept', 'candidate', offer, around)).toBeNull();
    expect(refusal('accept', 'candidate', offer, { ...around, roomState: 'closed' })).toBe(
      'negotiation/room-closed',
    );
    expect(refusal('accept', 'candidate', { ...offer, state: 'superseded' }, around)).toBe(
      'negotiation/offer-superseded',
    );
    expect(refusal('accept', 'candidate', { ...offer, state: 'withdrawn' }, around)).toBe(
      'negotiation/illegal-transition',
    );
    expect(refusal('withdraw', 'candidate', offer, around)).toBe('auth/forbidden');
  });

  it('is valid to the end of its last day', () => {
    expect(hasLapsed({ validUntil: '2026-03-31' }, '2026-03-31')).toBe(false);
    expect(hasLapsed({ validUntil: '2026-03-31' }, '2026-04-01')).toBe(true);
  });

  it('is never outdated for a patent', () => {
    expect(isOutdated({ orderRevision: null }, null)).toBe(false);
    expect(isOutdated({ orderRevision: 1 }, 2)).toBe(true);
    expect(isOutdated({ orderRevision: 2 }, 2)).toBe(false);
  });

  it('ends with the talks by whose doing it was', () => {
    expect(endWithTalks({ side: 'owner' }, 'owner')).toBe('withdrawn');
    expect(endWithTalks({ side: 'owner' }, 'candidate')).toBe('declined');
    expect(endWithTalks({ side: 'owner' }, null)).toBe('expired');
  });

  it('is accepted in parts only where its maker allows it, and only in parts that it has', () => {
    const keys = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'), { minLength: 1 });
    fc.assert(
      fc.property(keys, keys, fc.boolean(), (known, chosen, separable) => {
        const terms = { separable, lots: known.map((key) => ({ key })) };
        const refused = lotsRefusal(terms, chosen);
        if (chosen.some((key) => !known.includes(key))) expect(refused).toBe('negotiation/no-such-lot');
        else if (separable || chosen.length === known.length) expect(refused).toBeNull();
        else expect(refused).toBe('negotiation/not-separable');
      }),
    );
    expect(lotsRefusal({ separable: true, lots: [{ key: '1' }] }, [])).toBe('negotiation/no-such-lot');
  });
});
