import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AskOutcomes1764100800003 implements MigrationInterface {
  name = 'AskOutcomes1764100800003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A firm is asked what became of its meetings, so many months after the event. Its link is signed with this id.
      create table meeting_ask (
        id uuid primary key default uuidv7(),
        participant_id uuid not null references meeting_participant on delete cascade,
        months int not null,
        asked_at timestamptz not null default now(),
        unique (participant_id, months)
      );

      -- What a firm answered about a meeting in a round. No row: it has not answered.
      create table meeting_answer (
        meeting_id uuid not null references meeting on delete cascade,
        participant_id uuid not null references meeting_participant on delete cascade,
        months int not null,
        outcome text not null,
        code text,
        note text not null default '',
        -- An organiser who wrote it down for the firm.
        recorded_by uuid references app_user,
        answered_at timestamptz not null default now(),
        primary key (meeting_id, participant_id, months)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
