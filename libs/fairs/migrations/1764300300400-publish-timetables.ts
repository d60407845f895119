import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PublishTimetables1764300300400 implements MigrationInterface {
  name = 'PublishTimetables1764300300400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What anybody can repeat a search with, by codes, and whose the codes are: kept here until it is published.
      alter table meeting_plan add column record jsonb, add column codes jsonb;

      create table meeting_publication (
        event_id uuid primary key references meeting_event on delete cascade,
        record jsonb not null,
        codes jsonb not null,
        -- Of the published timetable, as in the record.
        hash text not null,
        published_at timestamptz not null default now()
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
