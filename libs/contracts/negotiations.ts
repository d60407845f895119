import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { message, newText, roomRole } from './message.js';
import { talksKind } from './parties.js';
import { byId, id, instant, line, pageOf, pageQuery } from './shapes.js';

export { message, messageText, roomRole, type Message, type RoomRole } from './message.js';

export const roomState = z.enum(['open', 'agreed', 'closed']);
export type RoomState = z.infer<typeof roomState>;

export const roomMember = z.object({
  userId: id,
  name: z.string(),
  organisation: z.string(),
  role: roomRole,
  /** Of a partner. */
  companyId: id.nullable(),
  joinedAt: instant,
  leftAt: instant.nullable(),
  /** A coordinator may be there without speaking. */
  speaks: z.boolean(),
  /** The highest sequence number that this member has read. */
  readSeq: z.int(),
});

export const room = z.object({
  id,
  state: roomState,
  introductionId: id,
  title: z.string(),
  subject: z.object({ kind: talksKind, id, revision: z.int().nullable() }),
  owner: z.object({ companyId: id, name: z.string() }),
  /** Of a team: its lead. */
  candidate: z.object({ companyId: id, name: z.string() }),
  /** The team's other firms; they read and write, and offer nothing. */
  partners: z.array(z.object({ companyId: id, name: z.string() })),
  teamId: id.nullable(),
  members: z.array(roomMember),
  viewer: z.object({ role: roomRole, companyId: id.nullable(), joinedSeq: z.int(), readSeq: z.int() }),
  lastSeq: z.int(),
  /** So long (minutes) after sending may a message be edited or withdrawn by its sender; 0: never. */
  editMinutes: z.int(),
  agreementId: id.nullable(),
  /** Who keeps everybody from writing just now, since when and why. */
  paused: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
  version: z.int(),
  createdAt: instant,
  can: z.object({
    write: z.boolean(),
    /** Write what coordinators may not read. */
    writeBetween: z.boolean(),
    offer: z.boolean(),
    /** Offers, prices, agreement. */
    seeDeal: z.boolean(),
    /** See the offers of several suppliers for the own order side by side. */
    compare: z.boolean(),
    addMember: z.boolean(),
    close: z.boolean(),
    pause: z.boolean(),
    resume: z.boolean(),
  }),
});
export type Room = z.infer<typeof room>;
export const roomCard = z.object({
  id,
  state: roomState,
  title: z.string(),
  counterpart: z.string(),
  lastText: z.string(),
  lastAt: instant,
  unread: z.int(),
});

export const negotiationsApi = {
  list: endpoint({
    method: 'GET',
    path: '/rooms',
    access: 'negotiation:read',
    summary: 'Own rooms, latest first',
    query: pageQuery,
    response: pageOf(roomCard),
  }),
  get: endpoint({
    method: 'GET',
    path: '/rooms/:id',
    access: 'negotiation:read',
    summary: 'A room, its members and state',
    params: byId,
    response: room,
  }),
  messages: endpoint({
    method: 'GET',
    path: '/rooms/:id/messages',
    access: 'negotiation:read',
    summary:
      'Messages since the viewer joined: `after` for what was missed, `before` for earlier ones; ascending',
    params: byId,
    query: z.object({
      after: z.coerce.number().int().min(0).optional(),
      before: z.coerce.number().int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    response: z.object({ items: z.array(message), lastSeq: z.int(), more: z.boolean() }),
  }),
  post: endpoint({
    method: 'POST',
    path: '/rooms/:id/messages',
    access: 'negotiation:write',
    summary:
      'A message, where no socket is to be had; the same clientId again answers with the number it already has',
    params: byId,
    body: newText,
    response: message,
  }),
  read: endpoint({
    method: 'POST',
    path: '/rooms/:id/read',
    access: 'negotiation:read',
    summary: 'Read up to this number',
    params: byId,
    body: z.object({ seq: z.int().min(0) }),
  }),
  attach: endpoint({
    method: 'POST',
    path: '/rooms/:id/files',
    access: 'negotiation:write',
    upload: true,
    creates: true,
    summary:
      'A file as a message, which everybody in the room may fetch: of a coordinator or a partner. What the two companies send is a document under the steps of disclosure (`roomFiles.add`)',
    params: byId,
    body: z.object({ clientId: id }),
    response: message,
  }),
  file: endpoint({
    method: 'GET',
    path: '/rooms/:id/files/:fileId',
    access: 'negotiation:read',
    summary: 'A file, for members only',
    params: z.object({ id, fileId: id }),
    response: file('application/octet-stream'),
  }),
  colleagues: endpoint({
    method: 'GET',
    path: '/rooms/:id/colleagues',
    access: 'negotiation:write',
    summary: "People of the viewer's own organisation who may be added",
    params: byId,
    response: z.object({ items: z.array(z.object({ id, name: z.string() })) }),
  }),
  addMember: endpoint({
    method: 'POST',
    path: '/rooms/:id/members',
    access: 'negotiation:write',
    summary: 'Adds a colleague; they see what comes from now on',
    params: byId,
    body: z.object({ userId: id }),
    response: room,
  }),
  removeMember: endpoint({
    method: 'DELETE',
    path: '/rooms/:id/members/:userId',
    access: 'negotiation:write',
    summary: 'Takes a colleague out (or leaves); at once',
    params: z.object({ id, userId: id }),
  }),
  close: endpoint({
    method: 'POST',
    path: '/rooms/:id/close',
    access: 'negotiation:write',
    summary: 'Ends the talks with a reason',
    params: byId,
    body: z.object({ reason: line(1_000) }),
    response: room,
  }),
};
