import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { patentState, type PatentState } from '#contracts/patents.js';
import { mayGo, transitions } from './patent.states.js';

const states = fc.constantFrom(...patentState.options);

describe('patent states', () => {
  it('are all in the table, and a step is allowed just where the table says so', () => {
    expect(Object.keys(transitions).sort()).toEqual([...patentState.options].sort());
    fc.assert(
      fc.property(states, states, (from, to) => {
        expect(mayGo(from, to)).toBe((transitions[from] as readonly PatentState[]).includes(to));
      }),
    );
  });

  it('go only forward: draft, published, licensed, withdrawn', () => {
    fc.assert(
      fc.property(states, states, (from, to) => {
        const [earlier, later] = [patentState.options.indexOf(from), patentState.options.indexOf(to)];
        if (mayGo(from, to)) expect(later).toBeGreaterThan(earlier);
      }),
    );
    expect(mayGo('draft', 'licensed')).toBe(false);
  });

  it('may be withdrawn at any time, once and for good', () => {
    for (const from of patentState.options) {
      expect(mayGo(from, 'withdrawn')).toBe(from !== 'withdrawn');
      expect(mayGo('withdrawn', from)).toBe(false);
    }
  });
});
