import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTimetables1764100800002 implements MigrationInterface {
  name = 'CreateTimetables1764100800002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A search for a timetable, as a job.
      create table meeting_plan (
        id uuid primary key default uuidv7(),
        event_id uuid not null references meeting_event on delete cascade,
        state text not null default 'waiting',
        limit_seconds int not null,
        best int,
        bound int,
        seconds double precision not null default 0,
        is_proven boolean not null default false,
        meetings int,
        fewest int,
        cancel_asked boolean not null default false,
        requested_by uuid references app_user,
        requested_at timestamptz not null default now(),
        finished_at timestamptz
      );
      create index meeting_plan_event on meeting_plan (event_id, id desc);
      -- One search at a time for an event.
      create unique index meeting_plan_running on meeting_plan (event_id) where state in ('waiting', 'running');

      create table meeting (
        id uuid primary key default uuidv7(),
        event_id uuid not null references meeting_event on delete cascade,
        orderer_id uuid not null references meeting_participant,
        supplier_id uuid not null references meeting_participant,
        -- From 1, as the event's slots and tables; no table online.
        slot int not null,
        table_no int,
        is_online boolean not null,
        state text not null default 'planned',
        origin text not null,
        is_fixed boolean not null default false,
        reason text not null default '',
        -- Grows with each change after publication: calendars take the highest (RFC 5545, SEQUENCE).
        sequence int not null default 0,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      -- Nobody and no table twice at once, whatever runs at the same time.
      create unique index meeting_orderer_slot on meeting (orderer_id, slot) where state <> 'cancelled';
      create unique index meeting_supplier_slot on meeting (supplier_id, slot) where state <> 'cancelled';
      create unique index meeting_table_slot on meeting (event_id, table_no, slot) where state <> 'cancelled';
      create index meeting_event_slot on meeting (event_id, slot);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
