import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { declineCode } from './introductions.js';
import { subjectKind } from './parties.js';
import { bothLanguages, byId, id, instant, optionalLine, pageOf, pageQuery, yen } from './shapes.js';

export const gapState = z.enum(['open', 'closed']);

/** Why an order or patent was lost, on the loser's own private page. */
export const gap = z.object({
  id,
  subject: z.object({ kind: subjectKind, id, title: z.string(), isOpen: z.boolean() }),
  introductionId: id,
  code: declineCode,
  /** What was written with the code. */
  text: z.string(),
  state: gapState,
  openedAt: instant,
  closedAt: instant.nullable(),
  /** What the company did about it. */
  note: z.string(),
  version: z.int(),
});
export type Gap = z.infer<typeof gap>;

/** One addition that would make the company fit open orders that it misses only by that. */
export const openingChange = z.object({
  kind: z.string(),
  words: bothLanguages,
  /** At most 20 of them; `count` tells of all. */
  orders: z.array(z.object({ id, title: z.string(), budgetYen: yen.nullable() })),
  count: z.int(),
  /** Sum of the budgets that are told. */
  budgetYen: z.number(),
});
export type OpeningChange = z.infer<typeof openingChange>;

export const gapsApi = {
  list: endpoint({
    method: 'GET',
    path: '/gaps',
    access: 'gap:read',
    summary: 'What the own company has lost orders and patents on, latest first; nobody else sees it',
    query: pageQuery.extend({ state: gapState.optional() }),
    response: pageOf(gap),
  }),
  close: endpoint({
    method: 'POST',
    path: '/gaps/:id/close',
    access: 'gap:read',
    summary: 'The gap is no more: orders that were lost only on it are matched again, and only those',
    versioned: 'write',
    params: byId,
    body: z.object({ note: optionalLine(500) }),
    response: gap,
  }),
  reopen: endpoint({
    method: 'POST',
    path: '/gaps/:id/reopen',
    access: 'gap:read',
    summary: 'Takes the closing back',
    versioned: 'write',
    params: byId,
    response: gap,
  }),
  changes: endpoint({
    method: 'GET',
    path: '/gaps/changes',
    access: 'gap:read',
    summary:
      'What one addition (a certificate, a tighter tolerance) would open, counted over all open orders',
    response: z.object({ items: z.array(openingChange), orders: z.int() }),
  }),
};
