import { describe, expect, it } from '@jest/globals';
import { disputeState, disputeViewer, type DisputeViewer } from '#contracts/disputes.js';
import * as policy from './dispute.policy.js';
import { DAYS, isBeforeVotes, isOver, transitions } from './dispute.states.js';

const actor = (given: object = {}) => ({
  userId: 'me',
  role: 'company-member' as const,
  body: null,
  ...given,
});
const facts = (state: policy.DisputeFacts['state']): policy.DisputeFacts => ({
  ...{ state, claimant: 'candidate', bodyId: 'body', chairId: null },
});
const seat = (state: policy.SeatFacts['state'], userId = 'me') => [{ userId, state }];

describe('as whom somebody sees a dispute', () => {
  const seen = (who: object, role: Parameters<typeof policy.viewerOf>[2], seats: policy.SeatFacts[] = []) =>
    policy.viewerOf(actor(who), { bodyId: 'body' }, role, seats);

  it('is their place in the room, their seat, or their office', () => {
    expect(seen({}, 'owner')).toBe('owner');
    expect(seen({}, 'coordinator')).toBe('coordinator');
    expect(seen({}, null, seat('accepted'))).toBe('member');
    expect(seen({}, null, seat('asked'))).toBe('asked');
    expect(seen({ body: { id: 'body' } }, null)).toBe('office');
    expect(seen({ role: 'administrator' }, null)).toBe('office');
  });

  it('is nothing for partners of a team, other bodies, strangers, and who declined or was replaced', () => {
    expect(seen({}, 'partner')).toBe(null);
    expect(seen({ body: { id: 'other' } }, null)).toBe(null);
    expect(seen({}, null, seat('accepted', 'somebody'))).toBe(null);
    for (const state of ['declined', 'expired', 'challenged', 'passed', 'tied', 'replaced'] as const)
      expect(seen({}, null, seat(state))).toBe(null);
  });
});

describe('what may be done', () => {
  it('depends on state and viewer: each act has the states that it fits, for nobody else', () => {
    const allowed = (may: (viewer: DisputeViewer, dispute: policy.DisputeFacts) => boolean) =>
      disputeState.options.flatMap((state) =>
        disputeViewer.options
          .filter((viewer) => may(viewer, facts(state)))
          .map((viewer) => `${state} ${viewer}`),
      );
    expect(allowed(policy.canAnswer)).toEqual(['opened owner']);
    expect(allowed(policy.canDraw)).toEqual(['listed owner', 'listed candidate', 'listed coordinator']);
    expect(allowed(policy.canAccept)).toEqual(['asking asked']);
    expect(allowed((...seen) => policy.canRelist(...seen, actor()))).toEqual([
      'short owner',
      'short candidate',
      'short coordinator',
      'short office',
    ]);
    const admin = actor({ role: 'administrator' });
    expect(allowed((...seen) => policy.canRelist(...seen, admin))).toEqual([]);
    expect(policy.stepOf('office', facts('short'), admin)).toBe(null);
    expect(allowed(policy.canState).filter((pair) => !/ (owner|candidate)$/.test(pair))).toEqual([]);
    expect(allowed(policy.canState)).not.toContain('voting owner');
  });

  it('lets members read evidence until the dispute is over, the others always', () => {
    for (const state of disputeState.options) {
      expect(policy.canReadEvidence('member', facts(state))).toBe(!isOver(state));
      for (const viewer of ['owner', 'candidate', 'coordinator'] as const)
        expect(policy.canReadEvidence(viewer, facts(state))).toBe(true);
      for (const viewer of ['asked', 'office'] as const)
        expect(policy.canReadEvidence(viewer, facts(state))).toBe(false);
    }
  });

  it('lets each side replace a member once', () => {
    expect(policy.canChallenge('owner', facts('hearing'), [])).toBe(true);
    expect(policy.canChallenge('owner', facts('hearing'), ['candidate'])).toBe(true);
    expect(policy.canChallenge('owner', facts('hearing'), ['owner'])).toBe(false);
    expect(policy.canChallenge('owner', facts('voting'), [])).toBe(false);
    expect(policy.canChallenge('coordinator', facts('hearing'), [])).toBe(false);
  });

  it('lets who did not make a tie to a member have them replaced, and the member leave', () => {
    const tied = (tiedBy: policy.TiedSeat['tiedBy'], state: policy.SeatFacts['state'] = 'accepted') =>
      ({ userId: 'me', state, tiedBy }) as const;
    for (const state of disputeState.options) {
      const isNow = state === 'asking' || state === 'hearing';
      expect(policy.canReplace('owner', facts(state), tied(['candidate']))).toBe(isNow);
      expect(policy.canReplace('candidate', facts(state), tied(['candidate']))).toBe(false);
      expect(policy.canReplace('coordinator', facts(state), tied(['candidate']))).toBe(false);
      expect(policy.canStepDown('member', facts(state), tied(['candidate']))).toBe(isNow);
    }
    expect(policy.canReplace('owner', facts('hearing'), tied(['candidate'], 'replaced'))).toBe(false);
    expect(policy.canReplace('owner', facts('hearing'), tied([]))).toBe(false);
    expect(policy.canStepDown('member', facts('hearing'), tied([]))).toBe(false);
    expect(policy.canStepDown('asked', facts('asking'), tied(['candidate']))).toBe(false);
    // The one challenge of a side is not used up by it.
    const seats = [{ state: 'replaced', challengedBy: 'owner' }] as const;
    expect(policy.challengersOf(seats)).toEqual([]);
    expect(policy.challengersOf([{ state: 'challenged', challengedBy: 'owner' }])).toEqual(['owner']);
  });

  it('lets nobody but the claimant take it back, and only before the votes', () => {
    for (const state of disputeState.options) {
      expect(policy.canWithdraw('candidate', facts(state))).toBe(isBeforeVotes(state));
      expect(policy.canWithdraw('owner', facts(state))).toBe(false);
    }
    for (const state of ['voting', 'opening', 'deciding', 'decided'] as const)
      expect(policy.canWithdraw('candidate', facts(state))).toBe(false);
  });
});

describe('the states', () => {
  it('reach an end from everywhere, and have a time unless they are over', () => {
    for (const state of disputeState.options) {
      const reached = new Set([state]);
      for (const from of reached) for (const to of transitions[from]) reached.add(to);
      expect([...reached].some(isOver)).toBe(true);
      // Nothing waits for ever; of who is asked each seat has its own time.
      if (state !== 'asking') expect(DAYS[state] === null).toBe(isOver(state));
    }
  });
});
