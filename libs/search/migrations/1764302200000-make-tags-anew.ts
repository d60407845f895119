import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tags have one name a line now, with its reading: every document is made anew by the repair that follows a start. */
export class MakeTagsAnew1764302200000 implements MigrationInterface {
  name = 'MakeTagsAnew1764302200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update search_subject set source = ''`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
