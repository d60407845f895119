import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IntroduceAtMeetings1764300300000 implements MigrationInterface {
  name = 'IntroduceAtMeetings1764300300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table introduction drop constraint introduction_subject_kind_check,
        add constraint introduction_subject_kind_check check (subject_kind in ('order', 'patent', 'meeting'));
      -- At a meeting event a supplier meets several orderers: one open introduction per subject, owner and candidate.
      drop index introduction_pair;
      create unique index introduction_pair on introduction (subject_id, candidate_company_id, owner_company_id)
        where state in ('proposed', 'consented', 'negotiating', 'agreed');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
