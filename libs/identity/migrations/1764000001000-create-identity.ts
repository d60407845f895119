import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIdentity1764000001000 implements MigrationInterface {
  name = 'CreateIdentity1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table support_body (
        id uuid primary key default uuidv7(),
        name text not null,
        name_en text not null,
        prefecture text,
        orderers_may_propose boolean not null default false,
        version int not null default 1,
        created_at timestamptz not null default now()
      );

      create table app_user (
        id uuid primary key default uuidv7(),
        email text not null unique check (email = lower(email)),
        name text not null,
        password_hash text not null,
        language text not null default 'ja' check (language in ('ja', 'en')),
        mail text not null default 'instant' check (mail in ('instant', 'daily', 'off')),
        role text not null default 'newcomer' check (role in (
          'newcomer', 'company-member', 'company-owner', 'coordinator', 'secretary', 'administrator'
        )),
        -- The company's foreign key is added with the company table.
        company_id uuid,
        body_id uuid references support_body,
        joined_at timestamptz,
        totp_secret text,
        totp_active boolean not null default false,
        totp_last_step bigint,
        suspended_at timestamptz,
        created_at timestamptz not null default now(),
        check ((role in ('company-member', 'company-owner')) = (company_id is not null)),
        check ((role in ('coordinator', 'secretary')) = (body_id is not null))
      );
      create index app_user_company on app_user (company_id) where company_id is not null;
      create index app_user_body on app_user (body_id) where body_id is not null;

      create table user_session (
        id uuid primary key default uuidv7(),
        user_id uuid not null references app_user on delete cascade,
        token_hash text not null unique,
        device text not null,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now()
      );
      create index user_session_user on user_session (user_id);

      create table mailed_link (
        id uuid primary key default uuidv7(),
        token_hash text not null unique,
        kind text not null check (kind in ('sign-up', 'company-invitation', 'body-invitation', 'reset')),
        email text not null,
        language text not null default 'ja',
        -- The company's foreign key is added with the company table.
        company_id uuid,
        body_id uuid references support_body,
        role text,
        invited_by uuid references app_user,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        mailed_at timestamptz,
        used_at timestamptz,
        check ((kind = 'company-invitation') = (company_id is not null)),
        check ((kind = 'body-invitation') = (body_id is not null))
      );
      create index mailed_link_email on mailed_link (email);
      create index mailed_link_company on mailed_link (company_id) where company_id is not null;
      create index mailed_link_body on mailed_link (body_id) where body_id is not null;

      create table sign_in_attempt (
        id uuid primary key default uuidv7(),
        key text not null,
        at timestamptz not null default now()
      );
      create index sign_in_attempt_key on sign_in_attempt (key, at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
