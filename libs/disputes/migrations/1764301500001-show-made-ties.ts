import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShowMadeTies1764301500001 implements MigrationInterface {
  name = 'ShowMadeTies1764301500001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Sides that tied a member to themselves by what they alone did since the panel is known: shown to both.
      alter table council_seat add column tied_by text[] not null default '{}';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
