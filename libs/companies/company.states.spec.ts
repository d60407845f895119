import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { companyState, type CompanyState } from '#contracts/companies.js';
import { mayGo, refusedState, transitions } from './company.states.js';

const states = fc.constantFrom<CompanyState>(...companyState.options);

describe('company states', () => {
  it('become visible only by an approval, and hidden only by a refusal', () => {
    fc.assert(
      fc.property(
        states,
        fc.array(fc.constantFrom('approve', 'refuse'), { maxLength: 20 }),
        (start, steps) => {
          let state = start;
          for (const step of steps) {
            const before = state;
            if (step === 'approve' && mayGo(state, 'approved')) state = 'approved';
            if (step === 'refuse') state = refusedState(state) ?? state;
            expect(state === 'approved' && before !== 'approved').toBe(
              step === 'approve' && before !== 'approved',
            );
          }
        },
      ),
    );
  });

  it('never go back to pending, and a refusal suspends exactly what was approved', () => {
    fc.assert(
      fc.property(states, states, (from, to) => {
        expect(mayGo(from, 'pending')).toBe(false);
        expect(mayGo(from, from)).toBe(false);
        expect(refusedState(from) === 'suspended').toBe(from === 'approved');
        expect((transitions[from] as readonly string[]).includes(to)).toBe(mayGo(from, to));
      }),
    );
  });
});
