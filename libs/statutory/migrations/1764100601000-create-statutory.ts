import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rulesOf2026 } from './rules-of-2026.js';

export class CreateStatutory1764100601000 implements MigrationInterface {
  name = 'CreateStatutory1764100601000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table statutory_rule (
        code text not null,
        valid_from date not null,
        valid_to date,
        act text not null check (act in ('toriteki', 'freelance')),
        kind text not null check (kind in ('applies', 'check')),
        params jsonb not null,
        source jsonb not null,
        primary key (code, valid_from),
        check (valid_to is null or valid_to >= valid_from)
      );

      -- What a company says of itself where its profile is silent or differs.
      create table statutory_party (
        company_id uuid primary key references company,
        legal_form text not null check (legal_form in ('corporation', 'sole-proprietor')),
        capital_yen bigint,
        staff int,
        sole_officer boolean,
        version int not null default 1,
        updated_by uuid not null references app_user,
        updated_at timestamptz not null default now()
      );
    `);
    await runner.query(
      `insert into statutory_rule (code, valid_from, valid_to, act, kind, params, source)
       select code, "validFrom", "validTo", act, kind, params, source
       from jsonb_to_recordset($1::jsonb) as r(code text, "validFrom" date, "validTo" date, act text, kind text,
         params jsonb, source jsonb)`,
      [JSON.stringify(rulesOf2026)],
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
