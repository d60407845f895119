import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindFairs1764300400003 implements MigrationInterface {
  name = 'FindFairs1764300400003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table search_subject drop constraint search_subject_kind_check,
        add constraint search_subject_kind_check
          check (kind in ('company', 'order', 'patent', 'meeting', 'fair'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
