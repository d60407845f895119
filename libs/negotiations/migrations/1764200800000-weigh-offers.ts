import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WeighOffers1764200800000 implements MigrationInterface {
  name = 'WeighOffers1764200800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table offer_weighing (
        order_id uuid primary key references purchase_order,
        weights jsonb not null,
        -- By room: what the orderer thinks of its supplier.
        ratings jsonb not null,
        version int not null default 1,
        updated_by uuid not null references app_user,
        updated_at timestamptz not null default now()
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
