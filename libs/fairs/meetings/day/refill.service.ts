import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RefillOffer } from '#contracts/meeting-day.js';
import type { PlacedFirm, PlannedMeeting } from '#contracts/meeting-timetable.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError } from '#platform/http/index.js';
import { FairClock } from '../../fair-clock.js';
import { holdEvent, tellMeetingChanged } from '../changed-meeting.js';
import { MeetingEventsReader, type EventRow } from '../meeting-events.reader.js';
import * as happened from '../meetings.events.js';
import { TimetableReader, toFirm, type ChoiceFacts, type FirmRow } from '../plan/timetable.reader.js';
import { demandDay } from './day.service.js';
import { refillOf, type Refill } from './refill.js';

type Firms = ReadonlyMap<string, PlacedFirm>;

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
  async offers(actor: Actor, eventId: string): Promise<{ items: RefillOffer[]; digest: string }> {
    const event = await this.meetings.organised(actor, eventId);
    const isOn = event.state === 'published' || event.state === 'running';
    if (!isOn) return { items: [], digest: digestOf([]) };
    const { refills, firms } = await this.decide(event);
    const nameOf = (id: string) => firms.get(id)?.name ?? '';
    const items = refills.map((refill) => ({
      ...refill,
      orderer: nameOf(refill.ordererId),
      supplier: nameOf(refill.supplierId),
    }));
    return { items, digest: digestOf(refills) };
  }

  /**
   * Fills the places of cancelled meetings that have not begun, as it was shown (`digest` of {@link offers}); both firms
   * of each new meeting are told. Error: `meeting/refill-changed` where it would come out otherwise by now.
   */
  async refill(actor: Actor, eventId: string, digest: string): Promise<PlannedMeeting[]> {
    const ids = await this.database.transaction(async () => {
      await holdEvent(this.database, eventId);
      const event = await this.meetings.organised(actor, eventId);
      demandDay(event);
      const { refills, firms } = await this.decide(event);
      if (digestOf(refills) !== digest) throw new AppError('meeting/refill-changed');
      const made: string[] = [];
      for (const refill of refills) made.push(await this.put(actor, event, firms, refill));
      return made;
    });
    const added: PlannedMeeting[] = [];
    for (const id of ids) added.push(await this.timetables.meeting(eventId, id));
    return added;
  }

  /** The refills, and all firms that they can be about by their id. */
  private async decide(event: EventRow): Promise<{ refills: Refill[]; firms: Firms }> {
    const facts = await this.timetables.choiceFacts(event);
    const { waiting, left } = await this.peopleOf(event, facts);
    const wishes = [...facts.wishes, ...(await this.refusals(event.id))];
    const absent = await this.absentees(event, facts);
    const now = this.clock.now(event.id).toISOString();
    const slots = facts.slots.filter(({ startsAt }) => startsAt > now).map(({ no }) => no);
    return {
      refills: refillOf({ ...facts, wishes, waiting, left, absent, slots, seed: event.seed ?? '' }),
      firms: new Map([...waiting, ...facts.firms].map((firm) => [firm.participantId, firm])),
    };
  }

  /** Suppliers in the waiting list, first come first, and firms that have a meeting but left. */
  private async peopleOf(
    event: EventRow,
    { slots }: ChoiceFacts,
  ): Promise<{ waiting: PlacedFirm[]; left: Set<string> }> {
    const rows = await this.database.query<FirmRow>(
      `select p.id, c.name, p.state, p.side, p.content from meeting_participant p
       join company c on c.id = p.company_id where p.event_id = $1 and p.state <> 'approved'
       order by p.applied_at, p.id`,
      [event.id],
    );
    const isWaiting = (row: { state: string; side: string }) =>
      row.state === 'waitlisted' && row.side === 'supplier';
    return {
      waiting: rows.filter(isWaiting).map((row) => toFirm(row, event, slots)),
      left: new Set(rows.flatMap((row) => (isWaiting(row) ? [] : [row.id]))),
    };
  }

  /** Between firms of which one waits: those that let nobody meet who refused or was refused. */
  private refusals(eventId: string): Promise<ChoiceFacts['wishes']> {
    return this.database.query<ChoiceFacts['wishes'][number]>(
      `select w.from_id "fromId", w.to_id "toId", w.want from meeting_wish w
       join meeting_participant p on p.id = w.from_id join meeting_participant q on q.id = w.to_id
       where p.event_id = $1 and w.want = 'no' and 'waitlisted' in (p.state, q.state)`,
      [eventId],
    );
  }

  /** Firms that are awaited in the hall while the event runs; none where nobody is received there. */
  private async absentees({ id, state }: EventRow, { firms }: ChoiceFacts): Promise<Set<string>> {
    if (state !== 'running') return new Set();
    const rows = await this.database.query<{ id: string }>(
      'select id from meeting_participant where event_id = $1 and checked_in_at is not null',
      [id],
    );
    const here = new Set(rows.map((row) => row.id));
    const awaited = firms.flatMap(({ participantId, attends }) =>
      attends === 'on-site' && !here.has(participantId) ? [participantId] : [],
    );
    return new Set(here.size > 0 ? awaited : []);
  }

  private async put(
    actor: Actor,
    event: EventRow,
    firms: Firms,
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
    const isOnline = [ordererId, supplierId].some((id) => firms.get(id)?.attends === 'online');
    const [row] = await this.database.query<{ id: string }>(
      `insert into meeting (event_id, orderer_id, supplier_id, slot, table_no, is_online, origin, why)
       values ($1, $2, $3, $4, $5, $6, 'refill', $7) returning id`,
      [event.id, ordererId, supplierId, slot, table, isOnline, why],
    );
    const meetingId = row?.id ?? '';
    await tellMeetingChanged(this.events, actor, event, meetingId, 'added');
    return meetingId;
  }
}

/** By which a screen says what it showed. */
const digestOf = (refills: readonly Refill[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        refills.map(({ ordererId, supplierId, slot, table, why }) => [
          ordererId,
          supplierId,
          slot,
          table,
          why,
        ]),
      ),
    )
    .digest('hex');
