import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AskQuestionnaires1764300400001 implements MigrationInterface {
  name = 'AskQuestionnaires1764300400001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the organisers of a fair ask its exhibitors, and its visitors.
      create table fair_questionnaire (
        fair_id uuid not null references fair on delete cascade,
        audience text not null check (audience in ('exhibitor', 'visitor')),
        questions jsonb not null,
        sent_at timestamptz,
        version int not null default 1,
        updated_at timestamptz not null default now(),
        primary key (fair_id, audience)
      );

      -- Who is asked, once each, with what was answered.
      create table fair_ask (
        id uuid primary key default uuidv7(),
        fair_id uuid not null,
        audience text not null,
        exhibitor_id uuid unique references fair_exhibitor on delete cascade,
        visitor_id uuid unique references fair_visitor on delete cascade,
        asked_at timestamptz not null default now(),
        reminded_at timestamptz,
        answers jsonb,
        answered_at timestamptz,
        foreign key (fair_id, audience) references fair_questionnaire on delete cascade,
        check (num_nonnulls(exhibitor_id, visitor_id) = 1)
      );
      create index fair_ask_answered on fair_ask (fair_id, audience, answered_at desc, id desc);
      create index fair_ask_unanswered on fair_ask (asked_at) where answered_at is null and reminded_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
