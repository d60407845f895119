import { describe, expect, it } from '@jest/globals';
import { minutesRefusal, minutesSteps, type MinutesFacts } from './minutes.states.js';

const now = new Date();
const facts = (given: Partial<MinutesFacts> = {}): MinutesFacts => ({
  ...{ state: 'draft', ownerConfirmedAt: null, candidateConfirmedAt: null },
  ...given,
});
const may = (side: 'owner' | 'candidate' | null, of: MinutesFacts, hasDraft = false) =>
  minutesSteps.filter((step) => minutesRefusal(step, side, of, hasDraft) === null);

describe('minutes', () => {
  it('are edited, confirmed and dropped by either side while they are a draft', () => {
    for (const side of ['owner', 'candidate'] as const)
      expect(may(side, facts(), true)).toEqual(['edit', 'confirm', 'drop']);
    expect(may('owner', facts({ ownerConfirmedAt: now }), true)).toEqual(['edit', 'drop']);
    expect(may('candidate', facts({ ownerConfirmedAt: now }), true)).toEqual(['edit', 'confirm', 'drop']);
  });

  it('are only amended once both have confirmed them, by one draft at a time', () => {
    const confirmed = facts({ state: 'confirmed', ownerConfirmedAt: now, candidateConfirmedAt: now });
    expect(may('owner', confirmed)).toEqual(['amend']);
    expect(may('owner', confirmed, true)).toEqual([]);
    expect(minutesRefusal('edit', 'owner', confirmed)).toBe('minutes/confirmed');
    expect(minutesRefusal('amend', 'owner', confirmed, true)).toBe('minutes/being-drafted');
  });

  it('are nobody’s who speaks for no company, and gone once dropped', () => {
    expect(may(null, facts())).toEqual([]);
    expect(may('owner', facts({ state: 'dropped' }))).toEqual([]);
  });
});
