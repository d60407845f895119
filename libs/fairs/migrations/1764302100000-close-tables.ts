import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CloseTables1764302100000 implements MigrationInterface {
  name = 'CloseTables1764302100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Tables that fell away after the timetable was out, and slots in which nobody meets after all; from 1.
      alter table meeting_event add column closed_tables int[] not null default '{}',
        add column closed_slots int[] not null default '{}';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
