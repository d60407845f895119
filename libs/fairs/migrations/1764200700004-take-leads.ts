import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TakeLeads1764200700004 implements MigrationInterface {
  name = 'TakeLeads1764200700004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Contacts taken at a booth. A visitor's ticket gives one for a booth; what is typed by hand has no ticket.
      create table fair_lead (
        id uuid primary key default uuidv7(),
        exhibitor_id uuid not null references fair_exhibitor on delete cascade,
        visitor_id uuid references fair_visitor on delete cascade,
        name text not null,
        organisation text not null default '',
        email text not null default '',
        note text not null default '',
        product text not null default '',
        -- When the visitor said yes, to which version of the text, and who heard it.
        consent_at timestamptz not null default now(),
        consent_version text not null,
        taken_by uuid not null references app_user,
        unique (exhibitor_id, visitor_id)
      );
      create index fair_lead_visitor on fair_lead (visitor_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
