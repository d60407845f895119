import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StateWork1764100602000 implements MigrationInterface {
  name = 'StateWork1764100602000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table room_work (
        room_id uuid primary key references room,
        work text not null check (work in ('manufacture', 'repair', 'program', 'information', 'handling', 'service',
          'special-transport', 'none')),
        version int not null default 1,
        set_by uuid not null references app_user,
        set_at timestamptz not null default now()
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
