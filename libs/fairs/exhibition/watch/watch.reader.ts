import { Injectable } from '@nestjs/common';
import type { SessionContent } from '#contracts/fair-sessions.js';
import { fairWatch, type FairWatch, type Happening } from '#contracts/fair-watch.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { found } from '#platform/http/index.js';
import { dayInJapan } from '#platform/japan-time.js';
import { FairClock } from '../../fair-clock.js';
import { MeetingEventsReader } from '../../meetings/meeting-events.reader.js';
import { TimetableReader, type TimetableFacts } from '../../meetings/plan/timetable.reader.js';
import { ResultsReader } from '../../meetings/results/results.reader.js';
import { tablesOf } from '../../meetings/slots.js';
import { FairsReader, type FairRow } from '../fairs.reader.js';
import { RECORDS } from '../report/records.js';
import { SessionsReader } from '../sessions/sessions.reader.js';
import { HAPPENINGS } from './happenings.js';

/** So many happenings and questions fit on a big screen. */
const HAPPENINGS_SHOWN = 40;
const QUESTIONS_SHOWN = 4;

/** Each by what it opens. */
const COUNTED = fairWatch.shape.figures
  .keyof()
  .options.map((key) => `'${key}', (select count(*) from (${RECORDS[key]}) r)`)
  .join(', ');

type Counts = Pick<FairWatch, 'figures' | 'booths'>;

/** A fair's day as it goes on, by the fair's own clock. */
@Injectable()
export class WatchReader {
  constructor(
    private readonly database: Database,
    private readonly clock: FairClock,
    private readonly fairs: FairsReader,
    private readonly sessions: SessionsReader,
    private readonly events: MeetingEventsReader,
    private readonly timetables: TimetableReader,
    private readonly results: ResultsReader,
  ) {}

  /** For organisers. */
  async watch(actor: Actor, fairId: string): Promise<FairWatch> {
    await this.fairs.organised(actor, fairId);
    return this.state(fairId);
  }

  /** Whoever asks. */
  async state(fairId: string): Promise<FairWatch> {
    const fair = found(await this.fairs.row(fairId));
    const { title, titleEn, meetingEventId } = fair.content;
    const now = this.clock.now(fairId);
    return {
      ...{ fairId, title, titleEn, state: fair.state },
      ...{ now: now.toISOString(), pace: this.clock.pace(fairId), ...hoursOf(fair, now) },
      ...(await this.counts(fairId)),
      session: await this.session(fairId, now),
      meetings: meetingEventId ? await this.meetings(meetingEventId) : null,
      happenings: await this.happenings(fair),
    };
  }

  private async counts(fairId: string): Promise<Counts> {
    const [row] = await this.database.query<Counts>(
      `with exhibitor as (
         select x.id, c.name,
           (select count(*)::int from fair_booth_visit o where o.exhibitor_id = x.id) visits,
           (select count(*)::int from fair_talk k where k.exhibitor_id = x.id and k.state = 'talking') talking,
           (select count(*)::int from fair_talk k where k.exhibitor_id = x.id and k.state = 'waiting') waiting
         from fair_exhibitor x join company c on c.id = x.company_id where x.fair_id = $1 and x.state = 'approved'
       )
       select json_build_object(${COUNTED}) figures,
       coalesce((select json_agg(json_build_object('no', b.no, 'name', e.name, 'visits', e.visits, 'talking', e.talking,
         'waiting', e.waiting) order by b.no) from fair_booth b join exhibitor e on e.id = b.exhibitor_id
         where b.fair_id = $1), '[]') booths`,
      [fairId],
    );
    return found(row);
  }

  private async session(fairId: string, now: Date): Promise<FairWatch['session']> {
    const [row] = await this.database.query<{ id: string; content: SessionContent }>(
      `select s.id, s.content from fair_session s where s.fair_id = $1 and s.cancelled_at is null
         and (s.content->>'endsAt')::timestamptz > $2 order by s.starts_at, s.id limit 1`,
      [fairId, now],
    );
    if (!row) return null;
    const { session, questions, polls } = await this.sessions.room(null, null, row.id);
    const { title, titleEn, place, startsAt, endsAt, speakers } = row.content;
    return {
      ...{ id: row.id, title, titleEn, place, startsAt, endsAt, seats: session.taken },
      speakers: speakers.map(({ name, organisation }) => [name, organisation].filter(Boolean).join(' / ')),
      questions: questions.slice(0, QUESTIONS_SHOWN),
      poll: polls[0] ?? null,
    };
  }

  private async meetings(eventId: string): Promise<FairWatch['meetings']> {
    const event = await this.events.row(eventId);
    if (!event) return null;
    const facts = await this.timetables.facts(event);
    const awaited = facts.firms
      .filter(({ participantId, attends }) => attends === 'on-site' && !facts.left.has(participantId))
      .map(({ participantId }) => participantId);
    const [row] = await this.database.query<{ here: number }>(
      'select count(*)::int here from meeting_participant where id = any($1) and checked_in_at is not null',
      [awaited],
    );
    const counts = { planned: 0, held: 0, 'no-show': 0, cancelled: 0 };
    for (const { state } of facts.meetings) counts[state] += 1;
    return {
      ...{ eventId, title: event.content.title, tables: tablesOf(event.content), counts },
      ...{ firms: awaited.length, here: row?.here ?? 0 },
      round: event.state === 'running' ? roundAt(facts, this.clock.now(eventId)) : null,
      results: await this.results.tally(eventId),
    };
  }

  private async happenings({ id, content }: FairRow): Promise<Happening[]> {
    const rows = await this.database.query<Omit<Happening, 'at'> & { at: Date }>(HAPPENINGS, [
      ...[id, content.meetingEventId, HAPPENINGS_SHOWN],
    ]);
    return rows.map((row) => ({ ...row, at: this.clock.at(id, row.at).toISOString() }));
  }
}

/** Opening hours of the day that it is, or of the nearest one of the fair. */
function hoursOf({ content: { startsOn, endsOn, from, until } }: FairRow, now: Date) {
  const today = dayInJapan(now);
  const on = today < startsOn ? startsOn : today > endsOn ? endsOn : today;
  const at = (clock: string) => new Date(`${on}T${clock}:00+09:00`).toISOString();
  return { opensAt: at(from), closesAt: at(until) };
}

function roundAt(facts: TimetableFacts, now: Date): NonNullable<FairWatch['meetings']>['round'] {
  const slot = facts.slots.find(({ endsAt }) => Date.parse(endsAt) > now.getTime());
  if (!slot) return null;
  return {
    slot,
    meetings: facts.meetings
      .filter((one) => one.slot === slot.no && one.state !== 'cancelled')
      .map(({ id, table, ordererId, supplierId, state, origin }) => ({
        ...{ id, table, state, origin },
        ...{ orderer: facts.nameOf(ordererId), supplier: facts.nameOf(supplierId) },
      })),
  };
}
