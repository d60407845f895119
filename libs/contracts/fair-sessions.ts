import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { byId, fileInfo, id, instant, line, optionalLine, prose } from './shapes.js';

const fields = z.object({
  title: line(160),
  titleEn: optionalLine(160),
  text: prose(3_000),
  place: optionalLine(120),
  startsAt: instant,
  endsAt: instant,
  /** Seats, on site and online together; who comes later waits. */
  capacity: z.int().min(1).max(10_000),
  speakers: z
    .array(z.object({ name: line(100), organisation: optionalLine(120) }))
    .max(10)
    .default([]),
  /** Of an external stream: shown to who has a seat. */
  streamUrl: optionalLine(500),
});
/** What organisers lay down of a session. */
export const sessionContent = fields.superRefine(({ startsAt, endsAt, streamUrl }, context) => {
  if (Date.parse(endsAt) <= Date.parse(startsAt))
    context.addIssue({ code: 'custom', path: ['endsAt'], message: 'ends-before-start', input: endsAt });
  if (streamUrl !== '' && !/^https:\/\/[^\s/]+/.test(streamUrl))
    context.addIssue({ code: 'custom', path: ['streamUrl'], message: 'https-address', input: streamUrl });
});
export type SessionContent = z.output<typeof sessionContent>;

export const fairSession = z.object({
  id,
  fairId: id,
  /** `streamUrl` is empty for who has no seat. */
  content: fields,
  isCancelled: z.boolean(),
  reason: z.string(),
  taken: z.int(),
  waiting: z.int(),
  version: z.int(),
  can: z.object({ edit: z.boolean() }),
});
export type FairSession = z.infer<typeof fairSession>;

export const liveQuestion = z.object({
  id,
  text: z.string(),
  votes: z.int(),
  state: z.enum(['open', 'answered', 'hidden']),
  at: instant,
});
export type LiveQuestion = z.infer<typeof liveQuestion>;
export const livePoll = z.object({
  id,
  question: z.string(),
  options: z.array(z.object({ text: z.string(), votes: z.int() })),
  isOpen: z.boolean(),
});
export type LivePoll = z.infer<typeof livePoll>;

/** A session as it goes on, for the holder of a ticket or whoever looks. */
export const sessionRoom = z.object({
  session: fairSession,
  /** The ticket's seat, and how many wait before. */
  seat: z.enum(['registered', 'waiting']).nullable(),
  before: z.int().nullable(),
  questions: z.array(liveQuestion),
  /** Questions that the ticket has voted for, and its choice in each poll. */
  votedFor: z.array(id),
  chosen: z.array(z.object({ pollId: id, option: z.int() })),
  polls: z.array(livePoll),
  materials: z.array(fileInfo),
});
export type SessionRoom = z.infer<typeof sessionRoom>;

const ofFair = z.object({ id, sessionId: id });
const ofSession = z.object({ sessionId: id });

export const fairSessionsApi = {
  list: endpoint({
    method: 'GET',
    path: '/fairs/:id/sessions',
    access: 'public',
    summary: 'The programme by time; cancelled sessions stay in it',
    params: byId,
    response: z.object({ items: z.array(fairSession) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/fairs/:id/sessions',
    access: 'fair:organise',
    creates: true,
    summary: 'A new session of the programme',
    params: byId,
    body: sessionContent,
    response: fairSession,
  }),
  update: endpoint({
    method: 'PUT',
    path: '/fairs/:id/sessions/:sessionId',
    access: 'fair:organise',
    versioned: 'write',
    summary: 'Changes a session; with more seats who waits moves up',
    params: ofFair,
    body: sessionContent,
    response: fairSession,
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/fairs/:id/sessions/:sessionId/cancel',
    access: 'fair:organise',
    versioned: 'write',
    summary: 'Cancels a session with a reason',
    params: ofFair,
    body: z.object({ reason: line(500) }),
    response: fairSession,
  }),
  room: endpoint({
    method: 'GET',
    path: '/fair-sessions/:sessionId',
    access: 'public',
    summary: 'A session with its questions, polls and materials',
    params: ofSession,
    query: z.object({ ticket: z.string().max(200).optional() }),
    response: sessionRoom,
  }),
  seat: endpoint({
    method: 'PUT',
    path: '/fair-tickets/:token/sessions/:sessionId',
    access: 'public',
    summary:
      'Takes a seat, or a place in the waiting list where it is full; or gives it back. Errors: fair/closed, fair/not-confirmed',
    params: z.object({ token: z.string().max(200), sessionId: id }),
    body: z.object({ isComing: z.boolean() }),
    response: sessionRoom,
  }),
  moderate: endpoint({
    method: 'PUT',
    path: '/fair-sessions/:sessionId/questions/:questionId',
    access: 'fair:organise',
    summary: 'Marks a question as answered, hides it, or shows it again',
    params: ofSession.extend({ questionId: id }),
    body: z.object({ state: liveQuestion.shape.state }),
    response: liveQuestion,
  }),
  openPoll: endpoint({
    method: 'POST',
    path: '/fair-sessions/:sessionId/polls',
    access: 'fair:organise',
    creates: true,
    summary: 'Opens a poll',
    params: ofSession,
    body: z.object({ question: line(200), options: z.array(line(120)).min(2).max(8) }),
    response: livePoll,
  }),
  closePoll: endpoint({
    method: 'POST',
    path: '/fair-sessions/:sessionId/polls/:pollId/close',
    access: 'fair:organise',
    summary: 'Closes a poll; its result stays',
    params: ofSession.extend({ pollId: id }),
    response: livePoll,
  }),
  attach: endpoint({
    method: 'POST',
    path: '/fair-sessions/:sessionId/materials',
    access: 'fair:organise',
    creates: true,
    upload: true,
    summary: 'Adds a file for everybody',
    params: ofSession,
    response: fileInfo,
  }),
  detach: endpoint({
    method: 'DELETE',
    path: '/fair-sessions/:sessionId/materials/:fileId',
    access: 'fair:organise',
    summary: 'Takes a file away',
    params: ofSession.extend({ fileId: id }),
  }),
  material: endpoint({
    method: 'GET',
    path: '/fair-sessions/:sessionId/materials/:fileId',
    access: 'public',
    summary: 'A file of a session',
    params: ofSession.extend({ fileId: id }),
    response: file('application/octet-stream'),
  }),
};
