import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { OutcomeAsk, outcomeAnswer } from '#contracts/meeting-results.js';
import { idOfSignedLink, type Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, found } from '#platform/http/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { CONFIG } from '#platform/resources.js';
import { MeetingEventsReader } from '../meeting-events.reader.js';
import * as happened from '../meetings.events.js';
import { slotsOf } from '../slots.js';
import { dueRound } from './outcomes.js';

type Answer = z.output<typeof outcomeAnswer>;
type Item = OutcomeAsk['items'][number];

/** Purpose of the links that are mailed. */
export const OUTCOME_LINK = 'meeting outcome';
/** So long a link may be answered by. */
const LINK_DAYS = 180;

interface Ask {
  id: string;
  participantId: string;
  companyId: string;
  company: string;
  months: number;
  eventId: string;
}

/** What became of the meetings: asks both sides, and keeps what they say. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly meetings: MeetingEventsReader,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** The questions of a mailed link. Error: `auth/invalid-link`. */
  async ask(token: string): Promise<OutcomeAsk> {
    const ask = await this.opened(token);
    const event = found(await this.meetings.row(ask.eventId));
    const slots = new Map(slotsOf(event.content.days, event.content.rules).map((slot) => [slot.no, slot]));
    const rows = await this.database.query<Omit<Item, 'startsAt'> & { slot: number }>(
      `select m.id "meetingId", m.slot, c.name other,
         (select json_build_object('outcome', a.outcome, 'code', a.code, 'note', a.note, 'months', a.months,
            'at', to_char(a.answered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
          from meeting_answer a where a.meeting_id = m.id and a.participant_id = $1 and a.months <= $2
          order by a.months desc limit 1) answer
       from meeting m
       join meeting_participant o on o.id = case when m.orderer_id = $1 then m.supplier_id else m.orderer_id end
       join company c on c.id = o.company_id
       where $1 in (m.orderer_id, m.supplier_id) and m.state in ('planned', 'held') order by m.slot`,
      [ask.participantId, ask.months],
    );
    const items = rows.map(({ slot, ...item }) => ({ ...item, startsAt: found(slots.get(slot)).startsAt }));
    return { event: event.content.title, company: ask.company, months: ask.months, items };
  }

  /** Answers one question of a link; a later answer takes its place. */
  async answer(token: string, meetingId: string, answer: Answer): Promise<void> {
    const ask = await this.opened(token);
    await this.database.transaction(async () => {
      await this.keep(ask, meetingId, answer, null);
    });
  }

  /** An organiser writes down what a firm said, for the round that is due. */
  async record(
    actor: Actor,
    { id: eventId, meetingId, participantId }: { id: string; meetingId: string; participantId: string },
    answer: Answer,
  ): Promise<void> {
    const event = await this.meetings.organised(actor, eventId);
    await this.database.transaction(async () => {
      const [firm] = await this.database.query<{ companyId: string }>(
        `select p.company_id "companyId" from meeting_participant p join meeting m on m.id = $3
         where p.id = $1 and p.event_id = $2 and p.id in (m.orderer_id, m.supplier_id)`,
        [participantId, eventId, meetingId],
      );
      const { companyId } = found(firm);
      const months = dueRound(event.content.days.at(-1)?.on ?? '', todayInJapan()) ?? 0;
      await this.keep({ participantId, companyId, months, eventId }, meetingId, answer, actor);
    });
  }

  /**
   * Asks every firm that still has something to say, in the round that is due. Who has said of all its meetings that
   * they led to a deal or to none is left in peace. Answers with how many were asked.
   */
  async askDue(): Promise<number> {
    const events = await this.database.query<{ id: string; endsOn: string }>(
      `select id, ends_on "endsOn" from meeting_event where state = 'finished'`,
    );
    let asked = 0;
    for (const { id, endsOn } of events) {
      const months = dueRound(endsOn, todayInJapan());
      // Whoever finishes an event early asks at once.
      asked += await this.askRound(id, months ?? 0);
    }
    return asked;
  }

  private askRound(eventId: string, months: number): Promise<number> {
    return this.database.transaction(async () => {
      const rows = await this.database.query<{ id: string; companyId: string }>(
        `insert into meeting_ask (participant_id, months)
         select p.id, $2 from meeting_participant p
         where p.event_id = $1 and exists (
           select 1 from meeting m where p.id in (m.orderer_id, m.supplier_id) and m.state in ('planned', 'held')
             and coalesce((select a.outcome from meeting_answer a
                 where a.meeting_id = m.id and a.participant_id = p.id order by a.months desc limit 1), '')
               not in ('deal', 'no-deal'))
         on conflict do nothing
         returning id, (select company_id from meeting_participant where id = participant_id) "companyId"`,
        [eventId, months],
      );
      for (const { id, companyId } of rows)
        await this.events.record(
          happened.outcomeAsked,
          { eventId, askId: id },
          { subjectId: id, companyId, actor: null },
        );
      return rows.length;
    });
  }

  private async opened(token: string): Promise<Ask> {
    const id = idOfSignedLink(this.config.secretKey, OUTCOME_LINK, token);
    const [ask] = await this.database.query<Ask>(
      `select q.id, q.participant_id "participantId", q.months, p.event_id "eventId", p.company_id "companyId",
         c.name company
       from meeting_ask q join meeting_participant p on p.id = q.participant_id join company c on c.id = p.company_id
       where q.id = $1 and q.asked_at > now() - interval '${LINK_DAYS} days'`,
      [id],
    );
    if (!ask) throw new AppError('auth/invalid-link');
    return ask;
  }

  private async keep(
    ask: Pick<Ask, 'participantId' | 'companyId' | 'months' | 'eventId'>,
    meetingId: string,
    { outcome, code, note }: Answer,
    actor: Actor | null,
  ): Promise<void> {
    const [row] = await this.database.query(
      `insert into meeting_answer (meeting_id, participant_id, months, outcome, code, note, recorded_by)
       select m.id, $2, $3, $4, $5, $6, $7 from meeting m
       where m.id = $1 and $2::uuid in (m.orderer_id, m.supplier_id) and m.state in ('planned', 'held')
       on conflict (meeting_id, participant_id, months) do update set outcome = excluded.outcome, code = excluded.code,
         note = excluded.note, recorded_by = excluded.recorded_by, answered_at = now()
       returning meeting_id`,
      [
        ...[meetingId, ask.participantId, ask.months, outcome],
        ...[outcome === 'no-deal' ? code : null, note, actor?.userId ?? null],
      ],
    );
    found(row);
    const data = { eventId: ask.eventId, meetingId, participantId: ask.participantId, outcome };
    await this.events.record(happened.outcomeTold, data, {
      subjectId: meetingId,
      companyId: ask.companyId,
      actor,
    });
  }
}
