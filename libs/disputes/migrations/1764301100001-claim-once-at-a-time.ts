import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClaimOnceAtATime1764301100001 implements MigrationInterface {
  name = 'ClaimOnceAtATime1764301100001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One of each side at a time, which opening sees to under its lock: rooms may still have several from before.
      drop index dispute_open;
      create index dispute_room on dispute (room_id, claimant);

      -- Where candidates are missing they are looked for once more after this time, and then it ends.
      update dispute set due_at = now() + interval '30 days' where state = 'short';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
