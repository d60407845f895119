import type { ErrorCode } from '#contracts/errors.js';
import type { RoomRole } from '#contracts/message.js';
import type { Side } from '#contracts/parties.js';
import type { DocumentLevel, RoomDocument, ScanState } from '#contracts/room-files.js';

/** What the rules need to know of a document. */
export interface DocumentFacts {
  readonly side: Side;
  readonly level: DocumentLevel;
}

/** What the rules need to know of a revision. */
export interface RevisionFacts {
  readonly revokedAt: Date | null;
  readonly scan: ScanState;
}

/** Pages of a PDF that are shown; the rest is to be downloaded. */
export const MAX_PAGES_SHOWN = 50;

/** The two companies that can promise each other confidentiality; nobody else in a room is bound by it. */
export const isParty = (role: RoomRole): role is Side => role === 'owner' || role === 'candidate';

/** What keeps a document from a member of this role, its title and its revisions included; null: nothing. */
export function hiddenBy(
  role: RoomRole,
  { side, level }: DocumentFacts,
  ndaInForce: boolean,
): RoomDocument['hiddenBy'] {
  if (role === side || level === 'open') return null;
  if (!isParty(role)) return 'parties-only';
  return level === 'parties' || ndaInForce ? null : 'nda';
}

/** Why a member of this role may not have a revision's content; null where they may. The same in SQL: readable.ts. */
export function contentRefusal(
  role: RoomRole,
  document: DocumentFacts,
  revision: RevisionFacts,
  ndaInForce: boolean,
): ErrorCode | null {
  const hidden = hiddenBy(role, document, ndaInForce);
  if (hidden) return hidden === 'nda' ? 'document/nda-needed' : 'document/parties-only';
  if (revision.revokedAt !== null && role !== document.side) return 'document/revoked';
  if (revision.scan === 'waiting') return 'file/quarantined';
  return revision.scan === 'infected' ? 'file/infected' : null;
}

/** Why an own document's revision cannot be taken back; `namedBy`: open or accepted offers that stand on it. */
export function revokeRefusal(
  role: RoomRole,
  { side }: DocumentFacts,
  revision: Pick<RevisionFacts, 'revokedAt'> & { readonly namedBy: readonly number[] },
): ErrorCode | null {
  if (role !== side) return 'auth/forbidden';
  if (revision.revokedAt !== null) return 'document/revoked';
  return revision.namedBy.length > 0 ? 'document/named-by-offer' : null;
}
