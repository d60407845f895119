import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFairs1764200700001 implements MigrationInterface {
  name = 'CreateFairs1764200700001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fair (
        id uuid primary key default uuidv7(),
        state text not null default 'draft',
        content jsonb not null,
        title text not null,
        format text not null,
        starts_on date not null,
        ends_on date not null,
        search_text text not null,
        meeting_event_id uuid references meeting_event,
        previous_id uuid references fair,
        opened_at timestamptz,
        reason text not null default '',
        cost_yen bigint,
        cancelled_at timestamptz,
        version int not null default 1,
        created_by uuid references app_user,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index fair_day on fair (starts_on desc, id desc);

      -- The bodies that organise it together; one leads.
      create table fair_body (
        fair_id uuid not null references fair on delete cascade,
        body_id uuid not null references support_body,
        is_lead boolean not null,
        primary key (fair_id, body_id)
      );
      create index fair_body_body on fair_body (body_id);

      create table fair_exhibitor (
        id uuid primary key default uuidv7(),
        fair_id uuid not null references fair on delete cascade,
        company_id uuid not null references company,
        -- The organising body that the firm is counted for.
        body_id uuid not null references support_body,
        state text not null default 'applied',
        content jsonb not null,
        search_text text not null,
        reason text not null default '',
        is_proxy boolean not null default false,
        applied_at timestamptz not null default now(),
        version int not null default 1,
        created_by uuid references app_user,
        updated_at timestamptz not null default now(),
        unique (fair_id, company_id)
      );
      create index fair_exhibitor_company on fair_exhibitor (company_id);

      -- Booths that are taken. Which there are follows from the halls of the fair.
      create table fair_booth (
        fair_id uuid not null references fair on delete cascade,
        no text not null,
        exhibitor_id uuid not null references fair_exhibitor on delete cascade,
        primary key (fair_id, no)
      );
      create index fair_booth_exhibitor on fair_booth (exhibitor_id);

      -- Tasks of the checklist that are done, or that the firm was reminded of.
      create table fair_task (
        exhibitor_id uuid not null references fair_exhibitor on delete cascade,
        key text not null,
        done_at timestamptz,
        done_by uuid references app_user,
        reminded_at timestamptz,
        primary key (exhibitor_id, key)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
