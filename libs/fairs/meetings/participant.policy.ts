import type {
  MeetingEventContent,
  MeetingEventState,
  MeetingSide,
  ParticipantState,
} from '#contracts/meeting-events.js';
import type { Actor } from '#platform/auth/index.js';
import { isOrganiser, takesWishes, type EventFacts } from './meeting-event.policy.js';
import { isStillOpen, mayBecome } from './meeting-event.states.js';

type Who = Pick<Actor, 'role' | 'company' | 'body'>;

export interface ParticipantFacts {
  readonly companyId: string;
  readonly state: ParticipantState;
  readonly side: MeetingSide;
}

export const isOwn = (actor: Who, { companyId }: Pick<ParticipantFacts, 'companyId'>): boolean =>
  actor.company?.id === companyId;

/** Needs are shown from their day on, and always once wishes are being made. */
export const showsNeeds = (
  event: Pick<EventFacts, 'state'> & { readonly content: Pick<MeetingEventContent, 'needsOn'> },
  today: string,
): boolean => event.state !== 'draft' && (event.state !== 'open' || today >= event.content.needsOn);

/** Sheets of suppliers are for the orderers that take part, from when they choose. */
export const showsSuppliers = (
  event: Pick<EventFacts, 'state'>,
  own: { side: MeetingSide; state: ParticipantState } | null,
): boolean =>
  own?.state === 'approved' && own.side === 'orderer' && event.state !== 'draft' && event.state !== 'open';

/** Who comes, with a telephone number, is told once the timetable is published. */
export const showsContact = (state: MeetingEventState): boolean =>
  state === 'published' || state === 'running' || state === 'finished';

const isLive = (state: MeetingEventState): boolean =>
  state !== 'draft' && state !== 'finished' && state !== 'cancelled';

export const canEdit = (actor: Who, event: EventFacts, participant: ParticipantFacts): boolean =>
  participant.state !== 'withdrawn' &&
  (isOrganiser(actor, event)
    ? isLive(event.state)
    : isOwn(actor, participant) && isStillOpen(event.state) && participant.state !== 'declined');

export const canDecide = (actor: Who, event: EventFacts, participant: ParticipantFacts): boolean =>
  isOrganiser(actor, event) && isLive(event.state) && participant.state !== 'withdrawn';

export const canWithdraw = (actor: Who, event: EventFacts, participant: ParticipantFacts): boolean =>
  (isOrganiser(actor, event) || isOwn(actor, participant)) &&
  isLive(event.state) &&
  mayBecome(participant.state, 'withdrawn');

export const canReadWishes = (actor: Who, event: EventFacts, participant: ParticipantFacts): boolean =>
  isOrganiser(actor, event) || isOwn(actor, participant);

/** The firm through the last day; an organiser for it, e.g. by telephone, until planning begins. */
export const canWish = (
  actor: Who,
  event: EventFacts & { readonly content: Pick<MeetingEventContent, 'wishesUntil'> },
  participant: ParticipantFacts,
  today: string,
): boolean =>
  participant.state === 'approved' &&
  (isOrganiser(actor, event)
    ? event.state === 'wishes'
    : isOwn(actor, participant) && takesWishes(event.state, event.content, today));
