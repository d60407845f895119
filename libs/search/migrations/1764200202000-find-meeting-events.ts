import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindMeetingEvents1764200202000 implements MigrationInterface {
  name = 'FindMeetingEvents1764200202000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table search_subject drop constraint search_subject_kind_check,
        add constraint search_subject_kind_check check (kind in ('company', 'order', 'patent', 'meeting'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
