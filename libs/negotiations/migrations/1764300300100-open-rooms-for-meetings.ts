import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OpenRoomsForMeetings1764300300100 implements MigrationInterface {
  name = 'OpenRoomsForMeetings1764300300100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table room drop constraint room_subject_kind_check,
        add constraint room_subject_kind_check check (subject_kind in ('order', 'patent', 'meeting'));
      create index room_pair on room (owner_company_id, candidate_company_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
