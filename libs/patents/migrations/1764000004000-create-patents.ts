import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePatents1764000004000 implements MigrationInterface {
  name = 'CreatePatents1764000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table open_patent (
        id uuid primary key default uuidv7(),
        company_id uuid not null references company,
        state text not null default 'draft',
        content jsonb not null,
        number text,
        title text not null,
        technical_fields text[] not null default '{}',
        theme_codes text[] not null default '{}',
        licence text not null,
        visibility text not null,
        search_text text not null,
        published_at timestamptz,
        reason text not null default '',
        version int not null default 1,
        created_by uuid references app_user,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create unique index open_patent_number on open_patent (number) where state <> 'withdrawn';
      create index open_patent_company on open_patent (company_id, id desc);
      create index open_patent_state on open_patent (state, published_at desc);
      create index open_patent_text on open_patent using gin (search_text gin_trgm_ops);

      create table patent_interest (
        id uuid primary key default uuidv7(),
        patent_id uuid not null references open_patent,
        company_id uuid not null references company,
        reason text not null,
        created_by uuid references app_user,
        created_at timestamptz not null default now(),
        unique (patent_id, company_id)
      );

      -- Companies that both sides' consents let know who holds a patent.
      create table patent_disclosure (
        patent_id uuid not null references open_patent,
        company_id uuid not null references company,
        at timestamptz not null default now(),
        primary key (patent_id, company_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
