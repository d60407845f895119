import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PatentContent, PatentState } from '#contracts/patents.js';

/** 開放特許: a patent that its holder offers to others. */
@Entity('open_patent')
export class Patent {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'company_id' })
  companyId: string;
  @Column('text')
  state: PatentState;
  @Column('jsonb')
  content: PatentContent;
  /** 開放特許情報番号; null where it has none. */
  @Column('text', { nullable: true })
  number: string | null;
  @Column('text')
  title: string;
  @Column('text', { name: 'technical_fields', array: true })
  technicalFields: string[];
  @Column('text', { name: 'theme_codes', array: true })
  themeCodes: string[];
  @Column('text')
  licence: PatentContent['licence'];
  @Column('text')
  visibility: PatentContent['visibility'];
  @Column('text', { name: 'search_text' })
  searchText: string;
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;
  @Column('text', { default: '' })
  reason: string;
  @Column('int', { default: 1 })
  version: number;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}

/** A company that would like to use a patent, and why. */
@Entity('patent_interest')
export class PatentInterest {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'patent_id' })
  patentId: string;
  @Column('uuid', { name: 'company_id' })
  companyId: string;
  @Column('text')
  reason: string;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

/** A company that may know who holds a patent. */
@Entity('patent_disclosure')
export class PatentDisclosure {
  @PrimaryColumn('uuid', { name: 'patent_id' })
  patentId: string;
  @PrimaryColumn('uuid', { name: 'company_id' })
  companyId: string;
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
