import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SayWhy1764300300300 implements MigrationInterface {
  name = 'SayWhy1764300300300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Why the place of a cancelled meeting was given to its supplier, or that a firm left the event.
      alter table meeting add column why text;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
