import { z } from 'zod';
import { livePoll, liveQuestion } from './fair-sessions.js';
import { talkLine } from './fair-talks.js';
import { fairWatch } from './fair-watch.js';
import { id } from './shapes.js';

/** The Socket.IO namespace of fairs. Visitors come with `auth.ticket`, people with an account with their session. */
export const FAIR_NAMESPACE = '/fair';

/** What a client of a fair sends; each is acknowledged as in live.ts. */
export const fairClientEvents = {
  /** Looks at a booth: a ticket's visit is counted once. Answers with the booth's state. */
  'booth:enter': z.object({ exhibitorId: id }),
  'booth:leave': z.object({ exhibitorId: id }),
  'talk:join': z.object({ talkId: id }),
  /** Acknowledged once it is stored; the same clientId again gets the number it has. */
  'talk:say': z.object({ talkId: id, clientId: id, text: z.string().trim().min(1).max(2_000) }),
  'session:join': z.object({ sessionId: id }),
  'session:leave': z.object({ sessionId: id }),
  /** For holders of a confirmed ticket, as are the two below. */
  'question:ask': z.object({ sessionId: id, clientId: id, text: z.string().trim().min(1).max(500) }),
  'question:vote': z.object({ questionId: id, isFor: z.boolean() }),
  'poll:vote': z.object({ pollId: id, option: z.int().min(0).max(7) }),
  /** For organisers: the day as it goes on. */
  'watch:join': z.object({ fairId: id }),
  'watch:leave': z.object({ fairId: id }),
} as const;
export type FairClientEvent = keyof typeof fairClientEvents;

export const boothState = z.object({
  exhibitorId: id,
  /** How many are on duty, and how many talk now. */
  onDuty: z.int(),
  talking: z.int(),
  /** Talks that wait, the next first: each finds its place. */
  waiting: z.array(id),
});
export type BoothState = z.infer<typeof boothState>;

export const fairServerEvents = {
  'booth:state': boothState,
  'talk:said': talkLine,
  /** Called, ended, handed over: fetch it. */
  'talk:changed': z.object({ talkId: id }),
  /** New, voted for, answered or hidden; votes of a question are told at most once a second. */
  'question:changed': z.object({ sessionId: id, question: liveQuestion }),
  'poll:changed': z.object({ sessionId: id, poll: livePoll }),
  /** Told at most twice a second, and only where something changed. */
  'watch:changed': fairWatch,
} as const;
export type FairServerEvent = keyof typeof fairServerEvents;
export type FairServerEventData<E extends FairServerEvent> = z.output<(typeof fairServerEvents)[E]>;
