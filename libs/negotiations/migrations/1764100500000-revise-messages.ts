import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReviseMessages1764100500000 implements MigrationInterface {
  name = 'ReviseMessages1764100500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table message
        add column revises bigint,
        drop constraint message_kind_check,
        add constraint message_kind_check
          check (kind in ('text', 'file', 'offer', 'system', 'edit', 'withdrawal')),
        add constraint message_revises_check
          check ((kind in ('edit', 'withdrawal')) = (revises is not null) and revises < seq);
      create index message_revises on message (room_id, revises, seq) where revises is not null;

      -- What both sides, and later a court, rely on: whoever writes to the database by whatever way only adds to it.
      create function refuse_message_change() returns trigger language plpgsql as $$
        begin
          raise exception 'A room''s record only grows: entry % of room % stays as it is.', old.seq, old.room_id;
        end $$;
      create trigger message_only_grows before update or delete on message
        for each row execute function refuse_message_change();

      -- Text as search compares it: NFKC, small letters, hiragana for katakana, without the long vowel mark.
      create function searchable(text) returns text language sql immutable parallel safe strict as $$
        select translate(lower(normalize($1, NFKC)), '${KATAKANA}ー', '${HIRAGANA}')
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

/** ァ to ヶ, and ぁ to ゖ, which stand in the same order. */
const letters = (first: number) =>
  Array.from({ length: 0x30f6 - 0x30a1 + 1 }, (_, i) => String.fromCharCode(first + i)).join('');
const KATAKANA = letters(0x30a1);
const HIRAGANA = letters(0x3041);
