import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roomState } from '#contracts/negotiations.js';
import {
  afterSignature,
  priceSteps,
  refusal,
  transitions,
  type PriceRoundFacts,
} from './price-round.states.js';

const side = fc.constantFrom('owner' as const, 'candidate' as const);
const states = Object.keys(transitions) as PriceRoundFacts['state'][];

describe('a price round', () => {
  it('goes from asked to settled by an answer and two signatures, whatever else is tried between', () => {
    const move = fc.tuple(fc.constantFrom(...priceSteps), side);
    fc.assert(
      fc.property(side, fc.array(move, { maxLength: 12 }), (asker, moves) => {
        let round: PriceRoundFacts = { side: asker, state: 'asked', signed: [] };
        for (const [step, actor] of moves) {
          if (refusal(step, actor, round, 'open') !== null) continue;
          const before = round.state;
          if (step === 'answer') round = { ...round, state: 'answered' };
          if (step === 'withdraw') round = { ...round, state: 'withdrawn' };
          if (step === 'sign')
            round = { ...round, state: afterSignature(round, actor), signed: [...round.signed, actor] };
          if (round.state !== before) expect(transitions[before] as readonly string[]).toContain(round.state);
          expect(new Set(round.signed).size).toBe(round.signed.length);
        }
        expect(round.state === 'settled').toBe(round.signed.length === 2);
      }),
    );
  });

  it('is answered by the other side, withdrawn by the own, and touched by no coordinator', () => {
    fc.assert(
      fc.property(
        side,
        fc.constantFrom(...states),
        fc.constantFrom(...roomState.options),
        (asker, state, room) => {
          const round = { side: asker, state, signed: [] };
          const other = asker === 'owner' ? 'candidate' : 'owner';
          expect(refusal('answer', asker, round, room)).toBe('auth/forbidden');
          expect(refusal('withdraw', other, round, room)).toBe('auth/forbidden');
          for (const step of priceSteps) expect(refusal(step, null, round, room)).toBe('auth/forbidden');
          expect(refusal('answer', other, round, room) === null).toBe(state === 'asked' && room !== 'closed');
          expect(refusal('sign', asker, round, room) === null).toBe(
            state === 'answered' && room !== 'closed',
          );
        },
      ),
    );
  });
});
