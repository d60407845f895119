import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRoomDocuments1764200300000 implements MigrationInterface {
  name = 'CreateRoomDocuments1764200300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the parties accept, as it was put to them: kept with the first acceptance.
      create table room_nda (
        room_id uuid primary key references room,
        version text not null,
        document jsonb not null,
        sha256 text not null,
        created_at timestamptz not null default now()
      );
      create table room_nda_acceptance (
        room_id uuid not null references room_nda,
        side text not null check (side in ('owner', 'candidate')),
        user_id uuid not null references app_user,
        sha256 text not null,
        accepted_at timestamptz not null default now(),
        primary key (room_id, side)
      );

      create table room_document (
        id uuid primary key default uuidv7(),
        room_id uuid not null references room,
        no int not null,
        side text not null check (side in ('owner', 'candidate')),
        kind text not null check (kind in ('drawing', 'specification', 'other')),
        level text not null check (level in ('open', 'nda')),
        title text not null,
        created_by uuid not null references app_user,
        created_at timestamptz not null default now(),
        unique (room_id, no)
      );
      create table room_document_revision (
        document_id uuid not null references room_document,
        no int not null,
        client_id uuid not null,
        label text not null default '',
        note text not null default '',
        file_id uuid not null unique references stored_file,
        sha256 text not null,
        pages int,
        created_by uuid not null references app_user,
        created_at timestamptz not null default now(),
        revoked_at timestamptz,
        revoked_by uuid references app_user,
        revoke_reason text not null default '',
        primary key (document_id, no),
        unique (document_id, client_id)
      );

      create table room_file_access (
        id bigint generated always as identity primary key,
        document_id uuid not null,
        revision int not null,
        user_id uuid not null references app_user,
        role text not null,
        organisation text not null,
        what text not null check (what in ('view', 'download')),
        page int,
        at timestamptz not null default now(),
        foreign key (document_id, revision) references room_document_revision
      );
      create index room_file_access_document on room_file_access (document_id, id desc);

      -- Who accepted what, and who saw what, is evidence: written once.
      create function refuse_disclosure_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is written once', tg_table_name using errcode = 'restrict_violation';
      end $$;
      create trigger room_nda_kept before update or delete or truncate on room_nda
        for each statement execute function refuse_disclosure_change();
      create trigger room_nda_acceptance_kept before update or delete or truncate on room_nda_acceptance
        for each statement execute function refuse_disclosure_change();
      create trigger room_file_access_kept before update or delete or truncate on room_file_access
        for each statement execute function refuse_disclosure_change();

      -- A revision stays what it was; its access can be withdrawn, once.
      create function keep_document_revision() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'UPDATE' then
          raise exception '% is kept', tg_table_name using errcode = 'restrict_violation';
        end if;
        if (new.document_id, new.no, new.client_id, new.label, new.note, new.file_id, new.sha256, new.created_by,
              new.created_at)
             is distinct from (old.document_id, old.no, old.client_id, old.label, old.note, old.file_id, old.sha256,
              old.created_by, old.created_at)
           or (old.revoked_at is not null and (new.revoked_at, new.revoked_by, new.revoke_reason)
             is distinct from (old.revoked_at, old.revoked_by, old.revoke_reason)) then
          raise exception 'a revision stays as it is' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger room_document_revision_kept before update or delete on room_document_revision
        for each row execute function keep_document_revision();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
