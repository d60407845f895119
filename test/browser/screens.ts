import { readFileSync } from 'node:fs';
import type { Viewer } from './demonstration.js';

/** Every screen of the web app with those for whom it looks different. `:name` is put in by the demonstration. */
export const screens: readonly { route: string; path?: string; viewers: readonly Viewer[] }[] = [
  { route: '/', viewers: ['visitor', 'newcomer', 'orderer', 'supplier', 'coordinator', 'administrator'] },
  { route: '/how-it-works', viewers: ['visitor'] },
  { route: '/ranking', viewers: ['visitor', 'supplier'] },
  { route: '/sign-in', viewers: ['visitor'] },
  { route: '/sign-up', viewers: ['visitor'] },
  { route: '/link', path: '/link?token=:signUp', viewers: ['visitor'] },
  { route: '/reset', viewers: ['visitor'] },
  { route: '/register-company', viewers: ['newcomer'] },
  { route: '/account', viewers: ['supplier'] },
  { route: '/notifications', viewers: ['supplier'] },

  { route: '/search', path: '/search?q=加工&view=map', viewers: ['supplier', 'coordinator'] },
  { route: '/search/unsubscribe', viewers: ['visitor'] },

  { route: '/companies', viewers: ['orderer'] },
  { route: '/companies/$id', path: '/companies/:supplier', viewers: ['supplier', 'orderer', 'coordinator'] },
  { route: '/companies/$id/edit', path: '/companies/:supplier/edit', viewers: ['supplier'] },
  { route: '/companies/$id/history', path: '/companies/:supplier/history', viewers: ['supplier'] },
  { route: '/companies/$id/members', path: '/companies/:supplier/members', viewers: ['supplier'] },
  { route: '/verify', viewers: ['visitor', 'supplier'] },
  { route: '/capacity', path: '/capacity?token=:capacity', viewers: ['visitor'] },
  { route: '/capacity-map', viewers: ['supplier'] },
  { route: '/capacity-calls', viewers: ['coordinator'] },
  { route: '/company-imports', viewers: ['coordinator'] },
  { route: '/company-imports/$id', path: '/company-imports/:import', viewers: ['coordinator'] },

  { route: '/orders', viewers: ['supplier'] },
  { route: '/orders/new', viewers: ['orderer'] },
  { route: '/orders/$id', path: '/orders/:order', viewers: ['orderer', 'supplier', 'coordinator'] },
  { route: '/orders/$id/edit', path: '/orders/:order/edit', viewers: ['orderer'] },
  { route: '/orders/$id/offers', path: '/orders/:compared/offers', viewers: ['orderer'] },
  { route: '/orders/$id/candidates', path: '/orders/:order/candidates', viewers: ['orderer', 'coordinator'] },

  { route: '/patents', viewers: ['supplier'] },
  { route: '/patents/new', viewers: ['orderer'] },
  { route: '/patents/$id', path: '/patents/:patent', viewers: ['orderer', 'supplier', 'coordinator'] },
  { route: '/patents/$id/edit', path: '/patents/:patent/edit', viewers: ['orderer'] },
  { route: '/patents/$id/candidates', path: '/patents/:patent/candidates', viewers: ['coordinator'] },

  { route: '/meetings', viewers: ['supplier', 'secretary'] },
  { route: '/meetings/new', viewers: ['secretary'] },
  { route: '/meetings/$id', path: '/meetings/:meeting', viewers: ['supplier', 'secretary', 'administrator'] },
  { route: '/meetings/$id/edit', path: '/meetings/:meeting/edit', viewers: ['secretary'] },
  { route: '/meetings/$id/register', path: '/meetings/:call/register', viewers: ['supplier'] },
  {
    route: '/meetings/$id/participants',
    path: '/meetings/:meeting/participants',
    viewers: ['orderer', 'secretary'],
  },
  {
    route: '/meetings/$id/participants/$participantId',
    path: '/meetings/:meeting/participants/:entry',
    viewers: ['supplier', 'secretary'],
  },
  {
    route: '/meetings/$id/wishes/$participantId',
    path: '/meetings/:meeting/wishes/:entry',
    viewers: ['supplier'],
  },
  { route: '/meetings/$id/timetable', path: '/meetings/:running/timetable', viewers: ['secretary'] },
  {
    route: '/meetings/$id/timetable/$participantId',
    path: '/meetings/:running/timetable/:runningEntry',
    viewers: ['supplier'],
  },
  { route: '/meetings/$id/day', path: '/meetings/:running/day', viewers: ['secretary'] },
  { route: '/meeting-board', path: '/meeting-board?token=:boardToken', viewers: ['visitor'] },
  { route: '/meetings/$id/report', path: '/meetings/:running/report', viewers: ['secretary'] },
  { route: '/meeting-outcome', path: '/meeting-outcome?token=:outcomeToken', viewers: ['visitor'] },
  { route: '/meetings/$id/forecast', path: '/meetings/:meeting/forecast', viewers: ['secretary'] },

  { route: '/fairs', viewers: ['visitor'] },
  { route: '/fairs/$id', path: '/fairs/:fair', viewers: ['visitor', 'secretary'] },
  { route: '/fairs/$id/edit', path: '/fairs/:fair/edit', viewers: ['secretary'] },
  { route: '/fairs/$id/apply', path: '/fairs/:fairCall/apply', viewers: ['orderer'] },
  {
    route: '/fairs/$id/booths/$exhibitorId',
    path: '/fairs/:fair/booths/:booth',
    viewers: ['visitor', 'supplier'],
  },
  { route: '/fairs/$id', path: '/fairs/:overFair?tab=questionnaire', viewers: ['secretary'] },
  { route: '/fairs/$id', path: '/fairs/:overFair?tab=report', viewers: ['secretary'] },
  {
    route: '/fairs/$id/booths/$exhibitorId/questionnaire',
    path: '/fairs/:overFair/booths/:overBooth/questionnaire',
    viewers: ['supplier'],
  },
  {
    route: '/fair-questionnaire',
    path: '/fair-questionnaire?token=:askedTicket',
    viewers: ['visitor'],
  },
  { route: '/fair-ticket', path: '/fair-ticket?token=:fairTicket', viewers: ['visitor'] },

  { route: '/opportunities', viewers: ['supplier'] },
  { route: '/gaps', viewers: ['supplier'] },
  { route: '/introductions', viewers: ['orderer', 'coordinator'] },
  {
    route: '/introductions/$id',
    path: '/introductions/:introduction',
    viewers: ['orderer', 'coordinator'],
  },
  { route: '/introductions/$id', path: '/introductions/:consented', viewers: ['supplier'] },
  { route: '/introductions/$id', path: '/introductions/:invited', viewers: ['supplier'] },
  { route: '/teams/$id', path: '/teams/:team', viewers: ['orderer', 'supplier', 'coordinator'] },
  { route: '/board', viewers: ['coordinator'] },
  { route: '/board', path: '/board?view=table', viewers: ['coordinator'] },
  { route: '/rooms', viewers: ['supplier'] },
  { route: '/rooms/$id', path: '/rooms/:room', viewers: ['orderer', 'supplier', 'coordinator'] },
  { route: '/rooms/$id', path: '/rooms/:room?tab=offers', viewers: ['orderer'] },
  { route: '/rooms/$id', path: '/rooms/:room?tab=record', viewers: ['orderer'] },
  { route: '/rooms/$id', path: '/rooms/:room?tab=files', viewers: ['orderer', 'coordinator'] },
  { route: '/rooms/$id', path: '/rooms/:room?q=図面', viewers: ['supplier'] },
  { route: '/rooms/$id', path: '/rooms/:room?tab=appointments', viewers: ['supplier'] },
  { route: '/appointments', viewers: ['orderer'] },
  { route: '/rooms/$id/dispute', path: '/rooms/:room/dispute', viewers: ['coordinator'] },
  { route: '/disputes', viewers: ['council'] },
  { route: '/disputes/$id', path: '/disputes/:decided', viewers: ['supplier'] },
  { route: '/disputes/$id', path: '/disputes/:voting', viewers: ['council'] },
  {
    route: '/rooms/$id/prices',
    path: '/rooms/:room/prices',
    viewers: ['orderer', 'supplier', 'coordinator'],
  },
  { route: '/statutory-rules', viewers: ['supplier'] },
  { route: '/agreements/$id', path: '/agreements/:agreement', viewers: ['supplier2'] },
  { route: '/dashboard', viewers: ['coordinator'] },
  { route: '/fairness', viewers: ['coordinator'] },
  { route: '/ranking/learning', viewers: ['coordinator'] },
  { route: '/ranking/learning/$id', path: '/ranking/learning/:learned', viewers: ['coordinator'] },
  { route: '/dashboard/records', path: '/dashboard/records?figure=deals', viewers: ['coordinator'] },

  { route: '/admin/approvals', viewers: ['coordinator'] },
  { route: '/admin/vocabulary', viewers: ['secretary', 'coordinator'] },
  { route: '/admin/bodies', viewers: ['administrator'] },
  { route: '/admin/body/$id', path: '/admin/body/:body', viewers: ['secretary'] },
  { route: '/admin/accounts', viewers: ['administrator'] },
];

/** The routes that the web app itself declares. */
export function declaredRoutes(): string[] {
  const router = readFileSync('apps/web/src/router.tsx', 'utf8');
  return [...router.matchAll(/^ {2}screen\('([^']+)'/gm)].map((match) => match[1] ?? '');
}
