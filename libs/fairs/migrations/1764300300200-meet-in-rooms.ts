import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MeetInRooms1764300300200 implements MigrationInterface {
  name = 'MeetInRooms1764300300200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The negotiation room in which an online meeting is held, once it is published.
      alter table meeting add column room_id uuid references room;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
