import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePriceLedger1764100603000 implements MigrationInterface {
  name = 'CreatePriceLedger1764100603000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table price_index (
        id uuid primary key default uuidv7(),
        room_id uuid not null references room,
        name text not null,
        source text not null default '',
        file_name text not null,
        points jsonb not null,
        problems jsonb not null,
        attached_by uuid not null references app_user,
        created_at timestamptz not null default now(),
        retain_until date not null
      );
      create index price_index_room on price_index (room_id);

      create table price_round (
        id uuid primary key default uuidv7(),
        room_id uuid not null references room,
        no int not null,
        side text not null check (side in ('owner', 'candidate')),
        asked_by uuid not null references app_user,
        asked_at timestamptz not null,
        document jsonb not null,
        state text not null default 'asked' check (state in ('asked', 'answered', 'settled', 'withdrawn')),
        answer jsonb,
        answered_by uuid references app_user,
        answered_at timestamptz,
        owner_signed_by uuid references app_user,
        owner_signed_at timestamptz,
        candidate_signed_by uuid references app_user,
        candidate_signed_at timestamptz,
        withdrawn_reason text not null default '',
        retain_until date not null,
        unique (room_id, no),
        check ((answer is null) = (state in ('asked', 'withdrawn'))),
        check ((state = 'settled') = (owner_signed_at is not null and candidate_signed_at is not null))
      );

      -- The law asks for records to be kept (取適法第7条: two years). Nobody deletes one before, whatever the program does;
      -- and what was asked, answered or signed stays as it was.
      create function refuse_kept_record() returns trigger language plpgsql as $$
      begin
        if tg_op = 'TRUNCATE' then
          raise exception '% holds records that are kept by law', tg_table_name using errcode = 'restrict_violation';
        end if;
        if tg_op = 'DELETE' then
          if old.retain_until >= current_date then
            raise exception 'this record is kept until %', old.retain_until using errcode = 'restrict_violation';
          end if;
          return old;
        end if;
        if tg_table_name = 'price_index' or new.retain_until < old.retain_until then
          raise exception 'this record is kept as it is' using errcode = 'restrict_violation';
        end if;
        if (new.id, new.room_id, new.no, new.side, new.asked_by, new.asked_at, new.document)
             is distinct from (old.id, old.room_id, old.no, old.side, old.asked_by, old.asked_at, old.document)
           or (old.answer is not null and (new.answer, new.answered_by, new.answered_at)
             is distinct from (old.answer, old.answered_by, old.answered_at))
           or (old.owner_signed_at is not null and (new.owner_signed_by, new.owner_signed_at)
             is distinct from (old.owner_signed_by, old.owner_signed_at))
           or (old.candidate_signed_at is not null and (new.candidate_signed_by, new.candidate_signed_at)
             is distinct from (old.candidate_signed_by, old.candidate_signed_at))
           or old.state in ('settled', 'withdrawn') then
          raise exception 'this record is kept as it is' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger price_round_kept before update or delete on price_round
        for each row execute function refuse_kept_record();
      create trigger price_round_whole before truncate on price_round execute function refuse_kept_record();
      create trigger price_index_kept before update or delete on price_index
        for each row execute function refuse_kept_record();
      create trigger price_index_whole before truncate on price_index execute function refuse_kept_record();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
