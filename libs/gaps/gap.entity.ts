import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Gap as GapDto } from '#contracts/gaps.js';
import type { SubjectKind } from '#contracts/parties.js';

/** Why a company lost an order or patent; private to it. */
@Entity('gap')
export class Gap {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'company_id' })
  companyId: string;
  @Column('uuid', { name: 'introduction_id' })
  introductionId: string;
  @Column('text', { name: 'subject_kind' })
  subjectKind: SubjectKind;
  @Column('uuid', { name: 'subject_id' })
  subjectId: string;
  @Column('text')
  code: GapDto['code'];
  @Column('text', { default: '' })
  text: string;
  @Column('text', { default: 'open' })
  state: GapDto['state'];
  @Column('text', { default: '' })
  note: string;
  @Column('int', { default: 1 })
  version: number;
  @Column('timestamptz', { name: 'opened_at', default: () => 'now()' })
  openedAt: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
