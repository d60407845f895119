import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CheckConflictsAgain1764300900001 implements MigrationInterface {
  name = 'CheckConflictsAgain1764300900001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whose turn it was in the drawn order, but who could not be drawn any more.
      alter table council_seat drop constraint council_seat_state_check;
      alter table council_seat add constraint council_seat_state_check
        check (state in ('asked', 'accepted', 'declined', 'expired', 'challenged', 'passed'));

      -- Sides that had not told their group and bank when the list was fixed.
      alter table council_lot add column untold text[] not null default '{}';

      -- How often the chair went on without a decision.
      alter table dispute add column chair_turns int not null default 0;

      -- A form that was left blank said so; "none" is now an answer of its own, and these are asked again.
      delete from company_ties where group_number is null and bank_branch is null;

      -- Those who were asked when their dispute ended need not answer.
      update council_seat s set state = 'expired', answered_at = d.updated_at from dispute d
        where d.id = s.dispute_id and s.state = 'asked' and d.state in ('decided', 'withdrawn', 'settled', 'lapsed');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
