import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAppointments1764200601000 implements MigrationInterface {
  name = 'CreateAppointments1764200601000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table appointment (
        id uuid primary key default uuidv7(),
        room_id uuid not null references room,
        title text not null,
        means text not null check (means in ('call', 'link', 'place')),
        address text not null default '',
        note text not null default '',
        state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'cancelled')),
        starts_at timestamptz,
        ends_at timestamptz,
        -- Times that wait for an answer.
        proposal jsonb,
        hard_end boolean not null default false,
        -- What an organiser made it for: the same thing has one appointment.
        source_id uuid unique,
        confirmed_at timestamptz,
        cancelled_by uuid references app_user,
        cancelled_at timestamptz,
        cancel_reason text not null default '',
        -- When it is, or the first time at which it could be.
        sorts_at timestamptz not null,
        -- Grows with each change after it was confirmed: calendars take the highest (RFC 5545, SEQUENCE).
        sequence int not null default 0,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check ((starts_at is null) = (ends_at is null) and starts_at < ends_at),
        check (state <> 'confirmed' or starts_at is not null),
        check (state <> 'proposed' or (starts_at is null and proposal is not null)),
        check ((state = 'cancelled') = (cancelled_at is not null)),
        check (means <> 'link' or address like 'https://%')
      );
      create index appointment_room on appointment (room_id, id desc);
      create index appointment_coming on appointment (starts_at) where state = 'confirmed';

      -- Who has been reminded of what: the same change of an appointment reminds once.
      create table appointment_reminder (
        appointment_id uuid not null references appointment,
        sequence int not null,
        kind text not null check (kind in ('day', 'soon')),
        primary key (appointment_id, sequence, kind)
      );

      create table member_zone (
        user_id uuid primary key references app_user on delete cascade,
        zone text not null
      );

      create table calendar_feed (
        user_id uuid primary key references app_user on delete cascade,
        key uuid not null unique default gen_random_uuid()
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
