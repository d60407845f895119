import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { subjectKind } from './parties.js';
import { bothLanguages, id, instant, pageOf, pageQuery } from './shapes.js';

export const verdict = z.enum(['met', 'partly', 'missed', 'unknown']);
export const reason = z.object({
  requirementId: z.string().nullable(),
  level: z.enum(['must', 'want', 'text']),
  kind: z.string(),
  verdict,
  /** The words that show it. */
  words: bothLanguages,
  /** What to ask where it is unknown. */
  question: bothLanguages.nullable(),
  /** What would change the verdict. */
  change: bothLanguages.nullable(),
});
export type Reason = z.infer<typeof reason>;

/** A supplier proposed by the engine. The company's name and id are null where the viewer may not know them yet. */
export const candidate = z.object({
  id,
  rank: z.int(),
  /** 0–100. */
  score: z.number(),
  company: z.object({
    id: id.nullable(),
    name: z.string().nullable(),
    prefecture: z.string().nullable(),
    municipality: z.string().nullable(),
    industry: z.string().nullable(),
    staff: z.int().nullable(),
    processes: z.array(z.string()),
    certificates: z.array(z.string()),
    verifiedAt: instant.nullable(),
  }),
  reasons: z.array(reason),
  /** The introduction made of it, if there is one. */
  introduction: z.object({ id, state: z.string() }).nullable(),
});
export type Candidate = z.infer<typeof candidate>;

export const matchRun = z.object({
  state: z.enum(['waiting', 'running', 'finished', 'failed', 'never']),
  /** Revision of the order the stored candidates were made for. */
  revision: z.int().nullable(),
  finishedAt: instant.nullable(),
  companies: z.int(),
  /** How many companies each must alone excluded: what to loosen. */
  excluded: z.array(z.object({ requirementId: z.string(), words: bothLanguages, companies: z.int() })),
});

/** An order or patent that fits the viewer's company. */
export const opportunity = z.object({
  subject: z.object({ kind: subjectKind, id, title: z.string() }),
  score: z.number(),
  reasons: z.array(reason),
  publishedAt: instant.nullable(),
});

const subject = z.object({ kind: subjectKind, id });

export const matchingApi = {
  candidates: endpoint({
    method: 'GET',
    path: '/matching/:kind/:id',
    access: 'matching:read',
    summary: 'Stored candidates, best first, with reasons',
    params: subject,
    query: pageQuery,
    response: pageOf(candidate).extend({ run: matchRun }),
  }),
  rerun: endpoint({
    method: 'POST',
    path: '/matching/:kind/:id/run',
    access: 'matching:read',
    summary: 'Asks for matching again, as a job',
    params: subject,
    response: matchRun,
  }),
  opportunities: endpoint({
    method: 'GET',
    path: '/matching/opportunities',
    access: 'matching:read',
    summary: 'Published orders and patents that fit the own company',
    response: z.object({ items: z.array(opportunity) }),
  }),
};
