import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AskForTies1764301500000 implements MigrationInterface {
  name = 'AskForTies1764301500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When somebody who is willing was told that their company or body must tell its ties before they can be drawn.
      alter table council_willingness add column ties_asked_at timestamptz;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
