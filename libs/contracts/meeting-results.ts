import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { declineCode, outcome } from './introductions.js';
import { meetingFigure } from './meeting-events.js';
import { byId, id, instant, listOf, pageOf, pageQuery, prose } from './shapes.js';

/** Months after an event at which both sides are asked what became of a meeting; 0: when it is over. */
export const askedMonths = [0, 1, 3, 6, 12, 24, 36, 60] as const;

export const outcomeAnswer = z
  .object({ outcome, code: declineCode.nullable().default(null), note: prose(1_000) })
  .refine((given) => given.outcome !== 'no-deal' || given.code !== null, {
    error: 'code-needed',
    path: ['code'],
  });
export type OutcomeAnswer = z.input<typeof outcomeAnswer>;

const answered = z.object({
  outcome,
  code: declineCode.nullable(),
  note: z.string(),
  months: z.int(),
  at: instant,
});

/** What a mailed link asks: one question for each meeting of the firm. */
export const outcomeAsk = z.object({
  event: z.string(),
  company: z.string(),
  months: z.int(),
  items: z.array(
    z.object({ meetingId: id, other: z.string(), startsAt: instant, answer: answered.nullable() }),
  ),
});
export type OutcomeAsk = z.infer<typeof outcomeAsk>;

/**
 * What both answers together say: an outcome only where both sides say the same. `one-sided`: only one has answered;
 * `silent`: nobody has. Neither counts as a success, nor does `differs`.
 */
export const meetingResult = z.enum([
  'deal',
  'likely',
  'continuing',
  'no-deal',
  'differs',
  'one-sided',
  'silent',
]);
export type MeetingResult = z.infer<typeof meetingResult>;

export const resultRecord = z.object({
  meetingId: id,
  orderer: z.object({ participantId: id, name: z.string(), answer: answered.nullable() }),
  supplier: z.object({ participantId: id, name: z.string(), answer: answered.nullable() }),
  result: meetingResult,
});
export type ResultRecord = z.infer<typeof resultRecord>;

/** The answers of one round. `asked` counts questions: each meeting asks two firms, until one has settled it. */
export const resultRound = z.object({
  months: z.int(),
  asked: z.int(),
  deal: z.int(),
  likely: z.int(),
  continuing: z.int(),
  'no-deal': z.int(),
  silent: z.int(),
});

export const meetingReport = z.object({
  figures: z.array(meetingFigure),
  rounds: z.array(resultRound),
});
export type MeetingReport = z.infer<typeof meetingReport>;

export const resultQuery = pageQuery.extend({
  result: listOf(meetingResult),
  bodyId: id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const token = z.string().min(1).max(200);

export const meetingResultsApi = {
  ask: endpoint({
    method: 'GET',
    path: '/meeting-asks/:token',
    access: 'public',
    summary: "What a mailed link asks: the outcome of each of the firm's meetings. 400 auth/invalid-link",
    params: z.object({ token }),
    response: outcomeAsk,
  }),
  answer: endpoint({
    method: 'PUT',
    path: '/meeting-asks/:token/:meetingId',
    access: 'public',
    summary: 'Answers one question, or answers it anew; a meeting without a deal with its reason',
    params: z.object({ token, meetingId: id }),
    body: outcomeAnswer,
    response: outcomeAsk,
  }),
  record: endpoint({
    method: 'PUT',
    path: '/meeting-events/:id/results/:meetingId/:participantId',
    access: 'meeting-event:organise',
    summary: "A firm's answer as an organiser heard it, e.g. by telephone",
    params: z.object({ id, meetingId: id, participantId: id }),
    body: outcomeAnswer,
  }),
  report: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/report',
    access: 'meeting-event:organise',
    summary: 'The results in figures, each also by organising body, and round by round',
    params: byId,
    response: meetingReport,
  }),
  list: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/results',
    access: 'meeting-event:organise',
    summary: 'Each meeting with what both sides say',
    params: byId,
    query: resultQuery,
    response: pageOf(resultRecord),
  }),
  export: endpoint({
    method: 'GET',
    path: '/meeting-events/:id/results/export',
    access: 'meeting-event:organise',
    summary: 'All results as CSV or Excel',
    params: byId,
    query: z.object({ format: z.enum(['csv', 'xlsx']).default('csv') }),
    response: file('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  }),
};
