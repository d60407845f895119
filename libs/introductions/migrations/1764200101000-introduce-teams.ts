import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IntroduceTeams1764200101000 implements MigrationInterface {
  name = 'IntroduceTeams1764200101000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table introduction add column team_id uuid, add column team_part jsonb;
      create index introduction_team on introduction (team_id, id) where team_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
