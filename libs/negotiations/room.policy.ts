import type { RoomRole, RoomState } from '#contracts/negotiations.js';
import type { Side } from '#contracts/parties.js';
import type { Actor } from '#platform/auth/index.js';

/** What the rules need to know of a room. */
export interface RoomFacts {
  readonly state: RoomState;
  /** Since when a coordinator has been pausing it. */
  readonly pausedAt: Date | null;
  readonly ownerCompanyId: string;
  readonly candidateCompanyId: string;
  readonly bodyId: string | null;
}

/** A person's place in a room. */
export interface Membership {
  readonly userId: string;
  readonly role: RoomRole;
  /** Of a partner: which of a team's firms it is; null for all others. */
  readonly companyId: string | null;
  readonly leftAt: Date | null;
}

type Who = Pick<Actor, 'userId' | 'company' | 'body'>;

/** The company or support body for which a member sits there. */
export function organisationOf(
  { role, companyId }: Pick<Membership, 'role' | 'companyId'>,
  room: RoomFacts,
): string | null {
  if (role === 'coordinator') return room.bodyId;
  if (role === 'partner') return companyId;
  return role === 'owner' ? room.ownerCompanyId : room.candidateCompanyId;
}

/**
 * Only members read, and only while they still belong to the organisation for which they sit there; coordinators are
 * no exception. The same rule in SQL: seated.ts.
 */
export function isSeated(actor: Who, room: RoomFacts, me: Membership | null): me is Membership {
  if (!me || me.leftAt !== null || me.userId !== actor.userId) return false;
  const organisation = organisationOf(me, room);
  return organisation !== null && organisation === (actor.company?.id ?? actor.body?.id);
}

type Openness = Pick<RoomFacts, 'state' | 'pausedAt'>;

export const canWrite = (room: Openness): boolean => room.state !== 'closed' && room.pausedAt === null;
export const canAddMember = canWrite;
/** A partner leaves its team; it does not end the talks of the others. */
export const canClose = (room: Pick<RoomFacts, 'state'>, role: RoomRole): boolean =>
  room.state === 'open' && role !== 'partner';
/** Offers are between the two companies, until one is accepted. */
export const canOffer = (room: Openness, role: RoomRole): boolean =>
  canWrite(room) && room.state === 'open' && sideOf(role) !== null;
/** Those who broker may interrupt the talks, and let them go on. */
export const canPause = (room: Openness, role: RoomRole): boolean =>
  role === 'coordinator' && room.state !== 'closed' && room.pausedAt === null;
export const canResume = (room: Openness, role: RoomRole): boolean =>
  role === 'coordinator' && room.state !== 'closed' && room.pausedAt !== null;
/** Offers, prices and the agreement are between orderer and lead: what the lead gets is no business of its partners. */
export const canSeeDeal = (role: RoomRole): boolean => role !== 'partner';

/** Oneself, or a colleague. */
export const canRemove = (me: Membership, other: Membership): boolean =>
  me.role === other.role && me.companyId === other.companyId;

/** The company's side that a member speaks for; null for coordinators and partners. */
export const sideOf = (role: RoomRole): Side | null =>
  role === 'owner' || role === 'candidate' ? role : null;
