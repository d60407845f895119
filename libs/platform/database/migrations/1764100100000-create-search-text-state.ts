import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSearchTextState1764100100000 implements MigrationInterface {
  name = 'CreateSearchTextState1764100100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Per table with search text: by which normaliser it is written, and how far a renewal has come.
      create table search_text_state (
        name text primary key,
        normaliser int not null default 1,
        last_id uuid
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
