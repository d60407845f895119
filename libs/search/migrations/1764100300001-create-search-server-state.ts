import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSearchServerState1764100300001 implements MigrationInterface {
  name = 'CreateSearchServerState1764100300001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How far a search server has been told of the documents, and until when one process is telling it.
      create table search_server_state (
        url text primary key,
        xact bigint,
        leased_until timestamptz not null default '-infinity'
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
