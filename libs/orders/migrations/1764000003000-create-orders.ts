import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOrders1764000003000 implements MigrationInterface {
  name = 'CreateOrders1764000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table purchase_order (
        id uuid primary key default uuidv7(),
        company_id uuid not null references company,
        state text not null default 'draft',
        revision int not null default 1,
        content jsonb not null,
        title text not null,
        process_codes text[] not null default '{}',
        material_codes text[] not null default '{}',
        theme_codes text[] not null default '{}',
        prefecture text,
        answer_by date,
        visibility text not null,
        search_text text not null,
        published_at timestamptz,
        closed_at timestamptz,
        outcome text,
        reason text not null default '',
        version int not null default 1,
        created_by uuid references app_user,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index purchase_order_company on purchase_order (company_id, id desc);
      create index purchase_order_state on purchase_order (state, published_at desc);
      create index purchase_order_text on purchase_order using gin (search_text gin_trgm_ops);

      create table order_revision (
        order_id uuid not null references purchase_order on delete cascade,
        revision int not null,
        content jsonb not null,
        reason text not null default '',
        created_by uuid references app_user,
        created_at timestamptz not null default now(),
        primary key (order_id, revision)
      );

      create table order_attachment (
        order_id uuid not null references purchase_order on delete cascade,
        file_id uuid not null references stored_file,
        primary key (order_id, file_id)
      );

      -- Companies that may read an order in full, with who asks: those that both sides' consents let in.
      create table order_disclosure (
        order_id uuid not null references purchase_order on delete cascade,
        company_id uuid not null references company,
        at timestamptz not null default now(),
        primary key (order_id, company_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
