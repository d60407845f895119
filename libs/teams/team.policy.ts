import type { IntroductionState } from '#contracts/introductions.js';
import type { Team as TeamDto, TeamState } from '#contracts/teams.js';
import type { Actor } from '#platform/auth/index.js';
import { isActive, isIn } from './team.states.js';

/** What the rules need to know of a team. */
export interface TeamFacts {
  readonly state: TeamState;
  readonly ownerCompanyId: string;
  readonly bodyId: string;
  readonly agreedOn: string | null;
  readonly roomId: string | null;
}

/** One of the firms' introductions. */
export interface Asked {
  readonly state: IntroductionState;
  readonly candidateCompanyId: string;
  readonly ownerConsent: string;
  readonly candidateConsent: string;
}

type Who = Pick<Actor, 'company' | 'body'>;

export const isOfBody = (actor: Who, team: TeamFacts): boolean => actor.body?.id === team.bodyId;
export const isOwner = (actor: Who, team: TeamFacts): boolean => actor.company?.id === team.ownerCompanyId;

/** The introduction by which the actor's company is asked, as long as it is in. */
export const ownOf = <A extends Asked>(actor: Who, asked: readonly A[]): A | null =>
  asked.find((each) => each.candidateCompanyId === actor.company?.id && isActive(each.state)) ?? null;

/** As what the actor sees the team; null: not at all. A firm only once it is asked, and as long as it is in. */
export function viewerOf(actor: Who, team: TeamFacts, asked: readonly Asked[]): TeamDto['viewer'] | null {
  if (isOfBody(actor, team)) return 'coordinator';
  if (isOwner(actor, team)) return 'owner';
  return ownOf(actor, asked) ? 'member' : null;
}

/**
 * Whether a viewer may know who a firm is: the body's staff always, a company itself, the orderer once both have
 * consented, the firms among themselves once all had consented and shared a room.
 */
export function mayKnow(
  actor: Who,
  viewer: TeamDto['viewer'],
  firm: Asked | null,
  own: Asked | null,
  companyId: string,
): boolean {
  if (viewer === 'coordinator' || actor.company?.id === companyId) return true;
  if (!firm || !isIn(firm.state)) return false;
  return viewer === 'owner' || (isSharing(own) && isSharing(firm));
}

const isSharing = (asked: Asked | null): boolean =>
  asked !== null && (asked.state === 'negotiating' || asked.state === 'agreed');

/** Whether a firm may know the orderer: once both have consented. */
export const mayKnowOwner = (viewer: TeamDto['viewer'], own: Asked | null): boolean =>
  viewer !== 'member' || (own !== null && isIn(own.state));

const isOpen = ({ state, agreedOn }: TeamFacts): boolean => state !== 'broken' && agreedOn === null;

export const canCompose = (actor: Who, team: TeamFacts): boolean => isOfBody(actor, team) && isOpen(team);
export const canAsk = (actor: Who, team: TeamFacts): boolean =>
  canCompose(actor, team) && team.state === 'draft';
export const canAnswer = (actor: Who, team: TeamFacts, asked: readonly Asked[]): boolean =>
  isOwner(actor, team) &&
  isOpen(team) &&
  asked.some(({ state, ownerConsent }) => state === 'proposed' && ownerConsent === 'waiting');
/** A firm that has not answered yet declines its introduction instead. */
export const canLeave = (actor: Who, team: TeamFacts, asked: readonly Asked[]): boolean =>
  isOpen(team) && ownOf(actor, asked)?.candidateConsent === 'consented';
export const canOpenRoom = (viewer: TeamDto['viewer'], team: TeamFacts, own: Asked | null): boolean =>
  team.roomId !== null && (viewer !== 'member' || isSharing(own));
