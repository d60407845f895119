import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlatform1764000000000 implements MigrationInterface {
  name = 'CreatePlatform1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm;

      create table event (
        id bigint generated always as identity primary key,
        name text not null,
        subject_id uuid,
        company_id uuid,
        actor_id uuid,
        data jsonb not null,
        request_id text,
        created_at timestamptz not null default now(),
        relayed_at timestamptz
      );
      create index event_waiting on event (id) where relayed_at is null;
      create index event_subject on event (subject_id, id);

      create table stored_file (
        id uuid primary key default uuidv7(),
        name text not null,
        mime text not null,
        size bigint not null,
        sha256 text not null,
        created_by uuid,
        created_at timestamptz not null default now()
      );

      create table idempotency_record (
        actor text not null,
        key text not null,
        request_hash text not null,
        status int,
        answer jsonb,
        created_at timestamptz not null default now(),
        primary key (actor, key)
      );
      create index idempotency_record_age on idempotency_record (created_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
