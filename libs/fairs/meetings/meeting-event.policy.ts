import { isStaff, type Actor } from '#platform/auth/index.js';
import type {
  MeetingEventContent,
  MeetingEventState,
  MeetingSide,
  MeetingStep,
} from '#contracts/meeting-events.js';
import { isStillOpen, nextOf } from './meeting-event.states.js';

type Who = Pick<Actor, 'role' | 'company' | 'body'>;

/** What the rules need to know of an event. */
export interface EventFacts {
  readonly state: MeetingEventState;
  readonly bodyIds: readonly string[];
  readonly openedAt: Date | null;
}

/** Staff of one of the bodies that organise it. */
export const isOrganiser = (actor: Who, event: Pick<EventFacts, 'bodyIds'>): boolean =>
  actor.body !== null && event.bodyIds.includes(actor.body.id);

/** A draft is its organisers' alone, also when it was cancelled; what was opened stays readable. */
export const canRead = (actor: Who, event: EventFacts): boolean =>
  isOrganiser(actor, event) || (event.openedAt !== null && (isStaff(actor) || actor.company !== null));

export const canEdit = (actor: Who, event: EventFacts): boolean =>
  isOrganiser(actor, event) && isStillOpen(event.state);

export const canCancel = (actor: Who, event: EventFacts): boolean =>
  isOrganiser(actor, event) && event.state !== 'finished' && event.state !== 'cancelled';

export const nextFor = (actor: Who, event: EventFacts): MeetingStep | null =>
  isOrganiser(actor, event) ? nextOf(event.state) : null;

/** Registrations are taken through their last day, from the opening until planning begins. */
export const takesRegistrations = (
  state: MeetingEventState,
  content: Pick<MeetingEventContent, 'registrationUntil'>,
  today: string,
): boolean => (state === 'open' || state === 'wishes') && today <= content.registrationUntil;

export const takesWishes = (
  state: MeetingEventState,
  content: Pick<MeetingEventContent, 'wishesUntil'>,
  today: string,
): boolean => state === 'wishes' && today <= content.wishesUntil;

/** On which sides a company may register: orders are given by orderers, at an event made to order by its host alone. */
export function sidesOf(
  company: { readonly id: string; readonly isOrderer: boolean; readonly isSupplier: boolean } | null,
  content: Pick<MeetingEventContent, 'kind' | 'hostCompanyId'>,
): MeetingSide[] {
  if (!company) return [];
  const mayOrder =
    content.kind === 'made-to-order' ? company.id === content.hostCompanyId : company.isOrderer;
  const maySupply = company.isSupplier && company.id !== content.hostCompanyId;
  return [...(mayOrder ? ['orderer' as const] : []), ...(maySupply ? ['supplier' as const] : [])];
}
