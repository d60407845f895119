import { z } from 'zod';
import { endpoint, file } from './endpoint.js';
import { subjectKind } from './parties.js';
import { byId, id, instant, pageOf, pageQuery } from './shapes.js';

/** What each kind of requirement, and the nearness of words (`text`), count for, as multiples of what was shipped. */
export const weightFeatures = [
  'process',
  'material',
  'envelope',
  'mass',
  'tolerance',
  'lot',
  'quantity',
  'certificate',
  'region',
  'delivery',
  'theme',
  'text',
] as const;
export const weightFeature = z.enum(weightFeatures);
export type WeightFeature = z.infer<typeof weightFeature>;
const weights = z.record(weightFeature, z.number());

/** `waiting`, `running`: not done yet; `failed`: tried again by itself. */
export const learningState = z.enum(['waiting', 'running', 'finished', 'failed']);
/**
 * `adopted`: new weights count; `kept`: the measure got worse or nothing moved; `held`: better ones were learned, but a
 * person chose the version that counts, and no night puts its own in that place; `too-few`: too little to learn from.
 */
export const learningResult = z.enum(['adopted', 'kept', 'held', 'too-few']);

/** What one night did, for orders or for patents. */
export const learningRun = z.object({
  id,
  kind: subjectKind,
  /** Who asked for it; null: the night. */
  requestedBy: z.string().nullable(),
  state: learningState,
  /** 0–100. */
  progress: z.int(),
  result: learningResult.nullable(),
  /** Outcomes that can teach, and how many are needed. */
  outcomes: z.int(),
  outcomesNeeded: z.int(),
  /** Orders or patents with pairs, those held out included. */
  subjects: z.int(),
  heldOut: z.int(),
  /** Pairs learned from, and pairs measured with. */
  pairs: z.int(),
  heldOutPairs: z.int(),
  /** Share of held-out pairs in the right order, 0–1; null where there are none. */
  before: z.number().nullable(),
  after: z.number().nullable(),
  /** The version that it made; null where the weights stayed. */
  versionId: id.nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type LearningRun = z.infer<typeof learningRun>;

const placed = z.object({ companyId: id, name: z.string() });
/** An order or patent of which the first ten would be others, or stand otherwise. */
export const learningExample = z.object({
  subjectId: id,
  title: z.string(),
  before: z.array(placed),
  after: z.array(placed),
});
export type LearningExample = z.infer<typeof learningExample>;

export const learningReport = learningRun.extend({
  weightsBefore: weights,
  /** What was learned, adopted or not. */
  weightsAfter: weights,
  examples: z.array(learningExample),
});
export type LearningReport = z.infer<typeof learningReport>;

export const rankingVersion = z.object({
  id,
  kind: subjectKind,
  /** From 0, which is what was shipped. */
  number: z.int(),
  author: z.enum(['shipped', 'nightly']),
  weights,
  isCurrent: z.boolean(),
  createdAt: instant,
});
export type RankingVersion = z.infer<typeof rankingVersion>;

const ofKind = z.object({ kind: subjectKind });

export const learningApi = {
  current: endpoint({
    method: 'GET',
    path: '/learning/:kind',
    access: 'ranking:manage',
    summary:
      'The weights that count, who made them count, the latest run, and the measure of the last 90 runs',
    params: ofKind,
    response: z.object({
      version: rankingVersion,
      /** Who switched to it; null: the night, or as shipped. */
      changedBy: z.string().nullable(),
      changedAt: instant,
      latest: learningRun.nullable(),
      /** Oldest first, with a measure only. */
      history: z.array(
        z.object({
          runId: id,
          at: instant,
          before: z.number(),
          after: z.number(),
          adopted: z.boolean(),
        }),
      ),
    }),
  }),
  runs: endpoint({
    method: 'GET',
    path: '/learning/:kind/runs',
    access: 'ranking:manage',
    summary: 'Runs, latest first',
    params: ofKind,
    query: pageQuery,
    response: pageOf(learningRun),
  }),
  start: endpoint({
    method: 'POST',
    path: '/learning/:kind/runs',
    access: 'ranking:manage',
    summary: 'Asks for a run now, as a job; one that is not done yet is the answer',
    params: ofKind,
    response: learningRun,
    creates: true,
  }),
  versions: endpoint({
    method: 'GET',
    path: '/learning/:kind/versions',
    access: 'ranking:manage',
    summary: 'Versions of the weights, latest first',
    params: ofKind,
    query: pageQuery,
    response: pageOf(rankingVersion),
  }),
  report: endpoint({
    method: 'GET',
    path: '/learning-runs/:id',
    access: 'ranking:manage',
    summary: 'What a run changed: weights, measure, and orders of which the first ten would be others',
    params: byId,
    response: learningReport,
  }),
  export: endpoint({
    method: 'GET',
    path: '/learning-runs/:id/export',
    access: 'ranking:manage',
    summary: 'The report as a table',
    params: byId,
    query: z.object({ format: z.enum(['csv', 'csv-sjis', 'xlsx']) }),
    response: file('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  }),
  use: endpoint({
    method: 'POST',
    path: '/ranking-versions/:id/use',
    access: 'ranking:manage',
    summary: 'Makes this version count from now on; everything is ranked again',
    params: byId,
    response: rankingVersion,
  }),
};
