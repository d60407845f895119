import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LearningRun as Dto } from '#contracts/learning.js';
import type { SubjectKind } from '#contracts/parties.js';
import type { RankingWeights } from '#matching/index.js';

/** An order or patent of which the first ten would be others; companies by id, best first. */
export interface StoredExample {
  readonly subjectId: string;
  readonly title: string;
  readonly tops: readonly [before: string[], after: string[]];
}

/** One run of learning from outcomes, and its report. One a night for orders and for patents; more on demand. */
@Entity('learning_run')
export class LearningRun {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('text', { name: 'subject_kind' })
  subjectKind: SubjectKind;
  /** In Japan. */
  @Column('date')
  day: string;
  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy: string | null;
  @Column('text', { default: 'waiting' })
  state: Dto['state'];
  @Column('int', { default: 0 })
  progress: number;
  @Column('text', { nullable: true })
  result: Dto['result'];
  @Column('int', { default: 0 })
  outcomes: number;
  @Column('int', { name: 'outcomes_needed' })
  outcomesNeeded: number;
  @Column('int', { default: 0 })
  subjects: number;
  @Column('int', { name: 'held_out', default: 0 })
  heldOut: number;
  @Column('int', { default: 0 })
  pairs: number;
  @Column('int', { name: 'held_out_pairs', default: 0 })
  heldOutPairs: number;
  @Column('double precision', { name: 'metric_before', nullable: true })
  metricBefore: number | null;
  @Column('double precision', { name: 'metric_after', nullable: true })
  metricAfter: number | null;
  @Column('jsonb', { name: 'weights_before', nullable: true })
  weightsBefore: RankingWeights | null;
  @Column('jsonb', { name: 'weights_after', nullable: true })
  weightsAfter: RankingWeights | null;
  @Column('jsonb', { default: [] })
  examples: StoredExample[];
  @Column('uuid', { name: 'version_id', nullable: true })
  versionId: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}
