import { Injectable } from '@nestjs/common';
import type { BoothState } from '#contracts/fair-live.js';
import type { BoothDesk, BoothTalk, HandOverRow } from '#contracts/fair-talks.js';
import type { TalkState } from '#contracts/fair-visitors.js';
import type { Page } from '#contracts/shapes.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { AppError } from '#platform/http/index.js';
import { isStaffOf } from '../fair.policy.js';
import { FairsReader } from '../fairs.reader.js';
import { ExhibitorsReader, type ExhibitorRow } from '../exhibitors/exhibitors.reader.js';
import { waitingOf } from './queue.js';

/** A talk as the rules and both sides need it. */
export interface TalkRow {
  readonly id: string;
  readonly fairId: string;
  readonly exhibitorId: string;
  readonly visitorId: string;
  readonly companyId: string;
  readonly visitorCompanyId: string | null;
  readonly company: string;
  readonly state: TalkState;
  readonly topic: string;
  readonly visitor: BoothTalk['visitor'];
  readonly staff: string | null;
  readonly queuedAt: Date;
  readonly startedAt: Date | null;
  readonly lines: BoothTalk['lines'] | null;
  readonly handOver: BoothTalk['handOver'];
  readonly handOverSubjectId: string | null;
}

const ISO = (column: string): string =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const HAND_OVER = `case when k.hand_over_by is not null then json_build_object('by', k.hand_over_by, 'kind', k.hand_over_kind,
  'title', k.hand_over_title, 'at', ${ISO('k.hand_over_at')}, 'introductionId', k.introduction_id) end`;
const FROM = `fair_talk k join fair_exhibitor x on x.id = k.exhibitor_id join company c on c.id = x.company_id
  join fair_visitor v on v.id = k.visitor_id left join app_user u on u.id = k.staff_id`;

@Injectable()
export class TalksReader {
  constructor(
    private readonly database: Database,
    private readonly fairs: FairsReader,
    private readonly exhibitors: ExhibitorsReader,
  ) {}

  async row(id: string): Promise<TalkRow> {
    const [row] = await this.database.query<TalkRow>(
      `select k.id, x.fair_id "fairId", k.exhibitor_id "exhibitorId", k.visitor_id "visitorId", x.company_id "companyId",
         v.company_id "visitorCompanyId", c.name company, k.state, k.topic, u.name staff, k.queued_at "queuedAt",
         k.started_at "startedAt", k.hand_over_subject_id "handOverSubjectId", ${HAND_OVER} "handOver",
         json_build_object('id', v.id, 'name', v.name, 'organisation', v.organisation) visitor,
         (select json_agg(json_build_object('seq', l.seq, 'talkId', l.talk_id, 'clientId', l.client_id, 'side', l.side,
            'name', l.name, 'text', l.text, 'at', ${ISO('l.created_at')}) order by l.seq)
          from fair_talk_line l where l.talk_id = k.id) lines
       from ${FROM} where k.id = $1`,
      [id],
    );
    if (!row) throw new AppError('request/not-found');
    return row;
  }

  /** For the visitor: own published orders may be handed over; for the booth: its published open patents. */
  async talk(id: string, side: 'visitor' | 'booth'): Promise<BoothTalk> {
    const row = await this.row(id);
    const { exhibitorId, company, state, topic, visitor, staff, handOver, queuedAt, startedAt } = row;
    return {
      ...{ id, exhibitorId, company, state, topic, visitor, staff, handOver },
      lines: row.lines ?? [],
      queuedAt: queuedAt.toISOString(),
      startedAt: startedAt?.toISOString() ?? null,
      subjects: row.visitorCompanyId ? await this.subjects(row, side) : [],
    };
  }

