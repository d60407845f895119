import type { DocumentRevision, RoomDocument, RoomDocuments } from '#contracts/room-files.js';
import type { OfferLine } from '#contracts/term-sheet.js';

/** A revision that an offer can be made on. */
export interface NameableRevision {
  key: string;
  document: RoomDocument;
  revision: DocumentRevision;
}

export const drawingKey = ({ id, revision }: NonNullable<OfferLine['document']>): string =>
  `${id}/${revision}`;

const handedInAt = ({ revisions: [latest] }: RoomDocument): string => latest?.createdAt ?? '';

/**
 * What both sides may read, as the server demands of an offer (`document/not-for-both`): documents with the latest
 * revision first, each with its latest first.
 */
export function nameableRevisions({ items, ndaInForce }: RoomDocuments): NameableRevision[] {
  return items
    .filter(({ hiddenBy, level }) => hiddenBy === null && (level !== 'nda' || ndaInForce))
    .toSorted((a, b) => handedInAt(b).localeCompare(handedInAt(a)))
    .flatMap((document) =>
      document.revisions
        .filter(({ revokedAt, scan }) => revokedAt === null && scan !== 'waiting' && scan !== 'infected')
        .map((revision) => ({
          ...{ document, revision },
          key: drawingKey({ id: document.id, revision: revision.no }),
        })),
    );
}

/**
 * The line on that revision, called as its side calls it where everybody in the room may read that: the terms of an offer
 * go to coordinators, too. Of a protected document they tell only the number. What one typed as the drawing's number
 * stays while only the revision changes. Null: on none of the room's documents, with the words kept.
 */
export function onDrawing(line: OfferLine, chosen: NameableRevision | null): OfferLine {
  const { document: before, ...rest } = line;
  if (!chosen) return rest;
  const { document, revision } = chosen;
  const isOpen = document.level === 'open';
  const name = isOpen ? (document.title ?? '').slice(0, 100) : `No.${document.no}`;
  return {
    ...rest,
    drawing: before?.id === document.id && line.drawing ? line.drawing : name,
    drawingRevision: (isOpen && revision.label) || String(revision.no),
    document: { id: document.id, revision: revision.no },
  };
}
