import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CompanyImport as Dto, ImportMapping } from '#contracts/companies.js';

/** An uploaded table of companies and how far its import is. */
@Entity('company_import')
export class CompanyImport {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('text', { default: 'uploaded' })
  state: Dto['state'];
  @Column('uuid', { name: 'file_id' })
  fileId: string;
  @Column('text', { name: 'file_name' })
  fileName: string;
  @Column('text')
  format: Dto['format'];
  @Column('text')
  encoding: string;
  @Column('jsonb')
  headings: string[];
  @Column('jsonb')
  sample: Record<string, string>[];
  @Column('jsonb')
  mapping: ImportMapping;
  @Column('boolean', { name: 'dry_run', default: false })
  dryRun: boolean;
  @Column('int', { default: 0 })
  run: number;
  @Column('int', { name: 'last_line', default: 0 })
  lastLine: number;
  @Column('int', { default: 0 })
  done: number;
  @Column('int', { nullable: true })
  total: number | null;
  @Column('int', { default: 0 })
  created: number;
  @Column('int', { default: 0 })
  updated: number;
  @Column('int', { default: 0 })
  unchanged: number;
  @Column('int', { default: 0 })
  failed: number;
  @Column('uuid', { name: 'body_id', nullable: true })
  bodyId: string | null;
  @Column('uuid', { name: 'created_by' })
  createdBy: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('timestamptz', { name: 'progressed_at', default: () => 'now()' })
  progressedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}

/** What is wrong with one field of one row. */
@Entity('company_import_problem')
export class CompanyImportProblem {
  @PrimaryColumn('uuid', { name: 'import_id' })
  importId: string;
  @PrimaryColumn('int')
  line: number;
  @PrimaryColumn('text')
  field: string;
  @Column('text', { name: 'reason_ja' })
  reasonJa: string;
  @Column('text', { name: 'reason_en' })
  reasonEn: string;
  @Column('text')
  raw: string;
}
