import type { Introduction } from '#contracts/introductions.js';
import type { People } from './people.js';
import type { Request } from './request.js';
import type { Things } from './things.js';

export function introductionRequests(
  { supplier }: People,
  { order, proposal, unproposed, talks }: Things,
): Record<string, Request> {
  const waiting = { params: { id: proposal.id } };
  const subject = { params: { kind: 'order', id: order.id } };
  const met = (introduction: Pick<Introduction, 'version'>) => ({
    params: { id: talks.introductionId },
    version: introduction.version,
  });
  // Two consents after the proposal.
  const negotiating = met({ version: 3 });
  return {
    'matching.candidates': subject,
    'matching.rerun': subject,
    'matching.opportunities': {},
    'introductions.list': {},
    'introductions.propose': {
      body: { kind: 'order', subjectId: unproposed.id, companyId: supplier.id, reason: '合うため' },
    },
    'introductions.get': waiting,
    'introductions.consent': waiting,
    'introductions.decline': { ...waiting, body: { code: 'price', text: '' } },
    'introductions.withdraw': { ...waiting, body: { reason: '見直し' } },
    'introductions.followUp': {
      ...negotiating,
      body: { nextAction: '電話', nextActionOn: null, coordinatorId: null },
    },
    'introductions.recordOutcome': {
      ...negotiating,
      body: { outcome: 'likely', reason: '', on: '2026-04-01' },
    },
    'introductions.coordinators': {},
  };
}
