import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { roomRole } from './message.js';
import { side } from './parties.js';
import {
  bothLanguages,
  byId,
  id,
  instant,
  language,
  line,
  optionalLine,
  pageOf,
  pageQuery,
} from './shapes.js';

export const documentKind = z.enum(['drawing', 'specification', 'other']);
export type DocumentKind = z.infer<typeof documentKind>;
/**
 * Who of the room may read it beside its own side. `open`: everybody in the room. `parties`: the other company alone.
 * `nda`: the other company once both have accepted the confidentiality terms; nobody else.
 */
export const documentLevel = z.enum(['open', 'parties', 'nda']);
export type DocumentLevel = z.infer<typeof documentLevel>;

/** What the virus scanner says: `none` where none is set up, `waiting` until it has answered. */
export const scanState = z.enum(['none', 'waiting', 'clean', 'infected']);
export type ScanState = z.infer<typeof scanState>;

export const documentRevision = z.object({
  no: z.int(),
  /** As the drawing itself calls it; may be empty. */
  label: z.string(),
  note: z.string(),
  fileName: z.string(),
  mime: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Over the bytes as they were handed in, hex. A copy with a watermark has another. */
  sha256: z.string(),
  /** Pages that can be looked at here; null for kinds without a preview. */
  pages: z.int().nullable(),
  /** Pages that the file has, of which the later ones may not be shown; null for kinds without a preview. */
  allPages: z.int().nullable(),
  scan: scanState,
  by: z.string(),
  createdAt: instant,
  revokedAt: instant.nullable(),
  revokeReason: z.string(),
  /** Numbers of the open or accepted offers that name it; it cannot be withdrawn while there are any. */
  namedBy: z.array(z.int()),
  can: z.object({ view: z.boolean(), download: z.boolean(), revoke: z.boolean() }),
});
export type DocumentRevision = z.infer<typeof documentRevision>;

/** A document as the viewer may see it: what a step still protects is a number and whose it is, nothing more. */
export const roomDocument = z.object({
  id,
  no: z.int(),
  side,
  kind: documentKind,
  level: documentLevel,
  /** Null while a step protects it from the viewer. */
  title: z.string().nullable(),
  /** What is still missing before the viewer may read it. `parties-only`: nothing will, for who is no party. */
  hiddenBy: z.enum(['nda', 'parties-only']).nullable(),
  createdAt: instant,
  /** Latest first; empty while it is hidden. */
  revisions: z.array(documentRevision),
  can: z.object({ revise: z.boolean(), revoke: z.boolean(), seeAccesses: z.boolean() }),
});
export type RoomDocument = z.infer<typeof roomDocument>;

export const roomDocuments = z.object({
  items: z.array(roomDocument),
  ndaInForce: z.boolean(),
  /** Largest upload, in MB of 1,048,576 bytes. */
  maxMegabytes: z.number(),
  can: z.object({ add: z.boolean() }),
});
export type RoomDocuments = z.infer<typeof roomDocuments>;

const clause = z.object({ title: z.string(), text: z.string() });
/** The confidentiality terms as they are put to two companies: the template of a version with their names in it. */
export const ndaDocument = z.object({
  version: z.string(),
  subject: z.string(),
  parties: z.object({ owner: z.string(), candidate: z.string() }),
  title: bothLanguages,
  preamble: bothLanguages,
  clauses: z.object({ ja: z.array(clause), en: z.array(clause) }),
});
export type NdaDocument = z.infer<typeof ndaDocument>;

export const roomNda = z.object({
  document: ndaDocument,
  /** Over the document in both languages; what a side accepts. */
  sha256: z.string(),
  acceptances: z.array(z.object({ side, by: z.string(), organisation: z.string(), at: instant })),
  /** When the second side accepted. */
  inForceSince: instant.nullable(),
  can: z.object({ accept: z.boolean() }),
});
export type RoomNda = z.infer<typeof roomNda>;

