import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellTiesOfBodies1764301100002 implements MigrationInterface {
  name = 'TellTiesOfBodies1764301100002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Support bodies have banks and groups too, and some are banks: their people are listed once these are told.
      create table body_ties (
        body_id uuid primary key references support_body,
        group_number text,
        -- Bank and branch; of a body that is a bank the bank alone.
        bank_branch text,
        told_by uuid not null references app_user,
        told_at timestamptz not null default now()
      );

      -- How many other firms of a team, which are parties too, had not told theirs when the list was fixed.
      alter table council_lot add column untold_partners int not null default 0;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
