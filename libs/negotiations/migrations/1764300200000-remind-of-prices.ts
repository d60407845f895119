import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RemindOfPrices1764300200000 implements MigrationInterface {
  name = 'RemindOfPrices1764300200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table price_round add column reminded_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
