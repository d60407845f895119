import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AttendRooms1764200600000 implements MigrationInterface {
  name = 'AttendRooms1764200600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- While a room is paused nobody writes into it; who paused it is seen by all.
      alter table room
        add column paused_at timestamptz,
        add column paused_by uuid references app_user,
        add column pause_reason text not null default '',
        add constraint room_pause_check check ((paused_at is null) = (paused_by is null));

      -- A coordinator may be there without speaking.
      alter table room_member add column speaks boolean not null default true;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
