import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellWhoLeftSeats1764301000001 implements MigrationInterface {
  name = 'TellWhoLeftSeats1764301000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- tied: asked, and could not take the seat; replaced: a member to whom a tie arose before the votes.
      alter table council_seat drop constraint council_seat_state_check;
      alter table council_seat add constraint council_seat_state_check check (state in
        ('asked', 'accepted', 'declined', 'expired', 'challenged', 'passed', 'tied', 'replaced'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
