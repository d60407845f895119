import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { byId, id, instant } from './shapes.js';
import { recordHead } from './verification.js';

/** How a room's record stands. */
export const roomRecord = z.object({
  head: recordHead,
  /** When the last entry happened; null for an empty record. */
  lastAt: instant.nullable(),
  /** Entries that the viewer's export shows, and those that it holds back by their hash alone. */
  shown: z.int(),
  withheld: z.int(),
  agreementId: id.nullable(),
  fingerprint: z.string(),
  verifyAt: z.string(),
});
export type RoomRecord = z.infer<typeof roomRecord>;

export const recordsApi = {
  get: endpoint({
    method: 'GET',
    path: '/rooms/:id/record',
    access: 'negotiation:read',
    summary: "The head of a room's record, brought up to date, and how much of it the viewer may export",
    params: byId,
    response: roomRecord,
  }),
  export: endpoint({
    method: 'GET',
    path: '/rooms/:id/record.zip',
    access: 'negotiation:read',
    summary:
      "A room's record as one archive, of what the viewer may see: to read (HTML, CSV, PDF), the files, and the sealed record (JSON) that can be verified",
    params: byId,
    response: file('application/zip'),
  }),
};
