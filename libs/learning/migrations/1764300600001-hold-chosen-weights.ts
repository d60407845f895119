import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HoldChosenWeights1764300600001 implements MigrationInterface {
  name = 'HoldChosenWeights1764300600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table learning_run drop constraint learning_run_result_check;
      alter table learning_run add constraint learning_run_result_check
        check (result in ('adopted', 'kept', 'held', 'too-few'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
