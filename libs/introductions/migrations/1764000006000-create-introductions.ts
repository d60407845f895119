import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIntroductions1764000006000 implements MigrationInterface {
  name = 'CreateIntroductions1764000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table introduction (
        id uuid primary key default uuidv7(),
        subject_kind text not null check (subject_kind in ('order', 'patent')),
        subject_id uuid not null,
        subject_title text not null,
        order_revision int,
        owner_company_id uuid not null references company,
        candidate_company_id uuid not null references company,
        body_id uuid references support_body,
        coordinator_id uuid references app_user,
        proposed_by uuid not null references app_user,
        reason text not null,
        reasons jsonb not null default '[]',
        state text not null default 'proposed',
        owner_consent text not null default 'waiting',
        owner_answered_at timestamptz,
        owner_answered_by uuid references app_user,
        candidate_consent text not null default 'waiting',
        candidate_answered_at timestamptz,
        candidate_answered_by uuid references app_user,
        decline_code text,
        decline_text text not null default '',
        reminded_at timestamptz,
        expires_at timestamptz not null,
        room_id uuid,
        next_action text not null default '',
        next_action_on date,
        outcome text,
        outcome_reason text not null default '',
        outcome_code text,
        amount_yen bigint,
        outcome_on date,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check (owner_company_id <> candidate_company_id)
      );
      -- One open introduction per subject and candidate.
      create unique index introduction_pair on introduction (subject_id, candidate_company_id)
        where state in ('proposed', 'consented', 'negotiating', 'agreed');
      create index introduction_owner on introduction (owner_company_id, id desc);
      create index introduction_candidate on introduction (candidate_company_id, id desc);
      create index introduction_body on introduction (body_id, id desc);
      create index introduction_waiting on introduction (expires_at) where state = 'proposed';

      create table disclosure (
        introduction_id uuid not null references introduction,
        viewer_id uuid not null references app_user,
        of_side text not null check (of_side in ('owner', 'candidate')),
        at timestamptz not null default now(),
        primary key (introduction_id, viewer_id, of_side)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
