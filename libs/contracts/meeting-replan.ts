import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { byId, flag, id, listOf } from './shapes.js';

const no = z.string().regex(/^[1-9]\d{0,2}$/);

/** What has changed at an event whose timetable is out, as numbers of tables and slots. */
export const replanQuery = z.object({
  /** Tables that cannot be used any more, and slots in which nobody meets: all of them, also those noted before. */
  closedTables: listOf(no),
  closedSlots: listOf(no),
  /** Whether wishes that have not come true are let in, too, where others can make room. */
  addWishes: flag.default(false),
});

const where = z.object({ slot: z.int(), table: z.int().nullable() });
export const replanChange = z.object({
  /** Null where it is new. */
  meetingId: id.nullable(),
  ordererId: id,
  orderer: z.string(),
  supplierId: id,
  supplier: z.string(),
  /** Null where it is new. */
  from: where.nullable(),
  /** Null where no place is left for it: it is off. */
  to: where.nullable(),
});
export type ReplanChange = z.infer<typeof replanChange>;

export const replanProposal = z.object({
  /**
   * `proven`: no timetable that keeps as many of the meetings moves fewer to another slot; `found`: the search ended
   * before that was known; `none`: it ended before it found any.
   */
  outcome: z.enum(['proven', 'found', 'none']),
  /** Meetings that get another slot, and how many must at least. A new table in the same slot is no move. */
  moves: z.int(),
  bound: z.int(),
  /** Coming meetings that stay where they are. */
  stays: z.int(),
  /** Wishes for which there is no place. */
  wishesLeft: z.int(),
  changes: z.array(replanChange),
  digest: z.string(),
});
export type ReplanProposal = z.infer<typeof replanProposal>;

export const meetingReplanApi = {
  proposal: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/replan',
    access: 'meeting-event:organise',
    summary:
      'What is left of a published timetable once tables or slots fall away, or with further wishes: the fewest moves of meetings that have not begun. Changes nothing. 409 meeting/illegal-transition where the timetable is not out or the event is over',
    params: byId,
    query: replanQuery,
    response: replanProposal,
  }),
  take: endpoint({
    method: 'POST',
    path: '/meeting-events/:id/replan',
    access: 'meeting-event:organise',
    summary:
      'Takes a proposal over as it was shown; exactly the firms of changed meetings are told. `digest`: of the proposal; 409 meeting/replan-changed where it would come out otherwise by now',
    params: byId,
    body: z.object({
      closedTables: z.array(z.int().min(1).max(300)).max(300),
      closedSlots: z.array(z.int().min(1).max(500)).max(500),
      addWishes: z.boolean(),
      digest: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    response: z.object({ moved: z.int(), added: z.int(), cancelled: z.int() }),
  }),
};
