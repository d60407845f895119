import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import {
  meetingResult,
  type MeetingReport,
  type MeetingResult,
  type ResultRecord,
  type resultQuery,
} from '#contracts/meeting-results.js';
import type { Page } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { MeetingEventsReader } from '../meeting-events.reader.js';
import { resultOf } from './outcomes.js';

type Query = z.output<typeof resultQuery>;
type Row = Omit<ResultRecord, 'result'> & { bodyId: string };

/** A firm's latest answer about meeting `m`. */
const answerOf = (
  side: string,
) => `(select json_build_object('outcome', a.outcome, 'code', a.code, 'note', a.note,
    'months', a.months, 'at', to_char(a.answered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
  from meeting_answer a where a.meeting_id = m.id and a.participant_id = m.${side}_id order by a.months desc limit 1)`;
const firmOf = (side: string) => `json_build_object('participantId', m.${side}_id, 'name', c${side}.name,
  'answer', ${answerOf(side)})`;

/** What became of an event's meetings. Those cancelled or missed are not asked about. */
@Injectable()
export class ResultsReader {
  constructor(
    private readonly database: Database,
    private readonly events: MeetingEventsReader,
  ) {}

  /** Each meeting with both answers, by slot; for organisers. */
  async list(actor: Actor, eventId: string, query: Query): Promise<Page<ResultRecord>> {
    const all = await this.all(actor, eventId);
    const wanted = all.filter(
      ({ result, bodyId }) =>
        (query.result.length === 0 || query.result.includes(result)) &&
        (!query.bodyId || query.bodyId === bodyId),
    );
    const start = Number(decodeCursor(query.cursor)?.[0] ?? 0);
    const rows = wanted.map((row, i) => ({ row, next: i + 1 })).slice(start, start + query.limit + 1);
    return pageFrom(
      rows,
      query.limit,
      ({ next }) => [next],
      ({ row: { bodyId, ...record } }) => record,
      wanted.length,
    );
  }

  /** Counted by meeting, each for the supplier's body; rounds by answer. */
  async report(actor: Actor, eventId: string): Promise<MeetingReport> {
    const [all, rounds, bodies] = await Promise.all([
      this.all(actor, eventId),
      this.rounds(eventId),
      this.database.query<{ bodyId: string; name: string; nameEn: string }>(
        `select b.id "bodyId", b.name, b.name_en "nameEn" from meeting_event_body o
         join support_body b on b.id = o.body_id where o.event_id = $1 order by b.name`,
        [eventId],
      ),
    ]);
    const figures = meetingResult.options.map((key) => {
      const counted = all.filter(({ result }) => result === key);
      return {
        key,
        total: counted.length,
        bodies: bodies.map((body) => ({
          ...body,
          n: counted.filter(({ bodyId }) => bodyId === body.bodyId).length,
        })),
      };
    });
    return { figures, rounds };
  }

  /** How many meetings have each result, whoever asks. */
  async tally(eventId: string): Promise<{ key: MeetingResult; n: number }[]> {
    const all = await this.rows(eventId);
    return meetingResult.options.map((key) => ({
      key,
      n: all.filter(({ result }) => result === key).length,
    }));
  }

  private async all(actor: Actor, eventId: string): Promise<(ResultRecord & { bodyId: string })[]> {
    await this.events.organised(actor, eventId);
    return this.rows(eventId);
  }

  private async rows(eventId: string): Promise<(ResultRecord & { bodyId: string })[]> {
    const rows = await this.database.query<Row>(
      `select m.id "meetingId", s.body_id "bodyId", ${firmOf('orderer')} orderer, ${firmOf('supplier')} supplier
       from meeting m
       join meeting_participant o on o.id = m.orderer_id join company corderer on corderer.id = o.company_id
       join meeting_participant s on s.id = m.supplier_id join company csupplier on csupplier.id = s.company_id
       where m.event_id = $1 and m.state in ('planned', 'held') order by m.slot, m.table_no, m.id`,
      [eventId],
    );
    return rows.map((row) => ({
      ...row,
      result: resultOf(row.orderer.answer?.outcome ?? null, row.supplier.answer?.outcome ?? null),
    }));
  }

  /** What a firm has settled in an earlier round it is not asked again: that would be counted as its silence. */
  private rounds(eventId: string): Promise<MeetingReport['rounds']> {
    const count = (outcome: string) => `(count(*) filter (where a.outcome = '${outcome}'))::int "${outcome}"`;
    return this.database.query(
      `select q.months, count(*)::int asked, ${['deal', 'likely', 'continuing', 'no-deal'].map(count).join(', ')},
         (count(*) filter (where a.outcome is null))::int silent
       from meeting_ask q join meeting_participant p on p.id = q.participant_id
       join meeting m on p.id in (m.orderer_id, m.supplier_id) and m.state in ('planned', 'held')
       left join meeting_answer a on a.meeting_id = m.id and a.participant_id = p.id and a.months = q.months
       where p.event_id = $1 and (a.outcome is not null or coalesce((select b.outcome from meeting_answer b
           where b.meeting_id = m.id and b.participant_id = p.id and b.months < q.months order by b.months desc limit 1), '')
         not in ('deal', 'no-deal'))
       group by q.months order by q.months`,
      [eventId],
    );
  }
}
