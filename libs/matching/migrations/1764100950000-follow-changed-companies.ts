import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FollowChangedCompanies1764100950000 implements MigrationInterface {
  name = 'FollowChangedCompanies1764100950000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table match_changed_company (
        company_id uuid primary key references company on delete cascade,
        noted_at timestamptz not null default now()
      );
      create index match_changed_company_noted on match_changed_company (noted_at);

      alter table match_run add column floor double precision not null default 0;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
