import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HoldCouncils1764300100100 implements MigrationInterface {
  name = 'HoldCouncils1764300100100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table dispute
        -- Sides that have nothing to add.
        add column ready text[] not null default '{}',
        -- Whether the time for votes was prolonged, which happens once.
        add column prolonged boolean not null default false,
        add column outcome jsonb,
        add column decision jsonb,
        add column settlement jsonb;

      create table dispute_evidence (
        dispute_id uuid not null references dispute,
        side text not null check (side in ('owner', 'candidate')),
        -- Place in the room's record.
        position bigint not null,
        chosen_by uuid not null references app_user,
        chosen_at timestamptz not null default now(),
        primary key (dispute_id, side, position)
      );

      create table council_vote (
        dispute_id uuid not null references dispute,
        user_id uuid not null references app_user,
        -- Sealed in the member's browser; the key is nowhere here before the quorum.
        ciphertext text not null,
        iv text not null,
        commitment text not null,
        sealed_at timestamptz not null default now(),
        -- How often it was handed in.
        times int not null default 1,
        key text,
        vote jsonb,
        opened_at timestamptz,
        primary key (dispute_id, user_id)
      );

      create table council_opinion (
        dispute_id uuid not null references dispute,
        user_id uuid not null references app_user,
        text text not null,
        added_at timestamptz not null default now(),
        primary key (dispute_id, user_id)
      );

      create table dispute_compliance (
        id uuid primary key default uuidv7(),
        dispute_id uuid not null references dispute,
        side text not null check (side in ('owner', 'candidate')),
        outcome text not null check (outcome in ('followed', 'partly', 'not-followed')),
        note text not null default '',
        reported_by uuid not null references app_user,
        reported_at timestamptz not null default now()
      );
      create index dispute_compliance_dispute on dispute_compliance (dispute_id, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
