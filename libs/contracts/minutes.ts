import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { message } from './message.js';
import { byId, day, id, instant, line, optionalLine, prose } from './shapes.js';

export const minutesState = z.enum(['draft', 'confirmed', 'dropped']);
export type MinutesState = z.infer<typeof minutesState>;

/** One thing that was decided, and where the record says so. */
export const decision = z.object({
  text: z.string().trim().min(1).max(2_000),
  /** Number of the room's entry that it was taken from; null where it was written by hand. */
  seq: z.int().min(1).nullable(),
});
export type Decision = z.infer<typeof decision>;

/** 議事録: what both sides confirm. */
export const minutesContent = z.object({
  title: line(200),
  heldOn: day,
  place: optionalLine(200),
  attendees: prose(2_000),
  decisions: z.array(decision).max(100),
  notes: prose(10_000),
});
export type MinutesContent = z.infer<typeof minutesContent>;

const act = z.object({ by: z.string(), at: instant });

export const minutes = z.object({
  id,
  /** Counted from 1 within the room. */
  no: z.int(),
  state: minutesState,
  /** Number of the confirmed minutes that these amend. */
  amendsNo: z.int().nullable(),
  /** Numbers of the confirmed minutes that amend these. */
  amendedByNos: z.array(z.int()),
  content: minutesContent,
  /** SHA-256 over the canonical JSON of number, amended number and content, hex: what is confirmed. */
  sha256: z.string(),
  written: act,
  confirmed: z.object({ owner: act.nullable(), candidate: act.nullable() }),
  version: z.int(),
  can: z.object({ edit: z.boolean(), confirm: z.boolean(), drop: z.boolean(), amend: z.boolean() }),
});
export type Minutes = z.infer<typeof minutes>;

const ofRoom = z.object({ id, minutesId: id });

export const minutesApi = {
  list: endpoint({
    method: 'GET',
    path: '/rooms/:id/minutes',
    access: 'negotiation:read',
    summary: 'All minutes of a room, the latest first; dropped drafts are left out',
    params: byId,
    response: z.object({ items: z.array(minutes), can: z.object({ draft: z.boolean() }) }),
  }),
  draft: endpoint({
    method: 'POST',
    path: '/rooms/:id/minutes',
    access: 'negotiation:offer',
    creates: true,
    summary:
      'A draft: of the decisions since the last confirmed minutes (accepted offers, answered price rounds, messages marked as decided but those between the parties), or, with `amends`, of the minutes that it is to amend. Error: minutes/being-drafted',
    params: byId,
    body: z.object({ amends: id.nullable().default(null) }).default({ amends: null }),
    response: minutes,
  }),
  get: endpoint({
    method: 'GET',
    path: '/rooms/:id/minutes/:minutesId',
    access: 'negotiation:read',
    versioned: 'read',
    summary: 'Minutes of a room',
    params: ofRoom,
    response: minutes,
  }),
  edit: endpoint({
    method: 'PUT',
    path: '/rooms/:id/minutes/:minutesId',
    access: 'negotiation:offer',
    versioned: 'write',
    summary: 'Edits a draft; a confirmation of an earlier version falls with it. Error: minutes/confirmed',
    params: ofRoom,
    body: minutesContent,
    response: minutes,
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/rooms/:id/minutes/:minutesId/confirm',
    access: 'negotiation:offer',
    versioned: 'write',
    summary:
      "Confirms for the viewer's side the version that was read; once both sides have, it stays as it is. Error: minutes/confirmed",
    params: ofRoom,
    response: minutes,
  }),
  drop: endpoint({
    method: 'POST',
    path: '/rooms/:id/minutes/:minutesId/drop',
    access: 'negotiation:offer',
    summary: 'Drops a draft that not both sides have confirmed. Error: minutes/confirmed',
    params: ofRoom,
  }),
  pdf: endpoint({
    method: 'GET',
    path: '/rooms/:id/minutes/:minutesId/minutes.pdf',
    access: 'negotiation:read',
    summary: 'Minutes as PDF (PDF/A-3b)',
    params: ofRoom,
    response: file('application/pdf'),
  }),
  markDecision: endpoint({
    method: 'POST',
    path: '/rooms/:id/messages/:seq/decision',
    access: 'negotiation:write',
    summary:
      'Marks a text or file as decided, or takes the mark off: an entry of its own, which is answered; the same clientId again answers with the entry it already has',
    params: z.object({ id, seq: z.coerce.number().int().min(1) }),
    body: z.object({ clientId: id, decided: z.boolean() }),
    response: message,
  }),
};
