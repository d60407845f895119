import { Injectable } from '@nestjs/common';
import type { RefillOffer } from '#contracts/meeting-day.js';
import type { Participation } from '#contracts/meeting-participants.js';
import type { PlannedMeeting, TimetableFirm } from '#contracts/meeting-timetable.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { FairClock } from '../../fair-clock.js';
import { isOrganiser } from '../meeting-event.policy.js';
import { MeetingEventsReader, type EventRow } from '../meeting-events.reader.js';
import * as happened from '../meetings.events.js';
import { TimetableReader, type TimetableFacts } from '../plan/timetable.reader.js';
import { openSlots } from '../slots.js';
import { demandDay } from './day.service.js';
import { refillOf, type Refill } from './refill.js';

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly side: string;
  readonly content: Participation;
}

/** Places of cancelled meetings: who would get them, and giving them. */
@Injectable()
export class RefillService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly meetings: MeetingEventsReader,
    private readonly timetables: TimetableReader,
    private readonly clock: FairClock,
  ) {}

  /** Who would get the places now, and why; nothing where the event is not on. */
  async offers(actor: Actor, eventId: string): Promise<RefillOffer[]> {
    const event = await this.organised(actor, eventId);
    if (event.state !== 'published' && event.state !== 'running') return [];
    const { facts, refills, waiting } = await this.decide(event);
    const nameOf = (id: string) =>
      facts.nameOf(id) || (waiting.find(({ participantId }) => participantId === id)?.name ?? '');
    return refills.map((refill) => ({
      ...refill,
      orderer: facts.nameOf(refill.ordererId),
      supplier: nameOf(refill.supplierId),
    }));
  }

  /** Fills the places of cancelled meetings that have not begun; both firms of each new meeting are told. */
  async refill(actor: Actor, eventId: string): Promise<PlannedMeeting[]> {
    const ids = await this.database.transaction(async () => {
      await this.database.query('select 1 from meeting_event where id = $1 for update', [eventId]);
      const event = await this.organised(actor, eventId);
      demandDay(event);
      const { facts, refills } = await this.decide(event);
      const made: string[] = [];
      for (const refill of refills) made.push(await this.put(actor, event, facts, refill));
      return made;
    });
    const added: PlannedMeeting[] = [];
    for (const id of ids) added.push(await this.timetables.meeting(eventId, id));
    return added;
  }

  private async decide(
    event: EventRow,
  ): Promise<{ facts: TimetableFacts; refills: Refill[]; waiting: TimetableFirm[] }> {
    const facts = await this.timetables.facts(event);
    const people = await this.peopleOf(event, facts);
    const now = this.clock.now(event.id).toISOString();
    const slots = facts.slots.filter(({ startsAt }) => startsAt > now).map(({ no }) => no);
    return {
      facts,
      waiting: people.waiting,
      refills: refillOf({ ...facts, ...people, slots, seed: event.seed ?? '' }),
    };
  }

  private async organised(actor: Actor, eventId: string): Promise<EventRow> {
    const event = await this.meetings.readable(actor, eventId);
    authorize(isOrganiser(actor, event));
    return event;
  }

  /** Suppliers in the waiting list, first come first, and firms that have a meeting but left. */
  private async peopleOf(
    event: EventRow,
    facts: TimetableFacts,
  ): Promise<{ waiting: TimetableFirm[]; left: Set<string> }> {
    const rows = await this.database.query<PersonRow>(
      `select p.id, c.name, p.state, p.side, p.content from meeting_participant p
       join company c on c.id = p.company_id where p.event_id = $1 order by p.applied_at, p.id`,
      [event.id],
    );
    const waiting = rows
      .filter(({ state, side }) => state === 'waitlisted' && side === 'supplier')
      .map(({ id, name, content }): TimetableFirm => ({
        ...{ participantId: id, name, side: 'supplier', attends: content.attends, lossCredits: 0 },
        ...{ openSlots: openSlots(facts.slots, content), cap: event.content.rules.supplierMeetings },
      }));
    const left = new Set(rows.flatMap(({ id, state }) => (state === 'approved' ? [] : [id])));
    for (const { participantId } of waiting) left.delete(participantId);
    return { waiting, left };
  }

  private async put(
    actor: Actor,
    event: EventRow,
    facts: TimetableFacts,
    { ordererId, supplierId, slot, table, why }: Refill,
  ): Promise<string> {
    const [moved] = await this.database.query<{ companyId: string }>(
      `update meeting_participant set state = 'approved', version = version + 1, updated_at = now()
       where id = $1 and state = 'waitlisted' returning company_id "companyId"`,
      [supplierId],
    );
    if (moved)
      await this.events.record(
        happened.participantMoved,
        { eventId: event.id, participantId: supplierId, state: 'approved' },
        { subjectId: supplierId, companyId: moved.companyId, actor },
      );
    const isHere = (id: string) => facts.firms.find((one) => one.participantId === id)?.attends !== 'online';
    const [row] = await this.database.query<{ id: string }>(
      `insert into meeting (event_id, orderer_id, supplier_id, slot, table_no, is_online, origin, why)
       values ($1, $2, $3, $4, $5, $6, 'refill', $7) returning id`,
      [event.id, ordererId, supplierId, slot, table, !isHere(ordererId) || !isHere(supplierId), why],
    );
    const meetingId = row?.id ?? '';
    await this.events.record(
      happened.meetingChanged,
      { eventId: event.id, meetingId, what: 'added' },
      { subjectId: meetingId, actor },
    );
    return meetingId;
  }
}
