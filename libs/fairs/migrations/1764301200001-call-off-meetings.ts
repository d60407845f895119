import type { MigrationInterface, QueryRunner } from 'typeorm';

interface CancelledEvent {
  readonly id: string;
  readonly reason: string;
  readonly cancelledAt: Date;
  readonly content: {
    readonly days: readonly Day[];
    readonly rules: { readonly minutes: number; readonly moveMinutes: number };
  };
}
interface Day {
  readonly on: string;
  readonly from: string;
  readonly until: string;
  readonly breakFrom: string | null;
  readonly breakUntil: string | null;
}

/**
 * Events that were cancelled before their meetings were called off with them: a draft that was never published is
 * nobody's to read, and of a published timetable what was still to come is off.
 */
export class CallOffMeetings1764301200001 implements MigrationInterface {
  name = 'CallOffMeetings1764301200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from meeting m using meeting_event e
      where e.id = m.event_id and e.state = 'cancelled' and not exists (
        select 1 from event v where v.subject_id = e.id and v.name = 'meeting-event.advanced'
          and v.data->>'state' = 'published')
    `);
    const events = (await runner.query(`
      select e.id, e.reason, e.content, e.cancelled_at "cancelledAt" from meeting_event e
      where e.state = 'cancelled' and exists (
        select 1 from meeting m where m.event_id = e.id and m.state = 'planned')
    `)) as CancelledEvent[];
    for (const { id, reason, content, cancelledAt } of events)
      await runner.query(
        `update meeting set state = 'cancelled', reason = $2, sequence = sequence + 1, updated_at = now()
         where event_id = $1 and state = 'planned' and slot = any($3)`,
        [id, reason, comingSlots(content, cancelledAt)],
      );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** The numbers of the slots that began after an instant, as slots are counted at this version. */
function comingSlots({ days, rules }: CancelledEvent['content'], after: Date): number[] {
  const starts = days.flatMap((day) => {
    const midnight = Date.parse(`${day.on}T00:00:00+09:00`);
    return startsOf(day, rules).map((minute) => midnight + minute * 60_000);
  });
  return starts.flatMap((start, i) => (start > after.getTime() ? [i + 1] : []));
}

function startsOf(day: Day, { minutes, moveMinutes }: CancelledEvent['content']['rules']): number[] {
  const [end, rest] = [minutesOf(day.until), minutesOf(day.breakUntil ?? '00:00')];
  const starts: number[] = [];
  for (let start = minutesOf(day.from); start + minutes <= end;)
    if (day.breakFrom !== null && start < rest && start + minutes > minutesOf(day.breakFrom)) start = rest;
    else {
      starts.push(start);
      start += minutes + moveMinutes;
    }
  return starts;
}
