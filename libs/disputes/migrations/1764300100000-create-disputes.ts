import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDisputes1764300100000 implements MigrationInterface {
  name = 'CreateDisputes1764300100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table council_willingness (
        user_id uuid primary key references app_user,
        until date not null,
        since timestamptz not null default now()
      );
      create table company_ties (
        company_id uuid primary key references company,
        group_number text,
        bank_branch text,
        told_by uuid not null references app_user,
        told_at timestamptz not null default now()
      );

      create table dispute (
        id uuid primary key default uuidv7(),
        no int not null unique,
        room_id uuid not null references room,
        title text not null,
        owner_company_id uuid not null references company,
        candidate_company_id uuid not null references company,
        body_id uuid references support_body,
        kind text not null check (
          kind in ('unpaid', 'cancelled', 'reduced', 'damages', 'price-ignored', 'quality', 'other')),
        amount_yen bigint,
        claimant text not null check (claimant in ('owner', 'candidate')),
        opened_by uuid not null references app_user,
        seats int not null check (seats in (3, 5)),
        state text not null default 'opened',
        due_at timestamptz,
        reminded_at timestamptz,
        chair_id uuid references app_user,
        end_reason text not null default '',
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      -- One of each kind at a time in a room.
      create unique index dispute_open on dispute (room_id, kind)
        where state not in ('decided', 'withdrawn', 'settled', 'lapsed');
      create index dispute_body on dispute (body_id, id desc);
      create index dispute_due on dispute (due_at) where due_at is not null;

      create table dispute_statement (
        id uuid primary key default uuidv7(),
        dispute_id uuid not null references dispute,
        side text check (side in ('owner', 'candidate')),
        text text not null,
        stated_by uuid not null references app_user,
        stated_at timestamptz not null default now()
      );
      create index dispute_statement_dispute on dispute_statement (dispute_id, id);

      create table council_lot (
        dispute_id uuid not null references dispute,
        no int not null,
        seats int not null,
        seed text not null,
        commitment text not null,
        committed_at timestamptz not null default now(),
        candidates uuid[],
        excluded jsonb not null default '[]',
        list_hash text,
        listed_at timestamptz,
        addition text,
        drawn_order uuid[],
        drawn_by uuid references app_user,
        drawn_at timestamptz,
        primary key (dispute_id, no)
      );

      create table council_seat (
        id uuid primary key default uuidv7(),
        dispute_id uuid not null references dispute,
        lot_no int not null,
        rank int not null,
        user_id uuid not null references app_user,
        organisation_id uuid not null,
        state text not null default 'asked'
          check (state in ('asked', 'accepted', 'declined', 'expired', 'challenged')),
        due_at timestamptz not null,
        answered_at timestamptz,
        decline text,
        challenged_by text check (challenged_by in ('owner', 'candidate')),
        challenge_reason text not null default '',
        -- Nobody is drawn twice for a dispute.
        unique (dispute_id, user_id)
      );
      create index council_seat_user on council_seat (user_id, dispute_id);
      create index council_seat_asked on council_seat (due_at) where state = 'asked';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
