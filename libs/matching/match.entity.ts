import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Reason } from '#contracts/matching.js';
import type { SubjectKind } from '#contracts/parties.js';
import type { BothLanguages } from '#contracts/shapes.js';

/** The latest matching of one order or patent. */
@Entity('match_run')
export class MatchRun {
  @PrimaryColumn('uuid', { name: 'subject_id' })
  subjectId: string;
  @Column('text', { name: 'subject_kind' })
  subjectKind: SubjectKind;
  @Column('text')
  state: 'waiting' | 'finished' | 'failed';
  @Column('int', { nullable: true })
  revision: number | null;
  /** How many companies were looked at. */
  @Column('int', { default: 0 })
  companies: number;
  @Column('jsonb', { default: [] })
  excluded: { requirementId: string; words: BothLanguages; companies: number }[];
  /** Companies whose reach is below it do not touch the candidates (engine, `Matched`); 0: any may. */
  @Column('double precision', { default: 0 })
  floor: number;
  @Column('timestamptz', { name: 'requested_at', default: () => 'now()' })
  requestedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}

/** A company that the engine proposes for an order or patent, with its reasons. */
@Entity('match_candidate')
export class MatchCandidate {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;
  @Column('uuid', { name: 'company_id' })
  companyId: string;
  /** From 1; 0 where it is kept only for its introduction. */
  @Column('int')
  rank: number;
  /** 0–100. */
  @Column('double precision')
  score: number;
  @Column('jsonb')
  reasons: Reason[];
  @Column('uuid', { name: 'introduction_id', nullable: true })
  introductionId: string | null;
  @Column('text', { name: 'introduction_state', nullable: true })
  introductionState: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}

/** A company of which matching has not yet taken in the latest change. */
@Entity('match_changed_company')
export class MatchChangedCompany {
  @PrimaryColumn('uuid', { name: 'company_id' })
  companyId: string;
  @Column('timestamptz', { name: 'noted_at', default: () => 'now()' })
  notedAt: Date;
}
