import type { ConflictCode } from '#contracts/disputes.js';
import { side, type Side } from '#contracts/parties.js';
import { otherSide } from '../dispute.policy.js';

/** Somebody who is willing to serve, and to whom they are tied. */
export interface Willing {
  readonly userId: string;
  readonly companyId: string | null;
  readonly bodyId: string | null;
  /** Corporate number of their company, and of the one at the top of its group. */
  readonly number: string | null;
  readonly groupNumber: string | null;
  /** Of their company's or body's main account; a body that is a bank is tied to all of its branches. */
  readonly bankBranch: string | null;
  /** Since when they have been willing. */
  readonly since: Date;
}

/** One of the companies that a dispute is between. */
export interface PartyTies {
  readonly companyId: string;
  readonly side: Side;
  readonly number: string;
  readonly groupNumber: string | null;
  readonly bankBranch: string | null;
  /** Whether it has told these, or changed them, since the panel is known. */
  readonly toldSince: boolean;
}

/** What of a dispute decides who may judge it. */
export interface CaseTies {
  /** Both sides, and the other firms of a team that share their room. */
  readonly parties: readonly PartyTies[];
  /** Everybody who ever sat in the room. */
  readonly roomPeople: ReadonlySet<string>;
  /** The support bodies that ever brokered for a party, or that one belongs to. */
  readonly bodyIds: ReadonlySet<string>;
  /** Companies that ever dealt with a party. */
  readonly dealtWith: ReadonlySet<string>;
  /** Companies with which a side alone has begun a dealing since the panel is known. */
  readonly sought: Readonly<Record<Side, ReadonlySet<string>>>;
  /** People who were drawn for this dispute before, and organisations that have a seat. */
  readonly drawnBefore: ReadonlySet<string>;
  readonly seatedOrganisations: ReadonlySet<string>;
}

const groupOf = ({ number, groupNumber }: { number: string | null; groupNumber: string | null }) =>
  groupNumber ?? number;

const bankConflictOf = (own: string, parties: readonly PartyTies[]): ConflictCode | null => {
  if (parties.some(({ bankBranch }) => bankBranch === own)) return 'same-bank-branch';
  return parties.some(({ bankBranch }) => bankBranch?.split('-')[0] === own) ? 'party-bank' : null;
};

/** Why somebody may not judge a dispute, the weightiest reason first; null where nothing is known against it. */
export function conflictOf(one: Willing, about: CaseTies): ConflictCode | null {
  const { parties } = about;
  if (about.roomPeople.has(one.userId)) return 'in-the-room';
  if (parties.some(({ companyId }) => companyId === one.companyId)) return 'party';
  if (one.bodyId !== null && about.bodyIds.has(one.bodyId)) return 'same-body';
  const { dealtWith, sought } = about;
  const dealing = [dealtWith, sought.owner, sought.candidate];
  if (dealing.some((companies) => one.companyId !== null && companies.has(one.companyId))) return 'dealing';
  const group = groupOf(one);
  if (group !== null && parties.some((party) => groupOf(party) === group)) return 'same-group';
  const bank = one.bankBranch === null ? null : bankConflictOf(one.bankBranch, parties);
  if (bank) return bank;
  if (about.drawnBefore.has(one.userId)) return 'asked-before';
  return null;
}

/** For whom somebody would sit there: of each company and body one at most. */
export const organisationOf = ({ companyId, bodyId, userId }: Willing): string =>
  companyId ?? bodyId ?? userId;

/** Why somebody may not take a seat now, beside those who have one; null where nothing is known against it. */
export const seatConflictOf = (one: Willing, about: CaseTies): ConflictCode | null =>
  conflictOf(one, about) ?? (about.seatedOrganisations.has(organisationOf(one)) ? 'same-company' : null);

/** The same without what a side alone has done since the panel is known. */
const without = (about: CaseTies, one: Side): CaseTies => ({
  ...about,
  sought: { ...about.sought, [one]: new Set() },
  parties: about.parties.map((party) =>
    party.side === one && party.toldSince ? { ...party, groupNumber: null, bankBranch: null } : party,
  ),
});

/**
 * What ties somebody who has a seat; null: nothing. `by`: the sides that made the tie, each by what it alone did since the
 * panel is known; none where something else ties them too. A side that dislikes a member could otherwise be rid of them by
 * an act of its own, such as interest in a patent of their company, so such a tie releases nobody: it is shown to both sides.
 */
export function tieOf(one: Willing, about: CaseTies): { readonly by: readonly Side[] } | null {
  if (seatConflictOf(one, about) === null) return null;
  if (seatConflictOf(one, without(without(about, 'owner'), 'candidate')) !== null) return { by: [] };
  return { by: side.options.filter((own) => seatConflictOf(one, without(about, otherSide(own))) !== null) };
}

export interface Sifted {
  /** Sorted ids of those who can be drawn. */
  readonly candidates: string[];
  readonly excluded: { readonly userId: string; readonly code: ConflictCode }[];
}

/** Who can be drawn, and why the others cannot: of an organisation only who has been willing the longest. */
export function sift(willing: readonly Willing[], about: CaseTies): Sifted {
  const taken = new Set(about.seatedOrganisations);
  const candidates: string[] = [];
  const excluded: Sifted['excluded'] = [];
  const byAge = [...willing].sort(
    (a, b) => a.since.getTime() - b.since.getTime() || (a.userId < b.userId ? -1 : 1),
  );
  for (const one of byAge) {
    const code = seatConflictOf(one, { ...about, seatedOrganisations: taken });
    if (code) excluded.push({ userId: one.userId, code });
    else {
      taken.add(organisationOf(one));
      candidates.push(one.userId);
    }
  }
  return { candidates: candidates.sort(), excluded };
}
