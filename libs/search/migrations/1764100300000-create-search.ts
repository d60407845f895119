import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSearch1764100300000 implements MigrationInterface {
  name = 'CreateSearch1764100300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A row that can be found, and the state of it that its documents were made from.
      create table search_subject (
        kind text not null check (kind in ('company', 'order', 'patent')),
        id uuid not null,
        source text not null,
        primary key (kind, id)
      );

      -- What the indexes hold, made from other tables: it can be dropped and made anew. Indexes follow it by
      -- changed_xact, the transaction that wrote a row: unlike a sequence it tells which rows may still appear.
      create table search_document (
        key text primary key,
        subject_kind text not null,
        subject_id uuid not null,
        version bigint not null,
        mark bigint not null,
        digest text not null,
        document jsonb,
        card jsonb,
        changed_xact bigint not null
      );
      create index search_document_changed on search_document (changed_xact);
      create index search_document_subject on search_document (subject_id);

      create table saved_search (
        id uuid primary key default uuidv7(),
        user_id uuid not null references app_user on delete cascade,
        name text not null,
        query jsonb not null,
        alert text not null check (alert in ('off', 'daily', 'instant')),
        -- What its owner has been shown: anything else it finds is new to them.
        seen text[] not null default '{}',
        -- What they have been mailed about, or was there before mails began.
        mailed text[] not null default '{}',
        mailed_at timestamptz,
        version int not null default 1,
        created_at timestamptz not null default now()
      );
      create index saved_search_user on saved_search (user_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
