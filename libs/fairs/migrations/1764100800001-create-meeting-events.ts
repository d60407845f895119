import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMeetingEvents1764100800001 implements MigrationInterface {
  name = 'CreateMeetingEvents1764100800001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table meeting_event (
        id uuid primary key default uuidv7(),
        state text not null default 'draft',
        content jsonb not null,
        title text not null,
        kind text not null,
        format text not null,
        starts_on date not null,
        ends_on date not null,
        search_text text not null,
        host_company_id uuid references company,
        seed text,
        seed_hash text,
        opened_at timestamptz,
        reason text not null default '',
        cost_yen bigint,
        cancelled_at timestamptz,
        version int not null default 1,
        created_by uuid references app_user,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index meeting_event_day on meeting_event (starts_on desc, id desc);

      -- The bodies that organise it together; one leads.
      create table meeting_event_body (
        event_id uuid not null references meeting_event on delete cascade,
        body_id uuid not null references support_body,
        is_lead boolean not null,
        primary key (event_id, body_id)
      );
      create index meeting_event_body_body on meeting_event_body (body_id);

      create table meeting_participant (
        id uuid primary key default uuidv7(),
        event_id uuid not null references meeting_event on delete cascade,
        company_id uuid not null references company,
        -- The organising body that the firm is counted for.
        body_id uuid not null references support_body,
        side text not null,
        state text not null default 'applied',
        content jsonb not null,
        reason text not null default '',
        is_proxy boolean not null default false,
        applied_at timestamptz not null default now(),
        checked_in_at timestamptz,
        version int not null default 1,
        created_by uuid references app_user,
        updated_at timestamptz not null default now(),
        unique (event_id, company_id)
      );
      create index meeting_participant_company on meeting_participant (company_id);

      create table meeting_wish (
        from_id uuid not null references meeting_participant on delete cascade,
        to_id uuid not null references meeting_participant on delete cascade,
        want text not null,
        note text not null default '',
        updated_at timestamptz not null default now(),
        primary key (from_id, to_id)
      );
      create index meeting_wish_to on meeting_wish (to_id);

      -- What matching proposes to both sides of a pair.
      create table meeting_proposal (
        orderer_id uuid not null references meeting_participant on delete cascade,
        supplier_id uuid not null references meeting_participant on delete cascade,
        score double precision not null,
        reasons jsonb not null,
        primary key (orderer_id, supplier_id)
      );
      create index meeting_proposal_supplier on meeting_proposal (supplier_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
