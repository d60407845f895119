import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TalkState } from '#contracts/fair-visitors.js';
import { mayBecome, placeOf, waitingOf, type Queued } from './queue.js';

type Act = { kind: 'queue' | 'leave' | 'end'; visitor: number } | { kind: 'call' };
const acts = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('queue' as const, 'leave' as const, 'end' as const),
      visitor: fc.integer({ min: 0, max: 5 }),
    }),
    fc.constant({ kind: 'call' as const }),
  ),
  { maxLength: 60 },
);

/** A day at a booth, by the rules alone; answers with who was called after how many others that came later. */
function day(given: readonly Act[]): { talks: Queued[]; overtaken: number } {
  let talks: Queued[] = [];
  let overtaken = 0;
  const become = (id: string | undefined, to: TalkState) => {
    talks = talks.map((one) => (one.id === id && mayBecome(one.state, to) ? { ...one, state: to } : one));
  };
  given.forEach((act, at) => {
    if (act.kind === 'call') {
      const [next] = waitingOf(talks);
      if (next)
        overtaken += talks.filter(
          ({ state, queuedAt }) => state === 'waiting' && queuedAt < next.queuedAt,
        ).length;
      return become(next?.id, 'talking');
    }
    const visitorId = String(act.visitor);
    const place = placeOf(talks, visitorId);
    if (act.kind === 'queue' && !place)
      talks = [...talks, { id: String(at).padStart(3, '0'), visitorId, state: 'waiting', queuedAt: at }];
    if (act.kind === 'leave') become(place?.id, 'left');
    if (act.kind === 'end') become(place?.id, 'ended');
  });
  return { talks, overtaken };
}

describe('the queue of a booth', () => {
  it('calls first who came first, overtakes nobody, and gives each visitor one place', () => {
    fc.assert(
      fc.property(acts, (given) => {
        const { talks, overtaken } = day(given);
        expect(overtaken).toBe(0);
        const open = talks.filter(({ state }) => state === 'waiting' || state === 'talking');
        expect(new Set(open.map(({ visitorId }) => visitorId)).size).toBe(open.length);
      }),
    );
  });
});
