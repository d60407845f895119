import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SubjectKind } from '#contracts/parties.js';
import type { RankingWeights } from '../engine/index.js';

/** One state of the ranking's weights for orders or patents. Never changed, so that every one can be gone back to. */
@Entity('ranking_version')
export class RankingVersion {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('text', { name: 'subject_kind' })
  subjectKind: SubjectKind;
  /** From 0, which is what was shipped. */
  @Column('int')
  number: number;
  @Column('text')
  author: 'shipped' | 'nightly';
  @Column('jsonb')
  weights: RankingWeights;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

/** Which version counts. */
@Entity('ranking_current')
export class RankingCurrent {
  @PrimaryColumn('text', { name: 'subject_kind' })
  subjectKind: SubjectKind;
  @Column('uuid', { name: 'version_id' })
  versionId: string;
  /** Who switched to it; null: the night. */
  @Column('uuid', { name: 'changed_by', nullable: true })
  changedBy: string | null;
  @Column('timestamptz', { name: 'changed_at', default: () => 'now()' })
  changedAt: Date;
}
