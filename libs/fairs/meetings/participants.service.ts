import { Injectable } from '@nestjs/common';
import type { MeetingSide, ParticipantState } from '#contracts/meeting-events.js';
import type { Participation } from '#contracts/meeting-participants.js';
import { CompaniesReader, findMaterial, findProcess } from '#companies/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, found, StaleError } from '#platform/http/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { holdEvent } from './changed-meeting.js';
import { isOrganiser, sidesOf, takesRegistrations } from './meeting-event.policy.js';
import { isStillOpen, mayBecome } from './meeting-event.states.js';
import { MeetingEventsReader, type EventRow } from './meeting-events.reader.js';
import { MeetingParticipant } from './meeting-participant.entity.js';
import * as happened from './meetings.events.js';
import { canDecide, canEdit, canWithdraw, isOwn } from './participant.policy.js';
import { ParticipantsReader } from './participants.reader.js';
import { LeavingService } from './plan/leaving.service.js';
import { slotsOf } from './slots.js';

type Decision = 'approve' | 'waitlist' | 'decline';
const decided = { approve: 'approved', waitlist: 'waitlisted', decline: 'declined' } as const;

@Injectable()
export class ParticipantsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly companies: CompaniesReader,
    private readonly meetings: MeetingEventsReader,
    private readonly reader: ParticipantsReader,
    private readonly leaving: LeavingService,
  ) {}

  /** Registers the own company. Errors: `meeting/closed`, `/not-registrable`, `/already-registered`. */
  async register(actor: Actor, eventId: string, content: Participation): Promise<string> {
    const companyId = actor.company?.id ?? '';
    return this.enterInto(actor, eventId, companyId, content, (event) => {
      if (!takesRegistrations(event.state, event.content, todayInJapan()))
        throw new AppError('meeting/closed');
    });
  }

  /** An organiser registers a company, also after the last day. Errors as of {@link register}. */
  async enter(
    actor: Actor,
    eventId: string,
    { companyId, ...content }: Participation & { companyId: string },
  ): Promise<string> {
    return this.enterInto(actor, eventId, companyId, content, (event) => {
      authorize(isOrganiser(actor, event));
      if (['draft', 'finished', 'cancelled'].includes(event.state)) throw new AppError('meeting/closed');
    });
  }

  /** Changes what the firm is registered with; its side stays. */
  async update(
    actor: Actor,
    eventId: string,
    id: string,
    version: number,
    content: Participation,
  ): Promise<void> {
    await this.change(actor, eventId, id, async (participant, event) => {
      if (participant.version !== version) throw new StaleError(await this.reader.get(actor, eventId, id));
      if (!canEdit(actor, event, participant)) throw new AppError('meeting/closed');
      this.demandKnown(event, content);
      const isOnlineNow = participant.content.attends === 'on-site' && content.attends === 'online';
      participant.content = { ...content, side: participant.side };
      if (isOnlineNow && event.content.format === 'hybrid' && !isStillOpen(event.state))
        await this.leaving.goOnline(actor, event, id);
      await this.events.record(
        happened.participantChanged,
        { eventId, participantId: id },
        { subjectId: id, companyId: participant.companyId, actor },
      );
    });
  }

  /** Lets in where there is a seat, else to the waiting list. Error: `meeting/illegal-transition`. */
  async decide(
    actor: Actor,
    eventId: string,
    id: string,
    { decision, reason }: { decision: Decision; reason: string },
  ): Promise<void> {
    await this.change(actor, eventId, id, async (participant, event) => {
      authorize(isOrganiser(actor, event));
      if (!canDecide(actor, event, participant)) throw new AppError('meeting/illegal-transition');
      const wanted = decided[decision];
      const to =
        wanted === 'approved' && !(await this.hasSeat(event, participant.side)) ? 'waitlisted' : wanted;
      if (participant.state === to) return;
      const before = participant.state;
      await this.move(participant, to, reason, actor);
      if (before === 'approved') await this.leave(actor, event, participant);
    });
  }

  /**
   * Takes the registration back; the first that waits moves up while registration still matters, and once there is a
   * timetable the firm's meetings are cancelled.
   */
  async withdraw(actor: Actor, eventId: string, id: string, reason: string): Promise<void> {
    await this.change(actor, eventId, id, async (participant, event) => {
      authorize(isOwn(actor, participant) || isOrganiser(actor, event));
      if (!canWithdraw(actor, event, participant)) throw new AppError('meeting/illegal-transition');
      const before = participant.state;
      await this.move(participant, 'withdrawn', reason, actor);
      if (before === 'approved') await this.leave(actor, event, participant);
    });
  }

  private async enterInto(
    actor: Actor,
    eventId: string,
    companyId: string,
    content: Participation,
    demand: (event: EventRow) => void,
  ): Promise<string> {
    return this.database.transaction(async () => {
      const event = await this.locked(actor, eventId);
      demand(event);
      const company = await this.companies.membership(companyId);
      if (company?.state !== 'approved')
        throw new AppError('request/invalid', {}, { companyId: 'request/not-found' });
      if (!sidesOf(company, event.content).includes(content.side))
        throw new AppError('meeting/not-registrable');
      this.demandKnown(event, content);
      const earlier = await this.reader.ownOf(eventId, companyId);
      if (earlier && !mayBecome(earlier.state, 'applied')) throw new AppError('meeting/already-registered');
      const bodyId =
        company.bodyId && event.bodyIds.includes(company.bodyId) ? company.bodyId : event.bodyIds[0];
      const isProxy = actor.company?.id !== companyId;
      const [row] = await this.database.query<{ id: string }>(
        `insert into meeting_participant (event_id, company_id, body_id, side, content, is_proxy, created_by)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (event_id, company_id) do update set side = excluded.side, content = excluded.content, reason = '',
           is_proxy = excluded.is_proxy, state = 'applied', applied_at = now(), updated_at = now(),
           version = meeting_participant.version + 1
         returning id`,
        [eventId, companyId, bodyId, content.side, JSON.stringify(content), isProxy, actor.userId],
      );
      const id = row?.id ?? '';
      const data = { eventId, participantId: id, state: 'applied' as const };
      await this.events.record(happened.participantMoved, data, { subjectId: id, companyId, actor });
      return id;
    });
  }

  private async change(
    actor: Actor,
    eventId: string,
    id: string,
    decide: (participant: MeetingParticipant, event: EventRow) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const event = await this.locked(actor, eventId);
      await this.reader.readable(actor, eventId, id);
      const participants = this.database.repository(MeetingParticipant);
      const participant = found(
        await participants.findOne({ where: { id, eventId }, lock: { mode: 'pessimistic_write' } }),
      );
      authorize(isOwn(actor, participant) || isOrganiser(actor, event));
      await decide(participant, event);
      participant.version += 1;
      participant.updatedAt = new Date();
      await participants.save(participant);
    });
  }

  /** The event, locked: seats are given one after the other. */
  private async locked(actor: Actor, eventId: string): Promise<EventRow> {
    await holdEvent(this.database, eventId);
    return this.meetings.readable(actor, eventId);
  }

  private async hasSeat(event: EventRow, side: MeetingSide): Promise<boolean> {
    const seats = side === 'orderer' ? event.content.ordererSeats : event.content.supplierSeats;
    const [taken] = await this.database.query<{ n: number }>(
      `select count(*) n from meeting_participant where event_id = $1 and side = $2 and state = 'approved'`,
      [event.id, side],
    );
    return (taken?.n ?? 0) < seats;
  }

  /** The first that waits on a side gets the seat that `leaver` (not saved yet) leaves. */
  private async fillSeat(event: EventRow, side: MeetingSide, actor: Actor, leaver: string): Promise<void> {
    await this.database.query(`update meeting_participant set state = 'withdrawn' where id = $1`, [leaver]);
    if (!(await this.hasSeat(event, side))) return;
    const [next] = await this.database.query<{ id: string; companyId: string }>(
      `update meeting_participant set state = 'approved', version = version + 1, updated_at = now()
       where id = (select id from meeting_participant where event_id = $1 and side = $2 and state = 'waitlisted'
         and id <> $3 order by applied_at, id limit 1)
       returning id, company_id "companyId"`,
      [event.id, side, leaver],
    );
    if (!next) return;
    const data = { eventId: event.id, participantId: next.id, state: 'approved' as const };
    await this.events.record(happened.participantMoved, data, {
      subjectId: next.id,
      companyId: next.companyId,
      actor,
    });
  }

  /** A seat falls free; so do the places of its meetings, which the secretary gives to others. */
  private async leave(actor: Actor, event: EventRow, { id, side }: MeetingParticipant): Promise<void> {
    if (isStillOpen(event.state)) await this.fillSeat(event, side, actor, id);
    else await this.leaving.release(actor, event, id);
  }

  private async move(
    participant: MeetingParticipant,
    to: ParticipantState,
    reason: string,
    actor: Actor,
  ): Promise<void> {
    if (!mayBecome(participant.state, to)) throw new AppError('meeting/illegal-transition');
    participant.state = to;
    participant.reason = reason;
    const { eventId, id, companyId } = participant;
    const data = { eventId, participantId: id, state: to };
    await this.events.record(happened.participantMoved, data, { subjectId: id, companyId, actor });
  }

  private demandKnown(event: EventRow, content: Participation): void {
    const wrong: Record<string, string> = {};
    const slots = slotsOf(event.content.days, event.content.rules).length;
    if (content.forbiddenSlots.some((no) => no > slots)) wrong['forbiddenSlots'] = 'request/not-found';
    content.needs.forEach((need, i) => {
      if (!need.processes.every(findProcess)) wrong[`needs.${i}.processes`] = 'request/not-found';
      if (!need.materials.every(findMaterial)) wrong[`needs.${i}.materials`] = 'request/not-found';
    });
    if (Object.keys(wrong).length > 0) throw new AppError('request/invalid', {}, wrong);
  }
}
