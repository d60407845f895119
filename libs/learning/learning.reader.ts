import { Injectable } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import {
  weightFeatures,
  type learningApi,
  type LearningReport,
  type LearningRun as RunDto,
  type RankingVersion,
} from '#contracts/learning.js';
import type { SubjectKind } from '#contracts/parties.js';
import type { Page } from '#contracts/shapes.js';
import type { RankingWeights } from '#matching/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { found } from '#platform/http/index.js';
import type { StoredExample } from './learning-run.entity.js';

/** So many runs the chart shows. */
const HISTORY = 90;

interface PageQuery {
  cursor?: string | undefined;
  limit: number;
}
type RunRow = Omit<RunDto, 'createdAt' | 'finishedAt'> & { createdAt: Date; finishedAt: Date | null };
type VersionRow = Omit<RankingVersion, 'weights' | 'createdAt'> & {
  weights: RankingWeights;
  createdAt: Date;
};

const RUN = `r.id, r.subject_kind kind, u.name "requestedBy", r.state, r.progress, r.result, r.outcomes,
  r.outcomes_needed "outcomesNeeded", r.subjects, r.held_out "heldOut", r.pairs, r.held_out_pairs "heldOutPairs",
  r.metric_before before, r.metric_after after, r.version_id "versionId", r.created_at "createdAt",
  r.finished_at "finishedAt"`;
const RUNS = `learning_run r left join app_user u on u.id = r.requested_by`;
const VERSION = `v.id, v.subject_kind kind, v.number, v.author, v.weights, v.created_at "createdAt",
  c.version_id is not null "isCurrent"`;
const VERSIONS = `ranking_version v left join ranking_current c on c.version_id = v.id`;

/** Runs, reports and versions, as the screen shows them. */
@Injectable()
export class LearningReader {
  constructor(private readonly database: Database) {}

  async current(kind: SubjectKind): Promise<OutputOf<typeof learningApi.current>> {
    const [version] = await this.database.query<VersionRow & { changedBy: string | null; changedAt: Date }>(
      `select ${VERSION}, u.name "changedBy", c.changed_at "changedAt"
       from ranking_current c join ranking_version v on v.id = c.version_id left join app_user u on u.id = c.changed_by
       where c.subject_kind = $1`,
      [kind],
    );
    const { changedBy, changedAt, ...row } = found(version ?? null);
    const [latest] = await this.database.query<RunRow>(
      `select ${RUN} from ${RUNS} where r.subject_kind = $1 order by r.id desc limit 1`,
      [kind],
    );
    const history = await this.database.query<{
      runId: string;
      at: Date;
      before: number;
      after: number;
      adopted: boolean;
    }>(
      `select * from (
         select id "runId", finished_at at, metric_before before, metric_after after, version_id is not null adopted
         from learning_run where subject_kind = $1 and state = 'finished' and result <> 'too-few'
           and metric_before is not null and metric_after is not null
         order by id desc limit ${HISTORY}
       ) latest order by at`,
      [kind],
    );
    return {
      version: toVersion(row),
      changedBy,
      changedAt: changedAt.toISOString(),
      latest: latest ? toRun(latest) : null,
      history: history.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
    };
  }

  async runs(kind: SubjectKind, { cursor, limit }: PageQuery): Promise<Page<RunDto>> {
    const after = decodeCursor(cursor);
    const [rows, [counted]] = await Promise.all([
      this.database.query<RunRow>(
        `select ${RUN} from ${RUNS} where r.subject_kind = $1 and ($2::uuid is null or r.id < $2)
         order by r.id desc limit $3`,
        [kind, after?.[0] ?? null, limit + 1],
      ),
      this.database.query<{ n: number }>('select count(*) n from learning_run where subject_kind = $1', [
        kind,
      ]),
    ]);
    return pageFrom(rows, limit, ({ id }) => [id], toRun, counted?.n ?? 0);
  }

  async versions(kind: SubjectKind, { cursor, limit }: PageQuery): Promise<Page<RankingVersion>> {
    const after = decodeCursor(cursor);
    const [rows, [counted]] = await Promise.all([
      this.database.query<VersionRow>(
        `select ${VERSION} from ${VERSIONS} where v.subject_kind = $1 and ($2::int is null or v.number < $2)
         order by v.number desc limit $3`,
        [kind, after?.[0] ?? null, limit + 1],
      ),
      this.database.query<{ n: number }>('select count(*) n from ranking_version where subject_kind = $1', [
        kind,
      ]),
    ]);
    return pageFrom(rows, limit, ({ number }) => [number], toVersion, counted?.n ?? 0);
  }

  /** Error: `request/not-found`. */
  async version(id: string): Promise<RankingVersion> {
    const [row] = await this.database.query<VersionRow>(
      `select ${VERSION} from ${VERSIONS} where v.id = $1`,
      [id],
    );
    return toVersion(found(row ?? null));
  }

  /** Error: `request/not-found`. */
  async run(id: string): Promise<RunDto> {
    const [row] = await this.database.query<RunRow>(`select ${RUN} from ${RUNS} where r.id = $1`, [id]);
    return toRun(found(row ?? null));
  }

  /** Error: `request/not-found`. */
  async report(id: string): Promise<LearningReport> {
    const [row] = await this.database.query<
      RunRow & {
        weightsBefore: RankingWeights | null;
        weightsAfter: RankingWeights | null;
        examples: StoredExample[];
      }
    >(
      `select ${RUN}, r.weights_before "weightsBefore", r.weights_after "weightsAfter", r.examples
       from ${RUNS} where r.id = $1`,
      [id],
    );
    const { weightsBefore, weightsAfter, examples, ...run } = found(row ?? null);
    const names = await this.names(examples.flatMap(({ tops }) => tops.flat()));
    const named = (ids: readonly string[]) =>
      ids.map((companyId) => ({ companyId, name: names.get(companyId) ?? '' }));
    return {
      ...toRun(run),
      weightsBefore: allWeights(weightsBefore),
      weightsAfter: allWeights(weightsAfter ?? weightsBefore),
      examples: examples.map(({ subjectId, title, tops: [before, after] }) => ({
        ...{ subjectId, title, before: named(before), after: named(after) },
      })),
    };
  }

  private async names(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; name: string }>(
      'select id, name from company where id = any($1)',
      [[...new Set(ids)]],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

const toRun = ({ createdAt, finishedAt, ...row }: RunRow): RunDto => ({
  ...row,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});

const toVersion = ({ weights, createdAt, ...row }: VersionRow): RankingVersion => ({
  ...row,
  weights: allWeights(weights),
  createdAt: createdAt.toISOString(),
});

/** Those that were never moved are 1. */
const allWeights = (weights: RankingWeights | null): RankingVersion['weights'] =>
  Object.fromEntries(
    weightFeatures.map((feature) => [
      feature,
      (feature === 'text' ? weights?.text : weights?.requirements[feature]) ?? 1,
    ]),
  ) as RankingVersion['weights'];
