import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CommitToNames1764301100003 implements MigrationInterface {
  name = 'CommitToNames1764301100003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Hash of names_key, of which the commitment is too. Null in lots that began without: they stay what they are.
      alter table council_lot add column names_commitment text;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
