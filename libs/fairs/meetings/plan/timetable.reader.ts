import { Injectable } from '@nestjs/common';
import type {
  OwnMeeting,
  OwnTimetable,
  PlacedFirm,
  PlannedMeeting,
  PlanRun,
  Refusal,
  Timetable,
  TimetableFirm,
} from '#contracts/meeting-timetable.js';
import type { MeetingSide, MeetingSlot, ParticipantState } from '#contracts/meeting-events.js';
import type { Participation } from '#contracts/meeting-participants.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { AppError, found } from '#platform/http/index.js';
import { FairClock } from '../../fair-clock.js';
import { LossCreditsReader } from '../credits/loss-credits.reader.js';
import { isOrganiser } from '../meeting-event.policy.js';
import { isStillOpen } from '../meeting-event.states.js';
import { MeetingEventsReader, type EventRow } from '../meeting-events.reader.js';
import { isOwn, showsContact } from '../participant.policy.js';
import { ParticipantsReader } from '../participants.reader.js';
import { openSlots, slotsOf, tablesOf } from '../slots.js';
import { WishesService } from '../wishes.service.js';
import { reasonsOf, refusalsOf, type PairInput } from './pair-reasons.js';

export interface FirmRow {
  readonly id: string;
  readonly name: string;
  readonly state: ParticipantState;
  readonly side: MeetingSide;
  readonly content: Participation;
}

export const MEETING = `m.id, m.orderer_id "ordererId", m.supplier_id "supplierId", m.slot, m.table_no "table",
  m.is_online "isOnline", m.state, m.origin, m.is_fixed "isFixed", m.reason, m.why`;
const PLAN = `id, state, best, bound, seconds, limit_seconds "limitSeconds", is_proven "isProven", meetings, fewest,
  requested_at "requestedAt", finished_at "finishedAt"`;

type PlanRow = Omit<PlanRun, 'requestedAt' | 'finishedAt'> & { requestedAt: Date; finishedAt: Date | null };

/** Timetables as their readers may see them. */
@Injectable()
export class TimetableReader {
  constructor(
    private readonly database: Database,
    private readonly events: MeetingEventsReader,
    private readonly participants: ParticipantsReader,
    private readonly wishes: WishesService,
    private readonly credits: LossCreditsReader,
    private readonly clock: FairClock,
  ) {}

  /** For organisers. Error: `meeting/closed` before planning begins. */
  async get(actor: Actor, eventId: string): Promise<Timetable> {
    const event = await this.events.organised(actor, eventId);
    if (isStillOpen(event.state)) throw new AppError('meeting/closed');
    const [facts, plan] = await Promise.all([this.choiceFacts(event), this.latestPlan(eventId)]);
    const missed = reasonsOf(facts).filter(({ meets }) => !meets);
    return {
      eventId,
      now: this.clock.now(eventId).toISOString(),
      tables: tablesOf(event.content),
      ...{ closedTables: [...event.closedTables], closedSlots: [...event.closedSlots] },
      plan,
      firms: facts.firms,
      meetings: facts.meetings,
      missed: missed.map(({ ordererId, supplierId, orderer, supplier, forOrderer }) => ({
        ...{ ordererId, supplierId, orderer, supplier, reason: forOrderer },
      })),
      refusals: refusalsOf(facts.firms, facts.wishes),
      can: {
        plan: event.state === 'planning',
        change: event.state === 'planning' || event.state === 'published' || event.state === 'running',
        replan: event.state === 'published' || event.state === 'running',
      },
    };
  }

  /**
   * A firm's own, once it is published. Of a cancelled event it holds the meetings that are off, and no reasons: it may
   * have been cancelled before anybody was to know them. Error: `meeting/closed` before publication.
   */
  async own(actor: Actor, eventId: string, participantId: string): Promise<OwnTimetable> {
    const { event, row } = await this.participants.readable(actor, eventId, participantId);
    const mayRead = isOrganiser(actor, event) || isOwn(actor, row);
    authorize(mayRead);
    const isCancelled = event.state === 'cancelled';
    if (!isCancelled && !showsContact(event.state)) throw new AppError('meeting/closed');
    const facts = await this.choiceFacts(event);
    const slots = new Map(slotsOf(event.content.days, event.content.rules).map((slot) => [slot.no, slot]));
    const [own, other] =
      row.side === 'orderer'
        ? (['ordererId', 'supplierId'] as const)
        : (['supplierId', 'ordererId'] as const);
    const rooms = await this.roomsOf(actor, participantId);
    const named = (id: string) => ({ participantId: id, name: facts.nameOf(id) });
    const mine = facts.meetings.filter((meeting) => meeting[own] === participantId);
    return {
      participantId,
      name: row.company.name,
      side: row.side,
      attends: toFirm({ ...row, name: row.company.name }, event, facts.slots).attends,
      code: await this.codeOf(eventId, participantId),
      now: this.clock.now(eventId).toISOString(),
      pace: this.clock.pace(eventId),
      lossCredits: facts.firms.find((firm) => firm.participantId === participantId)?.lossCredits ?? 0,
      meetings: mine.map((meeting) => {
        const { startsAt, endsAt } = found(slots.get(meeting.slot));
        const { id, slot, table, isOnline, state, reason, why } = meeting;
        const headline = facts.headlineOf(meeting[other]);
        return {
          ...{ id, slot, startsAt, endsAt, table, isOnline, state, reason, why },
          room: state === 'cancelled' ? null : (rooms.get(id) ?? null),
          other: { ...named(meeting[other]), headline },
        };
      }),
      pairs: (isCancelled ? [] : reasonsOf(facts))
        .filter((pair) => pair[own] === participantId)
        .map((pair) => ({
          other: named(pair[other]),
          reason: row.side === 'orderer' ? pair.forOrderer : pair.forSupplier,
        })),
    };
  }

