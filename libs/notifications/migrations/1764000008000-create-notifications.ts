import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotifications1764000008000 implements MigrationInterface {
  name = 'CreateNotifications1764000008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notification (
        id uuid primary key default uuidv7(),
        user_id uuid not null references app_user on delete cascade,
        kind text not null,
        words jsonb not null,
        link text not null,
        event_id bigint not null,
        read_at timestamptz,
        mailed_at timestamptz,
        created_at timestamptz not null default now(),
        unique (event_id, kind, user_id)
      );
      create index notification_user on notification (user_id, id desc);
      create index notification_unread on notification (user_id) where read_at is null;
      create index notification_unmailed on notification (created_at) where mailed_at is null and read_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
