import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMinutes1764200400300 implements MigrationInterface {
  name = 'CreateMinutes1764200400300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table room_minutes (
        id uuid primary key default uuidv7(),
        room_id uuid not null references room,
        no int not null,
        state text not null default 'draft' check (state in ('draft', 'confirmed', 'dropped')),
        amends_id uuid references room_minutes,
        content jsonb not null,
        -- The decisions of the record up to here are in it: the next draft begins after.
        covers_seq bigint not null,
        version int not null default 1,
        written_by uuid not null references app_user,
        written_at timestamptz not null,
        owner_confirmed_by uuid references app_user,
        owner_confirmed_at timestamptz,
        candidate_confirmed_by uuid references app_user,
        candidate_confirmed_at timestamptz,
        unique (room_id, no),
        check ((state = 'confirmed') = (owner_confirmed_at is not null and candidate_confirmed_at is not null))
      );
      -- Both sides work on the same draft.
      create unique index room_minutes_draft on room_minutes (room_id) where state = 'draft';

      -- What both sides have confirmed stays; a correction is new minutes that name the old ones.
      create function refuse_minutes_change() returns trigger language plpgsql as $$
        begin
          if tg_op = 'DELETE' or old.state <> 'draft' then
            raise exception 'these minutes stay as they are' using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
      create trigger room_minutes_kept before update or delete on room_minutes
        for each row execute function refuse_minutes_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
