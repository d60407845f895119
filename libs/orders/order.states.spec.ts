import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { orderState, type OrderState } from '#contracts/orders.js';
import { mayGo, transitions } from './order.states.js';

const states = fc.constantFrom(...orderState.options);
const walks = fc.array(states, { maxLength: 12 });

/** Where an order is after it was asked to go from state to state, each refusal leaving it where it is. */
const walk = (steps: OrderState[]): OrderState[] =>
  steps.reduce<OrderState[]>(
    (path, to) => {
      const from = path.at(-1) as OrderState;
      return mayGo(from, to) ? [...path, to] : path;
    },
    ['draft'],
  );

describe('order states', () => {
  it('are all in the table, and a step is allowed just where the table says so', () => {
    expect(Object.keys(transitions).sort()).toEqual([...orderState.options].sort());
    fc.assert(
      fc.property(states, states, (from, to) => {
        expect(mayGo(from, to)).toBe((transitions[from] as readonly OrderState[]).includes(to));
      }),
    );
  });

  it('are never visited twice, and lead from a draft only through publication to a closed order', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const path = walk(steps);
        expect(new Set(path).size).toBe(path.length);
        if (path.includes('closed')) expect(path).toEqual(['draft', 'published', 'closed']);
      }),
    );
  });

  it('end closed or cancelled, for good', () => {
    fc.assert(
      fc.property(fc.constantFrom<OrderState>('closed', 'cancelled'), states, (from, to) => {
        expect(mayGo(from, to)).toBe(false);
      }),
    );
    for (const state of orderState.options) {
      const open = state === 'draft' || state === 'published';
      expect(mayGo(state, 'cancelled')).toBe(open);
    }
  });
});
