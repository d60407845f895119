import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShowToParties1764300202000 implements MigrationInterface {
  name = 'ShowToParties1764300202000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table room_document drop constraint room_document_level_check;
      alter table room_document add constraint room_document_level_check check (level in ('open', 'parties', 'nda'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
