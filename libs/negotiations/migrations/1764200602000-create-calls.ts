import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCalls1764200602000 implements MigrationInterface {
  name = 'CreateCalls1764200602000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table room_call (
        id uuid primary key default uuidv7(),
        room_id uuid not null references room,
        -- The appointment whose end it ends with.
        appointment_id uuid references appointment,
        started_by uuid not null references app_user,
        started_at timestamptz not null default now(),
        ends_at timestamptz,
        -- Minutes before the end of which was warned last.
        warned int,
        ended_at timestamptz,
        end_reason text check (end_reason in ('left', 'time', 'paused', 'closed')),
        check ((ended_at is null) = (end_reason is null))
      );
      -- One at a time, whichever processes begin it.
      create unique index room_call_open on room_call (room_id) where ended_at is null;
      create index room_call_room on room_call (room_id, started_at desc);

      create table call_participant (
        -- Of one tab; a person who comes back has another.
        peer_id uuid primary key default gen_random_uuid(),
        call_id uuid not null references room_call,
        user_id uuid not null references app_user,
        media jsonb not null,
        joined_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        left_at timestamptz
      );
      create unique index call_participant_seat on call_participant (call_id, user_id) where left_at is null;
      create index call_participant_call on call_participant (call_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
