import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMatching1764000005000 implements MigrationInterface {
  name = 'CreateMatching1764000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table match_run (
        subject_id uuid primary key,
        subject_kind text not null check (subject_kind in ('order', 'patent')),
        state text not null,
        revision int,
        companies int not null default 0,
        excluded jsonb not null default '[]',
        requested_at timestamptz not null default now(),
        finished_at timestamptz
      );
      create index match_run_waiting on match_run (requested_at) where state = 'waiting';

      create table match_candidate (
        id uuid primary key default uuidv7(),
        subject_id uuid not null references match_run on delete cascade,
        company_id uuid not null references company,
        rank int not null,
        score double precision not null,
        reasons jsonb not null,
        introduction_id uuid,
        introduction_state text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        unique (subject_id, company_id)
      );
      create index match_candidate_rank on match_candidate (subject_id, rank);
      create index match_candidate_company on match_candidate (company_id, score desc);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
