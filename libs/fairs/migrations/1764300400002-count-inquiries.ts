import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountInquiries1764300400002 implements MigrationInterface {
  name = 'CountInquiries1764300400002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- 引き合い: which products a contact is about, each once; with the visitor's words where he asked himself.
      create table fair_inquiry (
        lead_id uuid not null references fair_lead on delete cascade,
        product text not null,
        text text not null default '',
        asked_at timestamptz not null default now(),
        primary key (lead_id, product)
      );
      insert into fair_inquiry (lead_id, product, asked_at)
        select id, product, consent_at from fair_lead where product <> '';

      -- A visitor may give a contact himself, and take any back: the row stays for the count, the person does not.
      alter table fair_lead drop column product, alter column taken_by drop not null,
        add column withdrawn_at timestamptz;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
