import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellAskedFromPassed1764301000002 implements MigrationInterface {
  name = 'TellAskedFromPassed1764301000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who was asked and found tied when they would accept was kept as if they had never been asked.
      update council_seat s set state = 'tied' from event e
        where s.state = 'passed' and e.subject_id = s.dispute_id and e.name = 'dispute.council-asked'
          and e.data ->> 'userId' = s.user_id::text;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
