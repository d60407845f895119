import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { talkState } from './fair-visitors.js';
import { byId, id, instant, pageOf, pageQuery, prose } from './shapes.js';

/** One line of a talk at a booth. */
export const talkLine = z.object({
  seq: z.int(),
  talkId: id,
  clientId: id,
  side: z.enum(['visitor', 'booth']),
  /** Who says it: the visitor's name, or the staff's. */
  name: z.string(),
  text: z.string(),
  at: instant,
});
export type TalkLine = z.infer<typeof talkLine>;

const handOver = z.object({
  by: z.enum(['visitor', 'booth']),
  kind: z.enum(['order', 'patent']),
  title: z.string(),
  at: instant,
  introductionId: id.nullable(),
});

export const boothTalk = z.object({
  id,
  exhibitorId: id,
  company: z.string(),
  state: talkState,
  topic: z.string(),
  visitor: z.object({ id, name: z.string(), organisation: z.string() }),
  staff: z.string().nullable(),
  queuedAt: instant,
  startedAt: instant.nullable(),
  lines: z.array(talkLine),
  handOver: handOver.nullable(),
  /** What the reader may hand the talk over with: own published orders of a visitor, own open patents of a booth. */
  subjects: z.array(z.object({ kind: z.enum(['order', 'patent']), id, title: z.string() })),
});
export type BoothTalk = z.infer<typeof boothTalk>;

export const boothDesk = z.object({
  onDuty: z.array(z.object({ userId: id, name: z.string() })),
  isOnDuty: z.boolean(),
  /** Who waits, the next first. */
  queue: z.array(
    z.object({ id, visitor: z.string(), organisation: z.string(), topic: z.string(), queuedAt: instant }),
  ),
  talking: z.array(z.object({ id, visitor: z.string(), organisation: z.string(), staff: z.string() })),
});
export type BoothDesk = z.infer<typeof boothDesk>;

export const handOverRow = z.object({
  talkId: id,
  exhibitor: z.string(),
  visitor: z.string(),
  organisation: z.string(),
  ...handOver.shape,
});
export type HandOverRow = z.infer<typeof handOverRow>;

const byToken = z.object({ token: z.string().max(200) });
const ofTicket = byToken.extend({ talkId: id });
const ofBooth = z.object({ id, exhibitorId: id });
const ofTalk = ofBooth.extend({ talkId: id });
const subject = z.object({ kind: z.enum(['order', 'patent']), subjectId: id });

export const fairTalksApi = {
  queue: endpoint({
    method: 'POST',
    path: '/fair-tickets/:token/talks',
    access: 'public',
    creates: true,
    summary:
      'Queues for a talk at a booth; who waits or talks there already keeps the place. Errors: fair/closed, fair/not-confirmed',
    params: byToken,
    body: z.object({ exhibitorId: id, topic: prose(300) }),
    response: boothTalk,
  }),
  own: endpoint({
    method: 'GET',
    path: '/fair-tickets/:token/talks/:talkId',
    access: 'public',
    summary: 'An own talk with what was said',
    params: ofTicket,
    response: boothTalk,
  }),
  leave: endpoint({
    method: 'POST',
    path: '/fair-tickets/:token/talks/:talkId/leave',
    access: 'public',
    summary: 'Leaves the queue, or ends the talk',
    params: ofTicket,
    response: boothTalk,
  }),
  askOwn: endpoint({
    method: 'POST',
    path: '/fair-tickets/:token/talks/:talkId/hand-over',
    access: 'public',
    summary:
      'A visitor of a registered company asks to go on in a negotiation room about an own order. Error: fair/no-company',
    params: ofTicket,
    body: subject,
    response: boothTalk,
  }),
  desk: endpoint({
    method: 'GET',
    path: '/fairs/:id/exhibitors/:exhibitorId/desk',
    access: 'fair:exhibit',
    summary: 'Who is on duty at a booth, who waits, who is next',
    params: ofBooth,
    response: boothDesk,
  }),
  duty: endpoint({
    method: 'PUT',
    path: '/fairs/:id/exhibitors/:exhibitorId/duty',
    access: 'fair:exhibit',
    summary: 'Begins or ends the own duty at a booth',
    params: ofBooth,
    body: z.object({ isOnDuty: z.boolean() }),
    response: boothDesk,
  }),
  next: endpoint({
    method: 'POST',
    path: '/fairs/:id/exhibitors/:exhibitorId/next',
    access: 'fair:exhibit',
    summary: 'Calls who is next; two who call at once get two visitors. Error: fair/nobody-waits',
    params: ofBooth,
    response: boothTalk,
  }),
  get: endpoint({
    method: 'GET',
    path: '/fairs/:id/exhibitors/:exhibitorId/talks/:talkId',
    access: 'fair:exhibit',
    summary: 'A talk of the booth with what was said',
    params: ofTalk,
    response: boothTalk,
  }),
  end: endpoint({
    method: 'POST',
    path: '/fairs/:id/exhibitors/:exhibitorId/talks/:talkId/end',
    access: 'fair:exhibit',
    summary: 'Ends a talk; `missed` for a visitor who did not answer',
    params: ofTalk,
    body: z.object({ isMissed: z.boolean().default(false) }),
    response: boothTalk,
  }),
  ask: endpoint({
    method: 'POST',
    path: '/fairs/:id/exhibitors/:exhibitorId/talks/:talkId/hand-over',
    access: 'fair:exhibit',
    summary: 'The booth asks to go on in a negotiation room about an own open patent. Error: fair/no-company',
    params: ofTalk,
    body: subject,
    response: boothTalk,
  }),
  handOvers: endpoint({
    method: 'GET',
    path: '/fairs/:id/hand-overs',
    access: 'fair:organise',
    summary: 'Talks that ask for an introduction, those without one first',
    params: byId,
    query: pageQuery,
    response: pageOf(handOverRow),
  }),
  introduce: endpoint({
    method: 'POST',
    path: '/fairs/:id/hand-overs/:talkId/introduction',
    access: 'fair:organise',
    summary:
      'Proposes the introduction to both sides; the room opens when both consent. Errors as of introductions.propose',
    params: z.object({ id, talkId: id }),
    body: z.object({ reason: prose(1_000) }),
    response: z.object({ introductionId: id }),
  }),
};
