import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSignatures1764200400200 implements MigrationInterface {
  name = 'CreateSignatures1764200400200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table agreement_signature (
        id uuid primary key default uuidv7(),
        agreement_id uuid not null references agreement,
        side text not null check (side in ('owner', 'candidate')),
        user_id uuid not null references app_user,
        -- As it was when they signed.
        name text not null,
        method text not null check (method in ('totp', 'mailed-code')),
        sha256 text not null,
        signed_at timestamptz not null,
        unique (agreement_id, side)
      );
      create trigger agreement_signature_only_grows before update or delete on agreement_signature
        for each row execute function refuse_proof_change();

      create table signing_code (
        id uuid primary key,
        agreement_id uuid not null references agreement,
        user_id uuid not null references app_user,
        code_hash text not null,
        attempts int not null default 0,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        mailed_at timestamptz,
        used_at timestamptz
      );
      create index signing_code_of on signing_code (agreement_id, user_id) where used_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
