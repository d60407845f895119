import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTeams1764200102000 implements MigrationInterface {
  name = 'CreateTeams1764200102000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table team (
        id uuid primary key default uuidv7(),
        order_id uuid not null references purchase_order,
        order_title text not null,
        order_revision int not null,
        owner_company_id uuid not null references company,
        body_id uuid not null references support_body,
        coordinator_id uuid references app_user,
        state text not null default 'draft' check (state in ('draft', 'asked', 'complete', 'broken')),
        revision int not null default 1,
        plan jsonb not null,
        locked_ids uuid[] not null default '{}',
        excluded jsonb not null default '[]',
        lack jsonb,
        reason text not null default '',
        room_id uuid,
        agreed_on date,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      -- One team at a time for an order.
      create unique index team_order on team (order_id) where state <> 'broken';

      create table team_revision (
        team_id uuid not null references team,
        revision int not null,
        plan jsonb not null,
        cause text not null,
        created_by uuid references app_user,
        created_at timestamptz not null default now(),
        primary key (team_id, revision)
      );

      alter table introduction add constraint introduction_team_fkey foreign key (team_id) references team;
      alter table room add constraint room_team_fkey foreign key (team_id) references team;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
