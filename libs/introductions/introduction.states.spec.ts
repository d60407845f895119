import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { consent, introductionState, outcome, type IntroductionState } from '#contracts/introductions.js';
import {
  isDisclosed,
  mayGo,
  mayRecordOutcome,
  otherSide,
  stateAfterAnswers,
  transitions,
} from './introduction.states.js';

const states = fc.constantFrom(...introductionState.options);
const consents = fc.constantFrom(...consent.options);
const walks = fc.array(states, { maxLength: 15 });

/** Where an introduction has been after it was asked to go from state to state. */
const walk = (steps: IntroductionState[]): IntroductionState[] =>
  steps.reduce<IntroductionState[]>(
    (path, to) => (mayGo(path.at(-1) as IntroductionState, to) ? [...path, to] : path),
    ['proposed'],
  );

describe('introduction states', () => {
  it('are all in the table, and a step is allowed just where the table says so', () => {
    expect(Object.keys(transitions).sort()).toEqual([...introductionState.options].sort());
    fc.assert(
      fc.property(states, states, (from, to) => {
        expect(mayGo(from, to)).toBe((transitions[from] as readonly IntroductionState[]).includes(to));
      }),
    );
  });

  it('disclose identities only through both consents, and never take that back', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const path = walk(steps);
        const first = path.findIndex(isDisclosed);
        expect(new Set(path).size).toBe(path.length);
        if (first === -1) return;
        expect(path[first]).toBe('consented');
        expect(path.slice(first).every(isDisclosed)).toBe(true);
      }),
    );
  });

  it('keep an agreement', () => {
    fc.assert(fc.property(states, (to) => expect(mayGo('agreed', to)).toBe(false)));
  });

  it('take back only what is not answered by both', () => {
    const ways = introductionState.options.filter(
      (from) => mayGo(from, 'withdrawn') || mayGo(from, 'expired'),
    );
    expect(ways).toEqual(['proposed']);
  });
});

describe('the answers of the two sides', () => {
  it('make a state that may follow a proposal: one refusal ends it, two consents make it', () => {
    fc.assert(
      fc.property(consents, consents, (owner, candidate) => {
        const state = stateAfterAnswers(owner, candidate);
        if (state !== 'proposed') expect(mayGo('proposed', state)).toBe(true);
        expect(state === 'declined').toBe([owner, candidate].includes('declined'));
        expect(state === 'consented').toBe(owner === 'consented' && candidate === 'consented');
        expect(state === 'proposed').toBe(state !== 'declined' && [owner, candidate].includes('waiting'));
        expect(stateAfterAnswers(candidate, owner)).toBe(state);
      }),
    );
  });

  it('come from two sides', () => {
    expect([otherSide('owner'), otherSide('candidate')]).toEqual(['candidate', 'owner']);
  });
});

describe('outcomes', () => {
  it('other than "no deal" need that both sides have met, and none is recorded before the answers', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...outcome.options), (state, recorded) => {
        const may = mayRecordOutcome(state, recorded);
        if (state === 'proposed') expect(may).toBe(false);
        if (recorded !== 'no-deal') expect(may).toBe(isDisclosed(state));
        if (state === 'agreed') expect(may).toBe(recorded !== 'no-deal');
      }),
    );
  });
});
