import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Access } from '#contracts/endpoint.js';
import { Loading } from './parts/loaded';
import { BrokenFrame, BrokenScreen, NotFoundScreen } from './shell/error-screens';
import { Frame } from './shell/frame';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    access?: Access;
  }
  interface Register {
    router: typeof router;
  }
}

/** Search parameters as plain words; a screen reads its own with `useFilters(schema)`. */
type Search = Record<string, string | undefined>;

const frame = createRootRoute({
  component: Frame,
  errorComponent: BrokenFrame,
  notFoundComponent: NotFoundScreen,
  validateSearch: (search: Record<string, unknown>): Search => search as Search,
});

// Named by file, so that a screen's types may depend on the routes and not the routes on every screen.
const files = import.meta.glob<{ default: ComponentType }>('./features/*/*-screen.tsx');

/** One screen: its address, who may open it (the server decides again on every call), its file below features/. */
const screen = <const Path extends string>(path: Path, access: Access, file: string) => {
  const load = files[`./features/${file}.tsx`];
  if (!load) throw new Error(`No screen at features/${file}.tsx`);
  return createRoute({
    getParentRoute: () => frame,
    path,
    component: lazyRouteComponent(load),
    staticData: { access },
  });
};

const routeTree = frame.addChildren([
  screen('/', 'public', 'home/start-screen'),
  screen('/how-it-works', 'public', 'landing/how-it-works-screen'),
  screen('/ranking', 'public', 'landing/ranking-screen'),
  screen('/sign-in', 'public', 'accounts/sign-in-screen'),
  screen('/sign-up', 'public', 'accounts/sign-up-screen'),
  screen('/link', 'public', 'accounts/link-screen'),
  screen('/reset', 'public', 'accounts/reset-screen'),
  screen('/verify', 'public', 'verification/verify-screen'),
  screen('/capacity', 'public', 'capacity/capacity-link-screen'),
  screen('/register-company', 'company:register', 'accounts/register-company-screen'),
  screen('/account', 'signed-in', 'accounts/account-screen'),
  screen('/notifications', 'signed-in', 'notifications/notifications-screen'),

  screen('/search', 'search:use', 'search/search-screen'),
  screen('/search/unsubscribe', 'public', 'search/unsubscribe-screen'),

  screen('/companies', 'company:read', 'companies/companies-screen'),
  screen('/companies/$id', 'company:read', 'companies/company-screen'),
  screen('/companies/$id/edit', 'company:edit', 'companies/company-edit-screen'),
  screen('/companies/$id/history', 'company:edit', 'companies/company-history-screen'),
  screen('/companies/$id/members', 'company:edit', 'accounts/company-members-screen'),
  screen('/capacity-map', 'order:read', 'capacity/capacity-map-screen'),
  screen('/capacity-calls', 'company:approve', 'capacity/capacity-calls-screen'),
  screen('/company-imports', 'company:import', 'companies/imports-screen'),
  screen('/company-imports/$id', 'company:import', 'companies/import-screen'),

  screen('/orders', 'order:read', 'orders/orders-screen'),
  screen('/orders/new', 'order:edit', 'orders/order-new-screen'),
  screen('/orders/$id', 'order:read', 'orders/order-screen'),
  screen('/orders/$id/edit', 'order:edit', 'orders/order-edit-screen'),
  screen('/orders/$id/offers', 'negotiation:offer', 'negotiations/offer-comparison-screen'),
  screen('/orders/$id/candidates', 'matching:read', 'matching/order-candidates-screen'),

  screen('/patents', 'patent:read', 'patents/patents-screen'),
  screen('/patents/new', 'patent:edit', 'patents/patent-new-screen'),
  screen('/patents/$id', 'patent:read', 'patents/patent-screen'),
  screen('/patents/$id/edit', 'patent:edit', 'patents/patent-edit-screen'),
  screen('/patents/$id/candidates', 'matching:read', 'matching/patent-candidates-screen'),

  screen('/meetings', 'meeting-event:read', 'meetings/meetings-screen'),
  screen('/meetings/new', 'meeting-event:organise', 'meetings/meeting-new-screen'),
  screen('/meetings/$id', 'meeting-event:read', 'meetings/meeting-screen'),
  screen('/meetings/$id/edit', 'meeting-event:organise', 'meetings/meeting-edit-screen'),
  screen('/meetings/$id/register', 'meeting-event:take-part', 'meetings/meeting-register-screen'),
  screen('/meetings/$id/participants', 'meeting-event:read', 'meetings/participants-screen'),
  screen('/meetings/$id/participants/$participantId', 'meeting-event:read', 'meetings/participant-screen'),
  screen('/meetings/$id/wishes/$participantId', 'meeting-event:read', 'meetings/wishes-screen'),
  screen('/meetings/$id/timetable', 'meeting-event:organise', 'meetings/timetable-screen'),
  screen('/meetings/$id/timetable/$participantId', 'meeting-event:read', 'meetings/own-timetable-screen'),
  screen('/meetings/$id/day', 'meeting-event:organise', 'meetings/day-screen'),
  screen('/meeting-board', 'public', 'meetings/meeting-board-screen'),
  screen('/meetings/$id/report', 'meeting-event:organise', 'meetings/report-screen'),
  screen('/meeting-outcome', 'public', 'meetings/meeting-outcome-screen'),
  screen('/meetings/$id/forecast', 'meeting-event:organise', 'meetings/forecast-screen'),

  screen('/fairs', 'public', 'fairs/fairs-screen'),
  screen('/fairs/$id', 'public', 'fairs/fair-screen'),
  screen('/fairs/$id/live', 'fair:organise', 'fairs/live-screen'),
  screen('/fairs/$id/edit', 'fair:organise', 'fairs/fair-edit-screen'),
  screen('/fairs/$id/apply', 'fair:exhibit', 'fairs/fair-apply-screen'),
  screen('/fairs/$id/booths/$exhibitorId', 'public', 'fairs/booth-screen'),
  screen('/fairs/$id/booths/$exhibitorId/questionnaire', 'fair:exhibit', 'fairs/booth-questionnaire-screen'),
  screen('/fair-ticket', 'public', 'fairs/fair-ticket-screen'),
  screen('/fair-questionnaire', 'public', 'fairs/fair-questionnaire-screen'),

  screen('/opportunities', 'matching:read', 'matching/opportunities-screen'),
  screen('/gaps', 'gap:read', 'gaps/gaps-screen'),
  screen('/introductions', 'introduction:read', 'introductions/introductions-screen'),
  screen('/introductions/$id', 'introduction:read', 'introductions/introduction-screen'),
  screen('/teams/$id', 'team:read', 'teams/team-screen'),
  screen('/board', 'introduction:follow-up', 'board/board-screen'),
  screen('/rooms', 'negotiation:read', 'negotiations/rooms-screen'),
  screen('/appointments', 'negotiation:read', 'negotiations/appointments-screen'),
  screen('/rooms/$id', 'negotiation:read', 'negotiations/room-screen'),
  screen('/rooms/$id/dispute', 'dispute:open', 'disputes/dispute-new-screen'),
  screen('/disputes', 'dispute:read', 'disputes/disputes-screen'),
  screen('/disputes/$id', 'dispute:read', 'disputes/dispute-screen'),
  screen('/rooms/$id/prices', 'negotiation:read', 'negotiations/ledger-screen'),
  screen('/statutory-rules', 'negotiation:read', 'negotiations/statutory-rules-screen'),
  screen('/agreements/$id', 'negotiation:read', 'negotiations/agreement-screen'),
  screen('/dashboard', 'report:read', 'dashboard/dashboard-screen'),
  screen('/fairness', 'report:read', 'fairness/fairness-screen'),
  screen('/ranking/learning', 'ranking:manage', 'learning/learning-screen'),
  screen('/ranking/learning/$id', 'ranking:manage', 'learning/report-screen'),
  screen('/dashboard/records', 'report:read', 'dashboard/records-screen'),

  screen('/admin/approvals', 'company:approve', 'administration/approvals-screen'),
  screen('/admin/vocabulary', 'vocabulary:read', 'vocabulary/vocabulary-screen'),
  screen('/admin/bodies', 'system:administer', 'administration/bodies-screen'),
  screen('/admin/body/$id', 'body:manage', 'administration/body-screen'),
  screen('/admin/accounts', 'system:administer', 'administration/accounts-screen'),
]);

/** Every value of the address is a word; lists are joined by commas, as in the API. */
export const router = createRouter({
  routeTree,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const set = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    const text = new URLSearchParams(set as [string, string][]).toString();
    return text === '' ? '' : `?${text}`;
  },
  defaultPendingComponent: Loading,
  defaultErrorComponent: BrokenScreen,
  scrollRestoration: true,
});
