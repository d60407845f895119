import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRoomChain1764200400100 implements MigrationInterface {
  name = 'CreateRoomChain1764200400100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table room_chain (
        room_id uuid not null references room,
        position bigint not null,
        kind text not null,
        entry_id text not null,
        -- Number of the message; null for what is none.
        seq bigint,
        at timestamptz not null,
        nonce text not null,
        body jsonb not null,
        hash text not null,
        link text not null,
        chained_at timestamptz not null default now(),
        primary key (room_id, position),
        unique (room_id, kind, entry_id)
      );
      create unique index room_chain_seq on room_chain (room_id, seq) where seq is not null;

      -- The record of what was, for a court: whoever writes to the database by whatever way only adds to it.
      create function refuse_proof_change() returns trigger language plpgsql as $$
        begin
          raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
        end $$;
      create trigger room_chain_only_grows before update or delete on room_chain
        for each row execute function refuse_proof_change();
      create trigger room_chain_whole before truncate on room_chain execute function refuse_proof_change();
      create trigger message_whole before truncate on message execute function refuse_proof_change();

      -- Every key that this platform has sealed with, so that what was sealed under an earlier secret is still known.
      create table sealing_key (
        fingerprint text primary key,
        public_key text not null,
        since timestamptz not null default now()
      );
      create trigger sealing_key_only_grows before update or delete on sealing_key
        for each row execute function refuse_proof_change();

      -- An agreement is printed and sealed: it stays as it was made.
      create trigger agreement_only_grows before update or delete on agreement
        for each row execute function refuse_proof_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
