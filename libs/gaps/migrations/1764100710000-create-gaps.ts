import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateGaps1764100710000 implements MigrationInterface {
  name = 'CreateGaps1764100710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table gap (
        id uuid primary key default uuidv7(),
        company_id uuid not null references company,
        introduction_id uuid not null references introduction,
        subject_kind text not null check (subject_kind in ('order', 'patent')),
        subject_id uuid not null,
        code text not null,
        text text not null default '',
        state text not null default 'open' check (state in ('open', 'closed')),
        note text not null default '',
        version int not null default 1,
        opened_at timestamptz not null default now(),
        closed_at timestamptz,
        unique (introduction_id, company_id),
        check ((state = 'open') = (closed_at is null))
      );
      create index gap_company on gap (company_id, opened_at desc, id desc);
      create index gap_subject on gap (company_id, subject_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
