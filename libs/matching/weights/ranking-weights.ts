import { Injectable } from '@nestjs/common';
import type { SubjectKind } from '#contracts/parties.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { notFound } from '#platform/http/index.js';
import type { RankingWeights } from '../engine/index.js';
import { rankingWeightsChanged } from '../matching.events.js';

export interface CurrentWeights {
  readonly versionId: string;
  readonly weights: RankingWeights;
  /** A person switched to it; else the night did, or it is as shipped. */
  readonly isChosen: boolean;
}

/** The weights that count for orders and for patents, and the change from one version to another. */
@Injectable()
export class RankingWeightsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  async current(kind: SubjectKind): Promise<CurrentWeights> {
    const [row] = await this.database.query<CurrentWeights>(
      `select v.id "versionId", v.weights, c.changed_by is not null "isChosen" from ranking_current c join ranking_version v on v.id = c.version_id
       where c.subject_kind = $1`,
      [kind],
    );
    if (!row) throw new Error(`No weights are current for ${kind}.`);
    return row;
  }

  /**
   * Adds what a night has learned as a version that counts from now on, unless another one counts by now than the one it
   * was learned from. @returns the version's id; null where it was not added
   */
  async adopt(kind: SubjectKind, learnedFrom: string, weights: RankingWeights): Promise<string | null> {
    return this.database.transaction(async () => {
      if ((await this.lockCurrent(kind)) !== learnedFrom) return null;
      const [row] = await this.database.query<{ id: string }>(
        `insert into ranking_version (subject_kind, number, author, weights)
         select $1, max(number) + 1, 'nightly', $2 from ranking_version where subject_kind = $1 returning id`,
        [kind, JSON.stringify(weights)],
      );
      await this.makeCurrent(kind, learnedFrom, row!.id, null);
      return row!.id;
    });
  }

  /** Makes an earlier (or later) version count again. The one that counts already: nothing happens. */
  async use(actor: Actor, versionId: string): Promise<void> {
    await this.database.transaction(async () => {
      const [version] = await this.database.query<{ kind: SubjectKind }>(
        'select subject_kind kind from ranking_version where id = $1',
        [versionId],
      );
      if (!version) throw notFound();
      const before = await this.lockCurrent(version.kind);
      if (before !== versionId) await this.makeCurrent(version.kind, before, versionId, actor);
    });
  }

  private async lockCurrent(kind: SubjectKind): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      'select version_id id from ranking_current where subject_kind = $1 for update',
      [kind],
    );
    return row!.id;
  }

  private async makeCurrent(
    kind: SubjectKind,
    before: string,
    versionId: string,
    actor: Actor | null,
  ): Promise<void> {
    await this.database.query(
      `update ranking_current set version_id = $2, changed_by = $3, changed_at = now() where subject_kind = $1`,
      [kind, versionId, actor?.userId ?? null],
    );
    await this.events.record(
      rankingWeightsChanged,
      { kind, before, versionId },
      { subjectId: versionId, actor },
    );
  }
}
