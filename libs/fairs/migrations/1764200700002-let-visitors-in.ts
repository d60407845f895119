import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetVisitorsIn1764200700002 implements MigrationInterface {
  name = 'LetVisitorsIn1764200700002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One row for a person at a fair: the address is the person.
      create table fair_visitor (
        id uuid primary key default uuidv7(),
        fair_id uuid not null references fair on delete cascade,
        email text not null,
        name text not null,
        organisation text not null,
        job text not null default '',
        need text not null default '',
        attends text not null,
        language text not null default 'ja',
        code text not null,
        consent_version text not null,
        consent_contact boolean not null default false,
        consent_news boolean not null default false,
        -- Of who registered while signed in with this address.
        user_id uuid references app_user,
        company_id uuid references company,
        mailed_at timestamptz,
        confirmed_at timestamptz,
        checked_in_at timestamptz,
        created_at timestamptz not null default now(),
        unique (fair_id, code)
      );
      create unique index fair_visitor_email on fair_visitor (fair_id, lower(email));

      create table fair_favourite (
        visitor_id uuid not null references fair_visitor on delete cascade,
        exhibitor_id uuid not null references fair_exhibitor on delete cascade,
        primary key (visitor_id, exhibitor_id)
      );
      create index fair_favourite_exhibitor on fair_favourite (exhibitor_id);

      -- Which booths a visitor looked at, each once.
      create table fair_booth_visit (
        exhibitor_id uuid not null references fair_exhibitor on delete cascade,
        visitor_id uuid not null references fair_visitor on delete cascade,
        first_at timestamptz not null default now(),
        primary key (exhibitor_id, visitor_id)
      );
      create index fair_booth_visit_visitor on fair_booth_visit (visitor_id);

      create table fair_duty (
        exhibitor_id uuid not null references fair_exhibitor on delete cascade,
        user_id uuid not null references app_user,
        since timestamptz not null default now(),
        primary key (exhibitor_id, user_id)
      );

      create table fair_talk (
        id uuid primary key default uuidv7(),
        exhibitor_id uuid not null references fair_exhibitor on delete cascade,
        visitor_id uuid not null references fair_visitor on delete cascade,
        state text not null default 'waiting',
        topic text not null default '',
        queued_at timestamptz not null default clock_timestamp(),
        started_at timestamptz,
        ended_at timestamptz,
        staff_id uuid references app_user,
        last_seq int not null default 0,
        hand_over_by text,
        hand_over_kind text,
        hand_over_subject_id uuid,
        hand_over_title text,
        hand_over_at timestamptz,
        introduction_id uuid references introduction
      );
      -- One place in a booth's queue for a visitor.
      create unique index fair_talk_place on fair_talk (exhibitor_id, visitor_id) where state in ('waiting', 'talking');
      create index fair_talk_queue on fair_talk (exhibitor_id, queued_at, id) where state in ('waiting', 'talking');
      create index fair_talk_visitor on fair_talk (visitor_id);

      create table fair_talk_line (
        talk_id uuid not null references fair_talk on delete cascade,
        seq int not null,
        client_id uuid not null,
        side text not null,
        name text not null,
        text text not null,
        created_at timestamptz not null default now(),
        primary key (talk_id, seq),
        unique (talk_id, client_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