  /** Who is introduced to a company about a subject already: the introduction, however far it is; else null. */
  async running(subjectId: string, companyId: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      `select id from introduction where subject_id = $1 and candidate_company_id = $2
         and state in ('proposed', 'consented', 'negotiating', 'agreed')`,
      [subjectId, companyId],
    );
    return row?.id ?? null;
  }

  /** What both sides talk about in a room already is left out; that they are proposed to each other is not given away. */
  private subjects(row: TalkRow, side: 'visitor' | 'booth'): Promise<BoothTalk['subjects']> {
    const [kind, table, own, other] =
      side === 'visitor'
        ? ['order', 'purchase_order', row.visitorCompanyId, row.companyId]
        : ['patent', 'open_patent', row.companyId, row.visitorCompanyId];
    return this.database.query(
      `select '${kind}' kind, s.id, s.title from ${table} s where s.company_id = $1 and s.state = 'published'
         and not exists (select from introduction i where i.subject_id = s.id and i.candidate_company_id = $2
           and i.state in ('consented', 'negotiating', 'agreed')) order by s.id`,
      [own, other],
    );
  }

  /** The exhibitor's own people and organisers; else 403 or 404. */
  async staffed(actor: Actor, fairId: string, exhibitorId: string): Promise<ExhibitorRow> {
    const { fair, row } = await this.exhibitors.readable(actor, fairId, exhibitorId);
    authorize(isStaffOf(actor, fair, row));
    return row;
  }

  async desk(actor: Actor, fairId: string, exhibitorId: string): Promise<BoothDesk> {
    await this.staffed(actor, fairId, exhibitorId);
    const onDuty = await this.database.query<{ userId: string; name: string }>(
      `select u.id "userId", u.name from fair_duty d join app_user u on u.id = d.user_id where d.exhibitor_id = $1 order by d.since`,
      [exhibitorId],
    );
    const open = await this.open(exhibitorId);
    return {
      onDuty,
      isOnDuty: onDuty.some(({ userId }) => userId === actor.userId),
      queue: waitingOf(open).map(({ id, visitor, organisation, topic, queuedAt }) => ({
        ...{ id, visitor, organisation, topic },
        queuedAt: new Date(queuedAt).toISOString(),
      })),
      talking: open
        .filter(({ state }) => state === 'talking')
        .map(({ id, visitor, organisation, staff }) => ({ id, visitor, organisation, staff })),
    };
  }

  private async open(exhibitorId: string) {
    const rows = await this.database.query<{
      id: string;
      visitorId: string;
      state: TalkState;
      at: Date;
      topic: string;
      visitor: string;
      organisation: string;
      staff: string;
    }>(
      `select k.id, k.visitor_id "visitorId", k.state, k.queued_at at, k.topic, v.name visitor, v.organisation,
         coalesce(u.name, '') staff
       from ${FROM} where k.exhibitor_id = $1 and k.state in ('waiting', 'talking') order by k.queued_at, k.id`,
      [exhibitorId],
    );
    return rows.map(({ at, ...row }) => ({ ...row, queuedAt: at.getTime() }));
  }

  /** What everybody at a booth sees of it. */
  async state(exhibitorId: string): Promise<BoothState> {
    const [row] = await this.database.query<BoothState>(
      `select $1::uuid "exhibitorId", (select count(*) from fair_duty where exhibitor_id = $1) "onDuty",
         (select count(*) from fair_talk where exhibitor_id = $1 and state = 'talking') talking,
         array(select id from fair_talk where exhibitor_id = $1 and state = 'waiting' order by queued_at, id limit 200) waiting`,
      [exhibitorId],
    );
    return row ?? { exhibitorId, onDuty: 0, talking: 0, waiting: [] };
  }

  async handOvers(
    actor: Actor,
    fairId: string,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<Page<HandOverRow>> {
    await this.fairs.organised(actor, fairId);
    const after = decodeCursor(cursor) ?? [-1, '00000000-0000-0000-0000-000000000000'];
    const rank = '(k.introduction_id is not null)::int';
    const rows = await this.database.query<HandOverRow & { rank: number }>(
      `select k.id "talkId", c.name exhibitor, v.name visitor, v.organisation, k.hand_over_by "by", k.hand_over_kind kind,
         k.hand_over_title title, ${ISO('k.hand_over_at')} "at", k.introduction_id "introductionId", ${rank} rank
       from ${FROM} where x.fair_id = $1 and k.hand_over_by is not null and (${rank}, k.id) > ($2::int, $3::uuid)
       order by ${rank}, k.id limit $4`,
      [fairId, after[0], after[1], limit + 1],
    );
    return pageFrom(
      rows,
      limit,
      (row) => [row.rank, row.talkId],
      ({ rank: _, ...row }) => row,
    );
  }
}
