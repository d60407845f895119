import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNegotiations1764000007000 implements MigrationInterface {
  name = 'CreateNegotiations1764000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table room (
        id uuid primary key default uuidv7(),
        introduction_id uuid not null unique references introduction,
        subject_kind text not null check (subject_kind in ('order', 'patent')),
        subject_id uuid not null,
        title text not null,
        owner_company_id uuid not null references company,
        candidate_company_id uuid not null references company,
        body_id uuid references support_body,
        state text not null default 'open' check (state in ('open', 'agreed', 'closed')),
        close_reason text not null default '',
        last_seq bigint not null default 0,
        last_at timestamptz not null default now(),
        version int not null default 1,
        created_at timestamptz not null default now()
      -- Each message updates its room: with space in the page, and no index on what changes, that stays cheap.
      ) with (fillfactor = 70);
      create index room_subject on room (subject_id);

      create table room_member (
        room_id uuid not null references room,
        user_id uuid not null references app_user,
        role text not null check (role in ('owner', 'candidate', 'coordinator')),
        joined_at timestamptz not null default now(),
        joined_seq bigint not null,
        left_at timestamptz,
        read_seq bigint not null default 0,
        primary key (room_id, user_id)
      );
      create index room_member_user on room_member (user_id) where left_at is null;

      create table message (
        room_id uuid not null references room,
        seq bigint not null,
        client_id uuid not null,
        kind text not null check (kind in ('text', 'file', 'offer', 'system')),
        -- No foreign key: it would lock and rewrite the sender's row for each message. The statement that writes a
        -- message checks that the sender is a member.
        sender_id uuid,
        text text not null default '',
        file_id uuid references stored_file,
        data jsonb not null default '{}',
        created_at timestamptz not null default now(),
        primary key (room_id, seq),
        unique (room_id, client_id)
      );
      create index message_file on message (file_id) where file_id is not null;

      create table offer (
        id uuid primary key default uuidv7(),
        room_id uuid not null references room,
        no int not null,
        side text not null check (side in ('owner', 'candidate')),
        company_id uuid not null references company,
        made_by uuid not null references app_user,
        terms jsonb not null,
        total_yen bigint not null,
        state text not null default 'open'
          check (state in ('open', 'accepted', 'superseded', 'withdrawn', 'declined', 'expired')),
        order_revision int,
        valid_until date not null,
        reason text not null default '',
        created_at timestamptz not null default now(),
        ended_at timestamptz,
        unique (room_id, no),
        check ((state = 'open') = (ended_at is null))
      );
      create unique index offer_open on offer (room_id) where state = 'open';
      create index offer_lapsing on offer (valid_until) where state = 'open';

      create table agreement (
        id uuid primary key default uuidv7(),
        no text not null unique,
        room_id uuid not null unique references room,
        introduction_id uuid not null references introduction,
        offer_id uuid not null unique references offer,
        document jsonb not null,
        sha256 text not null,
        agreed_at timestamptz not null
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
