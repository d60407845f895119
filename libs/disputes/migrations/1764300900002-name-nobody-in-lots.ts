import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NameNobodyInLots1764300900002 implements MigrationInterface {
  name = 'NameNobodyInLots1764300900002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Hex; told to nobody. Null in lots whose lists bear accounts' ids.
      alter table council_lot add column names_key text;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
