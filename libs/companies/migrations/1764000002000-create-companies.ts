import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCompanies1764000002000 implements MigrationInterface {
  name = 'CreateCompanies1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table company (
        id uuid primary key default uuidv7(),
        corporate_number text not null unique,
        state text not null default 'pending' check (state in ('pending', 'approved', 'rejected', 'suspended')),
        state_reason text not null default '',
        body_id uuid references support_body,
        name text not null,
        name_kana text not null default '',
        name_en text not null default '',
        is_orderer boolean not null default false,
        is_supplier boolean not null default true,
        industry text,
        prefecture text,
        municipality text,
        address text not null default '',
        latitude double precision,
        longitude double precision,
        staff int,
        capital_yen bigint,
        founded int,
        website text not null default '',
        phone text not null default '',
        contact_name text not null default '',
        summary text not null default '',
        description text not null default '',
        accepts_visits boolean not null default false,
        processes jsonb not null default '[]',
        equipment jsonb not null default '[]',
        certificates jsonb not null default '[]',
        products jsonb not null default '[]',
        awards jsonb not null default '[]',
        capacity jsonb not null default '[]',
        -- For facets and filters: the codes in processes and certificates, and the lists of materials and themes.
        process_codes text[] not null default '{}',
        material_codes text[] not null default '{}',
        certificate_kinds text[] not null default '{}',
        theme_codes text[] not null default '{}',
        -- Written with the row (search-text.ts).
        search_text text not null default '',
        verified_at timestamptz,
        verified_by uuid references app_user,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index company_search on company using gin (search_text gin_trgm_ops);
      create index company_processes on company using gin (process_codes);
      create index company_materials on company using gin (material_codes);
      create index company_certificates on company using gin (certificate_kinds);
      create index company_themes on company using gin (theme_codes);
      create index company_not_approved on company (state, id) where state <> 'approved';
      create index company_updated on company (updated_at);
      create index company_body on company (body_id) where body_id is not null;

      alter table app_user add foreign key (company_id) references company;
      alter table mailed_link add foreign key (company_id) references company;

      create table company_change (
        id uuid primary key default uuidv7(),
        company_id uuid not null references company,
        at timestamptz not null default now(),
        -- Null: the system itself.
        actor_id uuid references app_user,
        field text not null,
        before jsonb,
        after jsonb
      );
      create index company_change_company on company_change (company_id, id desc);

      create table company_image (
        company_id uuid not null references company,
        file_id uuid not null references stored_file,
        small_file_id uuid not null references stored_file,
        caption text not null default '',
        created_at timestamptz not null default now(),
        primary key (company_id, file_id)
      );

      create table company_import (
        id uuid primary key default uuidv7(),
        state text not null default 'uploaded' check (state in ('uploaded', 'running', 'finished', 'failed')),
        file_id uuid not null references stored_file,
        file_name text not null,
        format text not null check (format in ('csv', 'xlsx', 'jsonl')),
        encoding text not null,
        headings jsonb not null,
        sample jsonb not null,
        mapping jsonb not null,
        dry_run boolean not null default false,
        -- How often it was started: a job of an earlier start does nothing.
        run int not null default 0,
        -- Line of the last row that is saved: where a run that was killed goes on.
        last_line int not null default 0,
        done int not null default 0,
        total int,
        created int not null default 0,
        updated int not null default 0,
        unchanged int not null default 0,
        failed int not null default 0,
        -- The body that the new companies belong to.
        body_id uuid references support_body,
        created_by uuid not null references app_user,
        created_at timestamptz not null default now(),
        progressed_at timestamptz not null default now(),
        finished_at timestamptz
      );
      create index company_import_body on company_import (body_id, id desc);

      create table company_import_problem (
        import_id uuid not null references company_import,
        line int not null,
        field text not null,
        reason_ja text not null,
        reason_en text not null,
        -- The row's text, cut.
        raw text not null,
        primary key (import_id, line, field)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
