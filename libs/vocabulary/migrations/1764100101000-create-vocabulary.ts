import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVocabulary1764100101000 implements MigrationInterface {
  name = 'CreateVocabulary1764100101000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row. Each change of entries gives it another version, so that every process sees that its copy is old. From
      -- a sequence: the version of a change that was rolled back never comes again.
      create sequence vocabulary_version as int;
      create table vocabulary_state (
        id boolean primary key default true check (id),
        version int not null default 0
      );
      insert into vocabulary_state default values;

      -- Entries added here, and what lies over shipped ones (which are program, not rows).
      create table vocabulary_entry (
        id uuid primary key default uuidv7(),
        state text not null default 'on' check (state in ('on', 'off')),
        content jsonb not null,
        version int not null default 1,
        updated_by uuid not null references app_user,
        updated_at timestamptz not null default now()
      );

      create table vocabulary_change (
        id uuid primary key default uuidv7(),
        entry_id uuid not null,
        at timestamptz not null default now(),
        actor_id uuid not null references app_user,
        action text not null
          check (action in ('added', 'changed', 'switched-off', 'switched-on', 'restored', 'imported')),
        before jsonb,
        after jsonb
      );
      create index vocabulary_change_entry on vocabulary_change (entry_id, id desc);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