export const fileAccess = z.object({
  id: z.int(),
  revision: z.int(),
  name: z.string(),
  organisation: z.string(),
  role: roomRole,
  what: z.enum(['view', 'download']),
  page: z.int().nullable(),
  at: instant,
});
export type FileAccess = z.infer<typeof fileAccess>;

const ofDocument = z.object({ id, documentId: id });
const ofRevision = ofDocument.extend({ revision: z.coerce.number().int().min(1).max(10_000) });

/** What is said about a file beside its bytes. */
const handedIn = z.object({ clientId: id, label: optionalLine(40), note: optionalLine(500) });

export const roomFilesApi = {
  list: endpoint({
    method: 'GET',
    path: '/rooms/:id/documents',
    access: 'negotiation:read',
    summary: 'The documents of a room with their revisions, as far as the viewer may see them',
    params: byId,
    response: roomDocuments,
  }),
  add: endpoint({
    method: 'POST',
    path: '/rooms/:id/documents',
    access: 'negotiation:offer',
    upload: true,
    creates: true,
    summary:
      'A new document; `title` empty: the name of the file. The same clientId again answers with what it already made',
    params: byId,
    body: handedIn.extend({ title: optionalLine(200), kind: documentKind, level: documentLevel }),
    response: roomDocument,
  }),
  revise: endpoint({
    method: 'POST',
    path: '/rooms/:id/documents/:documentId/revisions',
    access: 'negotiation:offer',
    upload: true,
    creates: true,
    summary: 'A new revision of an own document; the earlier ones stay',
    params: ofDocument,
    body: handedIn,
    response: roomDocument,
  }),
  page: endpoint({
    method: 'GET',
    path: '/rooms/:id/documents/:documentId/revisions/:revision/pages/:page',
    access: 'negotiation:read',
    summary:
      "A page as a picture, with the viewer's name, organisation and the time over it. Errors: document/nda-needed, document/revoked, file/quarantined",
    params: ofRevision.extend({ page: z.coerce.number().int().min(1).max(10_000) }),
    response: file('image/webp'),
  }),
  download: endpoint({
    method: 'GET',
    path: '/rooms/:id/documents/:documentId/revisions/:revision/file',
    access: 'negotiation:read',
    summary:
      'The file: its own side gets it as it was handed in, others get PDF and pictures with a watermark. It breaks off where access is withdrawn meanwhile',
    params: ofRevision,
    response: file('application/octet-stream'),
  }),
  accesses: endpoint({
    method: 'GET',
    path: '/rooms/:id/documents/:documentId/accesses',
    access: 'negotiation:read',
    summary: 'Who looked at or fetched an own document, latest first',
    params: ofDocument,
    query: pageQuery,
    response: pageOf(fileAccess),
  }),
  revoke: endpoint({
    method: 'POST',
    path: '/rooms/:id/documents/:documentId/revoke',
    access: 'negotiation:offer',
    summary:
      'Takes an own revision (null: all of them) back from the others, at once and for good. Error: document/named-by-offer',
    params: ofDocument,
    body: z.object({ revision: z.int().min(1).nullable(), reason: line(500) }),
    response: roomDocument,
  }),
  nda: endpoint({
    method: 'GET',
    path: '/rooms/:id/nda',
    access: 'negotiation:read',
    summary: 'The confidentiality terms of a room, and who has accepted them',
    params: byId,
    response: roomNda,
  }),
  acceptNda: endpoint({
    method: 'POST',
    path: '/rooms/:id/nda/acceptance',
    access: 'negotiation:offer',
    summary: 'Accepts for the own company what was read (`sha256`). Error: document/nda-changed',
    params: byId,
    body: z.object({ sha256: z.string().length(64) }),
    response: roomNda,
  }),
  ndaPdf: endpoint({
    method: 'GET',
    path: '/rooms/:id/nda.pdf',
    access: 'negotiation:read',
    summary: 'The confidentiality terms on paper, with both acceptances',
    params: byId,
    query: z.object({ language: language.optional() }),
    response: file('application/pdf'),
  }),
};
