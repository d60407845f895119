import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meetingEventState, participantState } from '#contracts/meeting-events.js';
import {
  isStillOpen,
  mayBecome,
  mayGo,
  nextOf,
  participantTransitions,
  transitions,
} from './meeting-event.states.js';

const states = meetingEventState.options;

describe('the states of an event', () => {
  it('go one way: no walk comes back, and every walk ends finished or cancelled', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (choices) => {
        const seen = ['draft'];
        for (const choice of choices) {
          const from = meetingEventState.parse(seen.at(-1));
          const ways = transitions[from];
          if (ways.length === 0) break;
          const to = ways[choice % ways.length] ?? '';
          expect(seen).not.toContain(to);
          seen.push(to);
        }
        expect(['finished', 'cancelled']).toContain(seen.at(-1));
      }),
    );
  });

  it.each(states)('%s can be cancelled unless it is over, and has one next step', (state) => {
    const isOver = state === 'finished' || state === 'cancelled';
    expect(mayGo(state, 'cancelled')).toBe(!isOver);
    expect(nextOf(state) === null).toBe(isOver);
    expect(states.filter((to) => to !== 'cancelled' && mayGo(state, to))).toEqual(
      isOver ? [] : [nextOf(state)],
    );
  });

  it('are open to changes before planning only', () => {
    expect(states.filter(isStillOpen)).toEqual(['draft', 'open', 'wishes']);
  });
});

describe('the states of a registration', () => {
  it('lead from every one to being let in, and back out', () => {
    for (const from of participantState.options) {
      const reached = new Set<string>([from]);
      for (let size = 0; size !== reached.size;) {
        size = reached.size;
        for (const one of [...reached])
          for (const to of participantTransitions[participantState.parse(one)]) reached.add(to);
      }
      expect(reached).toContain('approved');
      expect(reached).toContain('withdrawn');
    }
  });

  it('let only a withdrawn or declined firm register again', () => {
    expect(participantState.options.filter((from) => mayBecome(from, 'applied'))).toEqual([
      'declined',
      'withdrawn',
    ]);
  });
});
