import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Act, PartyFacts } from '#contracts/statutory.js';
import type { BothLanguages } from '#contracts/shapes.js';
import type { Rule } from './rules.js';

/** A rule of law as a row: what it says, from when to when, and where it is written. */
@Entity('statutory_rule')
export class StatutoryRule {
  /** Act and name, `toriteki.payment-days`. */
  @PrimaryColumn('text')
  code: string;
  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
  @Column('text')
  act: Act;
  @Column('text')
  kind: Rule['kind'];
  @Column('jsonb')
  params: Rule['params'];
  @Column('jsonb')
  source: BothLanguages;
}

/** What a company says of itself, before what its profile says. */
@Entity('statutory_party')
export class StatutoryParty implements PartyFacts {
  @PrimaryColumn('uuid', { name: 'company_id' })
  companyId: string;
  @Column('text', { name: 'legal_form' })
  legalForm: PartyFacts['legalForm'];
  @Column('bigint', { name: 'capital_yen', nullable: true })
  capitalYen: number | null;
  @Column('int', { nullable: true })
  staff: number | null;
  @Column('boolean', { name: 'sole_officer', nullable: true })
  soleOfficer: boolean | null;
  @Column('int', { default: 1 })
  version: number;
  @Column('uuid', { name: 'updated_by' })
  updatedBy: string;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}
