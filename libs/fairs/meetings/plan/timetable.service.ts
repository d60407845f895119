import { Injectable } from '@nestjs/common';
import { conflictsOf, mayOverrule, type Place, type Refusal } from '#contracts/meeting-timetable.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, found } from '#platform/http/index.js';
import { holdEvent, tellMeetingChanged } from '../changed-meeting.js';
import { MeetingEventsReader, type EventRow } from '../meeting-events.reader.js';
import * as happened from '../meetings.events.js';
import { TimetableReader, type TimetableFacts } from './timetable.reader.js';

interface Where {
  readonly slot: number;
  readonly table: number | null;
  readonly overrule: boolean;
}

/** The secretary's changes to a timetable, before and after publication. */
@Injectable()
export class TimetableService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly meetings: MeetingEventsReader,
    private readonly reader: TimetableReader,
  ) {}

  /** Asks for a search. Errors: `meeting/illegal-transition` outside planning, `meeting/plan-running`. */
  async plan(actor: Actor, eventId: string, limitSeconds: number): Promise<string> {
    return this.inEvent(actor, eventId, async (event) => {
      if (event.state !== 'planning') throw new AppError('meeting/illegal-transition');
      const [row] = await this.database.query<{ id: string }>(
        `insert into meeting_plan (event_id, limit_seconds, requested_by) values ($1, $2, $3)
         on conflict (event_id) where state in ('waiting', 'running') do nothing returning id`,
        [eventId, limitSeconds, actor.userId],
      );
      if (!row) throw new AppError('meeting/plan-running');
      await this.events.record(
        happened.planRequested,
        { eventId, planId: row.id },
        { subjectId: eventId, actor },
      );
      return row.id;
    });
  }

  /** Ends a search that waits or runs; one that is over stays as it is. */
  async cancelPlan(actor: Actor, eventId: string, planId: string): Promise<void> {
    await this.inEvent(actor, eventId, async () => {
      const [row] = await this.database.query(
        `update meeting_plan set cancel_asked = true,
           state = case when state = 'waiting' then 'cancelled' else state end,
           finished_at = case when state = 'waiting' then now() else finished_at end
         where id = $1 and event_id = $2 returning id`,
        [planId, eventId],
      );
      found(row);
    });
  }

  /** Error: `meeting/conflict`, or `meeting/must-overrule` for what the secretary may allow. */
  async add(
    actor: Actor,
    eventId: string,
    { ordererId, supplierId, ...where }: Where & { ordererId: string; supplierId: string },
  ): Promise<string> {
    return this.changing(actor, eventId, async (event, facts) => {
      const sideOf = (id: string) => facts.firms.find(({ participantId }) => participantId === id)?.side;
      if (sideOf(ordererId) !== 'orderer' || sideOf(supplierId) !== 'supplier')
        throw new AppError('request/not-found');
      const place = { meetingId: null, ordererId, supplierId, slot: where.slot, table: where.table };
      this.demandFree(facts, place, where.overrule, await this.reader.refusals(facts));
      const origin = event.state === 'running' ? 'walk-in' : 'secretary';
      const [row] = await this.database.query<{ id: string }>(
        `insert into meeting (event_id, orderer_id, supplier_id, slot, table_no, is_online, origin, is_fixed)
         values ($1, $2, $3, $4, $5, $6, $7, true) returning id`,
        [eventId, ordererId, supplierId, where.slot, where.table, isOnline(facts, place), origin],
      );
      await tellMeetingChanged(this.events, actor, event, row?.id ?? '', 'added');
      return row?.id ?? '';
    });
  }

  /**
   * To another slot or table, or to a table after all where both come now; it stays there in later searches. Errors as
   * of {@link add}.
   */
  async move(actor: Actor, eventId: string, id: string, where: Where): Promise<void> {
    await this.changing(actor, eventId, async (event, facts) => {
      const meeting = found(facts.meetings.find((one) => one.id === id));
      if (meeting.state !== 'planned') throw new AppError('meeting/illegal-transition');
      const { ordererId, supplierId } = meeting;
      const place = { meetingId: id, ordererId, supplierId, slot: where.slot, table: where.table };
      this.demandFree(facts, place, where.overrule);
      const online = isOnline(facts, place);
      if (meeting.slot === where.slot && meeting.table === where.table && meeting.isOnline === online) return;
      await this.database.query(
        `update meeting set slot = $2, table_no = $3, is_online = $4, is_fixed = true, sequence = sequence + 1,
           updated_at = now()
         where id = $1`,
        [id, where.slot, where.table, online],
      );
      await tellMeetingChanged(this.events, actor, event, id, 'moved');
    });
  }

  async fix(actor: Actor, eventId: string, id: string, isFixed: boolean): Promise<void> {
    await this.changing(actor, eventId, async (_, facts) => {
      found(facts.meetings.find((one) => one.id === id));
      await this.database.query('update meeting set is_fixed = $2, updated_at = now() where id = $1', [
        id,
        isFixed,
      ]);
    });
  }

  /** Before publication the meeting is simply gone from the draft; after it, both read that it was cancelled and why. */
  async cancel(actor: Actor, eventId: string, id: string, reason: string): Promise<void> {
    await this.changing(actor, eventId, async (event, facts) => {
      const meeting = found(facts.meetings.find((one) => one.id === id));
      if (meeting.state !== 'planned') throw new AppError('meeting/illegal-transition');
      await this.database.query(
        `update meeting set state = 'cancelled', reason = $2, sequence = sequence + 1, updated_at = now() where id = $1`,
        [id, reason],
      );
      await tellMeetingChanged(this.events, actor, event, id, 'cancelled');
    });
  }

  private demandFree(
    facts: TimetableFacts,
    place: Place,
    overrule: boolean,
    refusals: readonly Refusal[] = [],
  ): void {
    const { content } = facts.event;
    const online = isOnline(facts, place);
    const needsTable = !online || isOnSite(facts, place.ordererId);
    const noPlace =
      !facts.slots.some(({ no }) => no === place.slot) ||
      (needsTable ? place.table === null || place.table > content.tables : place.table !== null);
    if (noPlace) throw new AppError('request/invalid', {}, { table: 'request/not-found' });
    const conflicts = conflictsOf({ ...facts, refusals }, place);
    if (conflicts.some((one) => !mayOverrule.includes(one))) throw new AppError('meeting/conflict');
    if (conflicts.length > 0 && !overrule) throw new AppError('meeting/must-overrule');
  }

  private changing<T>(
    actor: Actor,
    eventId: string,
    decide: (event: EventRow, facts: TimetableFacts) => Promise<T>,
  ): Promise<T> {
    return this.inEvent(actor, eventId, async (event) => {
      if (!['planning', 'published', 'running'].includes(event.state))
        throw new AppError('meeting/illegal-transition');
      return decide(event, await this.reader.facts(event));
    });
  }

  /** One change after the other, so that two secretaries cannot fill one place. */
  private inEvent<T>(actor: Actor, eventId: string, work: (event: EventRow) => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      await holdEvent(this.database, eventId);
      return work(await this.meetings.organised(actor, eventId));
    });
  }
}

const isOnSite = ({ firms }: TimetableFacts, id: string): boolean =>
  firms.find(({ participantId }) => participantId === id)?.attends === 'on-site';

/** Online where one of the two is not there. */
const isOnline = (facts: TimetableFacts, { ordererId, supplierId }: Place): boolean =>
  !isOnSite(facts, ordererId) || !isOnSite(facts, supplierId);
