import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AskCapacity1764100700000 implements MigrationInterface {
  name = 'AskCapacity1764100700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table company add column asks_capacity boolean not null default true;

      -- A mail or a call that asked a company for its spare capacity.
      create table capacity_ask (
        id uuid primary key default uuidv7(),
        company_id uuid not null references company,
        channel text not null check (channel in ('mail', 'phone')),
        -- Whom the mail went to, or who called.
        user_id uuid not null references app_user,
        note text not null default '',
        asked_at timestamptz not null default now(),
        answered_at timestamptz
      );
      create index capacity_ask_company on capacity_ask (company_id, asked_at desc);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
