import type { CompanyState } from '#contracts/companies.js';

/** From where to where a company may go. */
export const transitions = {
  pending: ['approved', 'rejected'],
  rejected: ['approved'],
  approved: ['suspended'],
  suspended: ['approved'],
} as const satisfies Record<CompanyState, readonly CompanyState[]>;

export const mayGo = (from: CompanyState, to: CompanyState): boolean =>
  (transitions[from] as readonly CompanyState[]).includes(to);

/** What a refusal makes of a company: a registration is rejected, an approved company suspended; else null. */
export function refusedState(from: CompanyState): 'rejected' | 'suspended' | null {
  if (mayGo(from, 'rejected')) return 'rejected';
  return mayGo(from, 'suspended') ? 'suspended' : null;
}
