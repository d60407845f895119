import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddFileScan1764200301000 implements MigrationInterface {
  name = 'AddFileScan1764200301000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table stored_file add scan text not null default 'none'
        check (scan in ('none', 'waiting', 'clean', 'infected'));
      create index stored_file_waiting on stored_file (created_at) where scan = 'waiting';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
