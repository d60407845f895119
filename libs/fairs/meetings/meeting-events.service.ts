import { Injectable } from '@nestjs/common';
import type { MeetingEventContent, MeetingStep } from '#contracts/meeting-events.js';
import { CompaniesReader, findPrefecture } from '#companies/index.js';
import { IdentityReader } from '#identity/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { newSeed } from '#platform/commitment.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, found, StaleError } from '#platform/http/index.js';
import { normalise } from '#platform/search/index.js';
import { FairClock } from '../fair-clock.js';
import { organisersOf, setOrganisers, type OrganisersTables } from '../organisers.js';
import { commitmentTo } from '../timetable/index.js';
import { MeetingEvent } from './meeting-event.entity.js';
import { canCancel, canEdit, canRead, isOrganiser, type EventFacts } from './meeting-event.policy.js';
import { mayGo } from './meeting-event.states.js';
import * as happened from './meetings.events.js';
import { MeetingEventsReader } from './meeting-events.reader.js';
import { comingSlots } from './plan/leaving.service.js';
import { PublicationService } from './plan/publication.service.js';

const ORGANISERS: OrganisersTables = {
  bodies: 'meeting_event_body',
  firms: 'meeting_participant',
  key: 'event_id',
};

@Injectable()
export class MeetingEventsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly people: IdentityReader,
    private readonly companies: CompaniesReader,
    private readonly reader: MeetingEventsReader,
    private readonly publication: PublicationService,
    private readonly clock: FairClock,
  ) {}

  /** A new draft, led by the actor's body. Answers with its id. Error: `request/invalid` for unknown bodies or firms. */
  async create(actor: Actor, content: MeetingEventContent): Promise<string> {
    const lead = actor.body?.id;
    authorize(lead !== undefined);
    await this.demandKnown(content);
    return this.database.transaction(async () => {
      const event = this.database
        .repository(MeetingEvent)
        .create({ state: 'draft', createdBy: actor.userId, ...columnsOf(content) });
      await this.database.repository(MeetingEvent).insert(event);
      await this.setOrganisers(event.id, lead ?? '', content);
      await this.tell(happened.meetingEventCreated, event.id, actor);
      return event.id;
    });
  }

  /** Until planning begins. Error: `meeting/illegal-transition` after that. */
  async update(actor: Actor, id: string, version: number, content: MeetingEventContent): Promise<void> {
    await this.demandKnown(content);
    await this.change(actor, id, version, async (event, facts) => {
      if (!canEdit(actor, facts)) throw new AppError('meeting/illegal-transition');
      Object.assign(event, columnsOf(content));
      await this.setOrganisers(id, facts.bodyIds[0] ?? '', content);
      await this.tell(happened.meetingEventChanged, id, actor);
    });
  }

  /**
   * To the next state. Opening commits to the seed; wishes need a firm let in on each side. Errors:
   * `meeting/illegal-transition`, `meeting/nobody-approved`.
   */
  async advance(actor: Actor, id: string, version: number, to: MeetingStep): Promise<void> {
    await this.change(actor, id, version, async (event) => {
      if (!mayGo(event.state, to)) throw new AppError('meeting/illegal-transition');
      if (to === 'open') {
        event.openedAt = new Date();
        event.seed = newSeed();
        event.seedHash = commitmentTo(event.seed);
      }
      if (to === 'wishes') await this.demandBothSides(id);
      if (to === 'published') {
        await this.demandMeetings(id);
        await this.publication.publish(found(await this.reader.row(id)));
      }
      event.state = to;
      await this.events.record(
        happened.meetingEventAdvanced,
        { eventId: id, state: to },
        { subjectId: id, actor },
      );
    });
  }

  /** Cancels, with all meetings that were promised and have not begun; it stays visible with its reason and cost. */
  async cancel(
    actor: Actor,
    id: string,
    version: number,
    { reason, costYen }: { reason: string; costYen: number | null },
  ): Promise<void> {
    await this.change(actor, id, version, async (event, facts) => {
      if (!canCancel(actor, facts)) throw new AppError('meeting/illegal-transition');
      Object.assign(event, { state: 'cancelled', reason, costYen, cancelledAt: new Date() });
      await this.cancelMeetings(event, facts.state);
      await this.tell(happened.meetingEventCancelled, id, actor);
    });
  }

  /** What it has cost, known at last. */
  async setCost(actor: Actor, id: string, version: number, costYen: number | null): Promise<void> {
    await this.change(actor, id, version, async (event) => {
      event.costYen = costYen;
      await this.tell(happened.meetingEventChanged, id, actor);
    });
  }

  private async change(
    actor: Actor,
    id: string,
    version: number,
    decide: (event: MeetingEvent, facts: EventFacts) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const events = this.database.repository(MeetingEvent);
      const event = await events.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      const bodyIds = await organisersOf(this.database, ORGANISERS, id);
      if (!event || !canRead(actor, { ...event, bodyIds })) throw new AppError('request/not-found');
      const facts = { state: event.state, openedAt: event.openedAt, bodyIds };
      authorize(isOrganiser(actor, facts));
      if (event.version !== version) throw new StaleError(await this.reader.get(actor, id));
      await decide(event, facts);
      event.version += 1;
      event.updatedAt = new Date();
      await events.save(event);
    });
  }

  private setOrganisers(id: string, lead: string, { coOrganiserIds }: MeetingEventContent): Promise<void> {
    return setOrganisers(this.database, ORGANISERS, id, { lead, others: coOrganiserIds });
  }

  private async demandKnown({
    coOrganiserIds,
    hostCompanyId,
    eligibility,
  }: MeetingEventContent): Promise<void> {
    const wrong: Record<string, string> = {};
    const known = new Set((await this.people.bodies()).map((body) => body.id));
    if (!coOrganiserIds.every((id) => known.has(id))) wrong['coOrganiserIds'] = 'request/not-found';
    if (hostCompanyId) {
      const host = await this.companies.membership(hostCompanyId);
      if (host?.state !== 'approved') wrong['hostCompanyId'] = 'request/not-found';
    }
    if (!eligibility.supplierPrefectures.every(findPrefecture))
      wrong['eligibility.supplierPrefectures'] = 'request/not-found';
    if (Object.keys(wrong).length > 0) throw new AppError('request/invalid', {}, wrong);
  }

  private async demandBothSides(eventId: string): Promise<void> {
    const [sides] = await this.database.query<{ n: number }>(
      `select count(distinct side) n from meeting_participant where event_id = $1 and state = 'approved'`,
      [eventId],
    );
    if (sides?.n !== 2) throw new AppError('meeting/nobody-approved');
  }

  private async demandMeetings(eventId: string): Promise<void> {
    const [meeting] = await this.database.query(
      `select 1 from meeting where event_id = $1 and state <> 'cancelled' limit 1`,
      [eventId],
    );
    if (!meeting) throw new AppError('meeting/no-meetings');
    // What the secretary took out of the draft was never promised to anybody.
    await this.database.query(`delete from meeting where event_id = $1 and state = 'cancelled'`, [eventId]);
    await this.database.query('update meeting set sequence = 0 where event_id = $1', [eventId]);
  }

  /**
   * Calendars hear of what was published; a draft of a timetable was never promised to anybody. A meeting that has begun
   * took place.
   */
  private async cancelMeetings(event: MeetingEvent, before: EventFacts['state']): Promise<void> {
    if (before === 'planning')
      await this.database.query('delete from meeting where event_id = $1', [event.id]);
    else
      await this.database.query(
        `update meeting set state = 'cancelled', reason = $2, sequence = sequence + 1, updated_at = now()
         where event_id = $1 and state = 'planned' and slot = any($3)`,
        [event.id, event.reason, comingSlots(event, this.clock.now(event.id))],
      );
  }

  private tell(event: typeof happened.meetingEventCreated, eventId: string, actor: Actor): Promise<void> {
    return this.events.record(event, { eventId }, { subjectId: eventId, actor });
  }
}

function columnsOf(content: MeetingEventContent) {
  const { title, summary, place, kind, format, days, hostCompanyId } = content;
  return {
    ...{ content, title, kind, format, hostCompanyId },
    startsOn: days[0]?.on ?? '',
    endsOn: days.at(-1)?.on ?? '',
    searchText: [title, `${summary} ${place}`].map(normalise).join('\n'),
  };
}
