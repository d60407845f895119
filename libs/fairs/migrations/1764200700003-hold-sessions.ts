import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HoldSessions1764200700003 implements MigrationInterface {
  name = 'HoldSessions1764200700003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fair_session (
        id uuid primary key default uuidv7(),
        fair_id uuid not null references fair on delete cascade,
        content jsonb not null,
        starts_at timestamptz not null,
        cancelled_at timestamptz,
        reason text not null default '',
        version int not null default 1,
        created_at timestamptz not null default now()
      );
      create index fair_session_fair on fair_session (fair_id, starts_at);

      create table fair_seat (
        session_id uuid not null references fair_session on delete cascade,
        visitor_id uuid not null references fair_visitor on delete cascade,
        is_waiting boolean not null,
        asked_at timestamptz not null default clock_timestamp(),
        primary key (session_id, visitor_id)
      );
      create index fair_seat_visitor on fair_seat (visitor_id);

      create table fair_question (
        id uuid primary key default uuidv7(),
        session_id uuid not null references fair_session on delete cascade,
        visitor_id uuid not null references fair_visitor on delete cascade,
        client_id uuid not null,
        text text not null,
        state text not null default 'open',
        created_at timestamptz not null default now(),
        unique (session_id, client_id)
      );
      create table fair_question_vote (
        question_id uuid not null references fair_question on delete cascade,
        visitor_id uuid not null references fair_visitor on delete cascade,
        primary key (question_id, visitor_id)
      );

      create table fair_poll (
        id uuid primary key default uuidv7(),
        session_id uuid not null references fair_session on delete cascade,
        question text not null,
        options text[] not null,
        closed_at timestamptz,
        created_at timestamptz not null default now()
      );
      create index fair_poll_session on fair_poll (session_id);
      create table fair_poll_vote (
        poll_id uuid not null references fair_poll on delete cascade,
        visitor_id uuid not null references fair_visitor on delete cascade,
        option int not null,
        primary key (poll_id, visitor_id)
      );

      create table fair_material (
        session_id uuid not null references fair_session on delete cascade,
        file_id uuid not null references stored_file,
        primary key (session_id, file_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
