import { Injectable } from '@nestjs/common';
import { IdentityReader } from '#identity/index.js';
import { AppointmentsService, MeetingRooms } from '#negotiations/index.js';
import { Database } from '#platform/database/index.js';
import { MeetingEventsReader, type EventRow } from '../meeting-events.reader.js';
import { slotsOf } from '../slots.js';

interface OnlineMeeting {
  readonly id: string;
  readonly slot: number;
  readonly isOnline: boolean;
  readonly state: string;
  readonly reason: string;
  readonly roomId: string | null;
  readonly ordererCompanyId: string;
  /** Who registered the firm, where that was one of its own. */
  readonly ordererBy: string | null;
  readonly supplierCompanyId: string;
  readonly supplierBy: string | null;
}

const MEETING = `m.id, m.slot, m.is_online "isOnline", m.state, m.reason, m.room_id "roomId",
  o.company_id "ordererCompanyId", case when o.is_proxy then null else o.created_by end "ordererBy",
  s.company_id "supplierCompanyId", case when s.is_proxy then null else s.created_by end "supplierBy"`;
const MEETINGS = `meeting m join meeting_participant o on o.id = m.orderer_id
  join meeting_participant s on s.id = m.supplier_id`;

/** So many rooms are opened before the database is asked what is left: a job that is broken off goes on from there. */
const BATCH = 50;

/** The negotiation rooms of online meetings: each opens when its meeting is published, and keeps its time. */
@Injectable()
export class OnlineRooms {
  constructor(
    private readonly database: Database,
    private readonly people: IdentityReader,
    private readonly events: MeetingEventsReader,
    private readonly rooms: MeetingRooms,
    private readonly appointments: AppointmentsService,
  ) {}

  /** For all planned meetings of an event, each in a transaction of its own. A second time changes nothing. */
  async openAll(eventId: string, publishedBy: string | null): Promise<void> {
    const event = await this.events.row(eventId);
    if (!event) return;
    const broker = this.brokerOf(event, publishedBy);
    for (let after = ''; ;) {
      const waiting = await this.database.query<{ id: string }>(
        `select id from meeting where event_id = $1 and is_online and state = 'planned' and room_id is null
         and id::text > $2 order by id::text limit ${BATCH}`,
        [eventId, after],
      );
      for (const { id } of waiting) await this.keep(event, id, broker);
      after = waiting.at(-1)?.id ?? '';
      if (waiting.length < BATCH) return;
    }
  }

  /** One meeting as it is now: its room and time, or that it was called off. */
  async follow(eventId: string, meetingId: string, changedBy: string | null): Promise<void> {
    const event = await this.events.row(eventId);
    if (event) await this.keep(event, meetingId, this.brokerOf(event, changedBy));
  }

  /** The event does not take place: none of its meetings that were called off with it does. */
  async closeAll(eventId: string): Promise<void> {
    const off = await this.database.query<{ id: string; reason: string }>(
      `select m.id, m.reason from meeting m join meeting_event e on e.id = m.event_id
       where e.id = $1 and e.state = 'cancelled' and m.state = 'cancelled' and m.room_id is not null order by m.id`,
      [eventId],
    );
    for (const { id, reason } of off) await this.appointments.cancelTimed(id, reason);
  }

  private async keep(event: EventRow, meetingId: string, broker: () => Promise<Broker>): Promise<void> {
    await this.database.transaction(async () => {
      // Locked as every change of a meeting locks it, before the meeting: no room opens once the event is cancelled.
      const [isOn] = await this.database.query(
        `select 1 from meeting_event where id = $1 and state in ('published', 'running') for share`,
        [event.id],
      );
      if (!isOn) return;
      const [meeting] = await this.database.query<OnlineMeeting>(
        `select ${MEETING} from ${MEETINGS} where m.event_id = $1 and m.id = $2 for update of m`,
        [event.id, meetingId],
      );
      if (!meeting) return;
      if (!meeting.isOnline || meeting.state === 'cancelled')
        return this.appointments.cancelTimed(meeting.id, meeting.reason);
      await this.hold(event, meeting, broker);
    });
  }

  private async hold(event: EventRow, meeting: OnlineMeeting, broker: () => Promise<Broker>): Promise<void> {
    const { days, rules, title } = event.content;
    const slot = slotsOf(days, rules).find(({ no }) => no === meeting.slot);
    if (!slot) return;
    const roomId =
      meeting.roomId ??
      (await this.rooms.roomFor({
        ...{ eventId: event.id, title, ...(await broker()), reason: '' },
        owner: { companyId: meeting.ordererCompanyId, answeredBy: meeting.ordererBy },
        candidate: { companyId: meeting.supplierCompanyId, answeredBy: meeting.supplierBy },
      }));
    if (roomId !== meeting.roomId)
      await this.database.query('update meeting set room_id = $2 where id = $1', [meeting.id, roomId]);
    await this.appointments.openTimed({
      ...{ roomId, sourceId: meeting.id, title },
      startsAt: new Date(slot.startsAt),
      endsAt: new Date(slot.endsAt),
    });
  }

  /**
   * The organiser who did it; else who planned the event, or anybody of the body that leads it. Looked up once, where
   * the first room is to be opened.
   */
  private brokerOf(event: EventRow, userId: string | null): () => Promise<Broker> {
    let broker: Promise<Broker> | null = null;
    return () => (broker ??= this.findBroker(event, userId));
  }

  private async findBroker({ id, bodyIds }: EventRow, userId: string | null): Promise<Broker> {
    const [event] = await this.database.query<{ createdBy: string | null }>(
      'select created_by "createdBy" from meeting_event where id = $1',
      [id],
    );
    const staff: Broker[] = [];
    for (const bodyId of bodyIds)
      for (const person of await this.people.peopleOfBody(bodyId))
        staff.push({ bodyId, coordinatorId: person.id });
    const known = (wanted: string | null | undefined) =>
      staff.find(({ coordinatorId }) => coordinatorId === wanted);
    const broker = known(userId) ?? known(event?.createdBy) ?? staff[0];
    if (!broker) throw new Error(`Nobody is left who organises the meeting event ${id}.`);
    return broker;
  }
}

interface Broker {
  readonly bodyId: string;
  readonly coordinatorId: string;
}
