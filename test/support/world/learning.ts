import type { Database } from '#platform/database/index.js';

/** A run and a version of the ranking's weights, which belong to all bodies. */
export async function aLearningRun(database: Database): Promise<{ runId: string; versionId: string }> {
  const [run] = await database.query<{ id: string }>(
    `insert into learning_run (subject_kind, day, state, outcomes_needed, finished_at)
     values ('patent', '2026-01-01', 'finished', 50, now()) returning id`,
  );
  const [version] = await database.query<{ id: string }>(
    `insert into ranking_version (subject_kind, number, author, weights)
     values ('patent', 1, 'nightly', '{"requirements": {}, "text": 1.1}') returning id`,
  );
  return { runId: run!.id, versionId: version!.id };
}

/** Requests to the routes of learning. */
export const learningRequests = ({ runId, versionId }: { runId: string; versionId: string }) => ({
  'learning.current': { params: { kind: 'order' } },
  'learning.runs': { params: { kind: 'order' } },
  'learning.start': { params: { kind: 'order' } },
  'learning.versions': { params: { kind: 'order' } },
  'learning.report': { params: { id: runId } },
  'learning.export': { params: { id: runId }, query: { format: 'csv' } },
  'learning.use': { params: { id: versionId } },
});
