import type { DocumentKind, DocumentLevel } from '#contracts/room-files.js';

/**
 * What follows from saying what kind of document it is: a drawing that everybody in the room would see is put under the
 * confidentiality terms first. Whoever means it to be open chooses that again, and sees what it means.
 */
export const saidKind = (
  kind: DocumentKind,
  level: DocumentLevel,
): { kind: DocumentKind; level: DocumentLevel } => ({
  kind,
  level: kind === 'drawing' && level === 'open' ? 'nda' : level,
});
