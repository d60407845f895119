import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reentrustingRules } from './rules-of-reentrusting.js';

export class AddReentrusting1764300201000 implements MigrationInterface {
  name = 'AddReentrusting1764300201000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `insert into statutory_rule (code, valid_from, valid_to, act, kind, params, source)
       select code, "validFrom", "validTo", act, kind, params, source
       from jsonb_to_recordset($1::jsonb) as r(code text, "validFrom" date, "validTo" date, act text, kind text,
         params jsonb, source jsonb)`,
      [JSON.stringify(reentrustingRules)],
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
