import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLearning1764200201000 implements MigrationInterface {
  name = 'CreateLearning1764200201000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table learning_run (
        id uuid primary key default uuidv7(),
        subject_kind text not null check (subject_kind in ('order', 'patent')),
        day date not null,
        requested_by uuid references app_user,
        state text not null default 'waiting' check (state in ('waiting', 'running', 'finished', 'failed')),
        progress int not null default 0,
        result text check (result in ('adopted', 'kept', 'too-few')),
        outcomes int not null default 0,
        outcomes_needed int not null,
        subjects int not null default 0,
        held_out int not null default 0,
        pairs int not null default 0,
        held_out_pairs int not null default 0,
        metric_before double precision,
        metric_after double precision,
        weights_before jsonb,
        weights_after jsonb,
        examples jsonb not null default '[]',
        version_id uuid references ranking_version,
        created_at timestamptz not null default now(),
        finished_at timestamptz
      );
      create unique index learning_run_night on learning_run (subject_kind, day) where requested_by is null;
      -- One run at a time that is not done yet, asked for by a person.
      create unique index learning_run_open on learning_run (subject_kind)
        where requested_by is not null and state <> 'finished';
      create index learning_run_latest on learning_run (subject_kind, id desc);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
