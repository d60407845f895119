import type { MigrationInterface, QueryRunner } from 'typeorm';

export class VersionRankingWeights1764200200000 implements MigrationInterface {
  name = 'VersionRankingWeights1764200200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ranking_version (
        id uuid primary key default uuidv7(),
        subject_kind text not null check (subject_kind in ('order', 'patent')),
        number int not null,
        author text not null check (author in ('shipped', 'nightly')),
        weights jsonb not null,
        created_at timestamptz not null default now(),
        unique (subject_kind, number)
      );

      create table ranking_current (
        subject_kind text primary key check (subject_kind in ('order', 'patent')),
        version_id uuid not null references ranking_version,
        changed_by uuid references app_user,
        changed_at timestamptz not null default now()
      );

      insert into ranking_version (subject_kind, number, author, weights)
      select kind, 0, 'shipped', '{"requirements": {}, "text": 1}' from unnest(array['order', 'patent']) kind;
      insert into ranking_current (subject_kind, version_id) select subject_kind, id from ranking_version;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