  async latestPlan(eventId: string): Promise<PlanRun | null> {
    const [row] = await this.database.query<PlanRow>(
      `select ${PLAN} from meeting_plan where event_id = $1 order by id desc limit 1`,
      [eventId],
    );
    return row ? toPlan(row) : null;
  }

  async plan(eventId: string, id: string): Promise<PlanRun> {
    const [row] = await this.database.query<PlanRow>(
      `select ${PLAN} from meeting_plan where event_id = $1 and id = $2`,
      [eventId, id],
    );
    return toPlan(found(row));
  }

  async meeting(eventId: string, id: string): Promise<PlannedMeeting> {
    const [row] = await this.database.query<PlannedMeeting>(
      `select ${MEETING} from meeting m where m.event_id = $1 and m.id = $2`,
      [eventId, id],
    );
    return found(row);
  }

  /** A timetable with its firms. */
  async facts(event: EventRow): Promise<TimetableFacts> {
    // One after the other: in a transaction they share a connection.
    const rows = await this.firmsOf(event.id);
    const meetings = await this.database.query<PlannedMeeting>(
      `select ${MEETING} from meeting m where m.event_id = $1 order by m.slot, m.table_no, m.id`,
      [event.id],
    );
    const slots = slotsOf(event.content.days, event.content.rules);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return {
      event,
      slots,
      meetings,
      ...{ closedTables: event.closedTables, closedSlots: event.closedSlots },
      left: new Set(rows.flatMap(({ id, state }) => (state === 'approved' ? [] : [id]))),
      // Who has left can come no more.
      firms: rows.map((row) => ({
        ...toFirm(row, event, slots),
        ...(row.state !== 'approved' && { openSlots: [] }),
      })),
      nameOf: (id) => byId.get(id)?.name ?? '',
      headlineOf: (id) => byId.get(id)?.content.headline ?? '',
    };
  }

  /** Pairs of firms that are let in of which one would rather not meet the other. */
  async refusals({ event, firms }: TimetableFacts): Promise<Refusal[]> {
    return refusalsOf(firms, await this.wishes.wishesOf(event.id));
  }

  /** The same with all that the choice of its meetings is made and explained by. */
  async choiceFacts(event: EventRow): Promise<ChoiceFacts> {
    const facts = await this.facts(event);
    const wishes = await this.wishes.wishesOf(event.id);
    const credits = await this.credits.ofEvent(event.id);
    const firms = facts.firms.map((firm) => ({ ...firm, lossCredits: credits.get(firm.participantId) ?? 0 }));
    return { ...facts, wishes, firms };
  }

  private async codeOf(eventId: string, participantId: string): Promise<string | null> {
    const [row] = await this.database.query<{ code: string | null }>(
      `select codes->'firms'->>$2 code from meeting_publication where event_id = $1`,
      [eventId, participantId],
    );
    return row?.code ?? null;
  }

  /** The rooms of a firm's online meetings, by meeting, and whether the actor has a seat there. */
  private async roomsOf(actor: Actor, participantId: string): Promise<Map<string, OwnMeeting['room']>> {
    const rows = await this.database.query<{ id: string; roomId: string; seated: boolean }>(
      `select m.id, m.room_id "roomId", exists (select 1 from room_member s where s.room_id = m.room_id
         and s.user_id = $2 and s.left_at is null) seated
       from meeting m where $1 in (m.orderer_id, m.supplier_id) and m.is_online and m.room_id is not null`,
      [participantId, actor.userId],
    );
    return new Map(rows.map(({ id, roomId, seated }) => [id, { id: roomId, seated }]));
  }

  /** The firms that are let in, and those that have a meeting although they left. */
  private firmsOf(eventId: string): Promise<FirmRow[]> {
    return this.database.query<FirmRow>(
      `select p.id, c.name, p.state, p.side, p.content from meeting_participant p
       join company c on c.id = p.company_id
       where p.event_id = $1 and (p.state = 'approved' or exists (
         select 1 from meeting m where m.event_id = $1 and p.id in (m.orderer_id, m.supplier_id)))
       order by p.side, p.applied_at, p.id`,
      [eventId],
    );
  }
}

export interface TimetableFacts {
  readonly event: EventRow;
  readonly slots: readonly MeetingSlot[];
  readonly firms: readonly PlacedFirm[];
  readonly meetings: PlannedMeeting[];
  readonly closedTables: readonly number[];
  readonly closedSlots: readonly number[];
  /** Firms that have a meeting, be it a cancelled one, and take part no more. */
  readonly left: ReadonlySet<string>;
  nameOf(id: string): string;
  headlineOf(id: string): string;
}

export interface ChoiceFacts extends TimetableFacts {
  readonly firms: TimetableFirm[];
  readonly wishes: PairInput['wishes'];
}

/** A firm as its meetings are placed by: when and how it comes, and how often it may meet. */
export function toFirm(
  { id, name, side, content }: Omit<FirmRow, 'state'>,
  { content: { rules, format }, closedSlots }: EventRow,
  slots: readonly MeetingSlot[],
): PlacedFirm {
  const cap = side === 'orderer' ? rules.ordererMeetings : rules.supplierMeetings;
  const attends = format === 'online' ? 'online' : format === 'on-site' ? 'on-site' : content.attends;
  const open = openSlots(slots, content).filter((slot) => !closedSlots.includes(slot));
  return { participantId: id, name, side, attends, openSlots: open, cap };
}

const toPlan = (row: PlanRow): PlanRun => ({
  ...row,
  requestedAt: row.requestedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
});
