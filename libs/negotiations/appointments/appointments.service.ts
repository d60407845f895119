import { Injectable } from '@nestjs/common';
import type { AppointmentRequest, TimesRequest } from '#contracts/appointments.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, found, StaleError } from '#platform/http/index.js';
import type { Room, RoomMember } from '../room.entity.js';
import { canWrite, sideOf } from '../room.policy.js';
import { RoomsRepository } from '../rooms.repository.js';
import { Appointment } from './appointment.entity.js';
import {
  accepted,
  proposalOf,
  refusal,
  spanOf,
  timeRefusal,
  type AppointmentStep,
  type Span,
  type StoredProposal,
} from './appointment.states.js';
import * as happened from './appointments.events.js';
import { AppointmentsReader } from './appointments.reader.js';

type Told = 'proposed' | 'move-asked' | 'accepted' | 'confirmed' | 'moved' | 'kept' | 'cancelled';

/** 日程: each step leaves a line in the room's record. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: RoomsRepository,
    private readonly reader: AppointmentsReader,
  ) {}

  /** Proposes times. Answers with the appointment's id. Errors: `appointment/time-passed`, `negotiation/room-closed`. */
  async propose(actor: Actor, roomId: string, request: AppointmentRequest): Promise<string> {
    return this.database.transaction(async () => {
      const { room, me } = await this.rooms.enter(actor, roomId);
      if (!canWrite(room)) throw new AppError('negotiation/room-closed');
      const proposal = this.newProposal(actor, me, { ...request, reason: '' });
      const appointments = this.database.repository(Appointment);
      const { title, note, means, address, hardEnd } = request;
      const one = appointments.create({ roomId, title, note, means, address, hardEnd, proposal });
      one.sortsAt = firstOf(proposal);
      await appointments.insert(one);
      await this.tell(room, one, actor, 'proposed');
      return one.id;
    });
  }

  /** The actor's side can come at this time. Errors: those of refusal and timeRefusal, `request/stale`. */
  async accept(actor: Actor, roomId: string, id: string, version: number, time: number): Promise<void> {
    await this.step('accept', actor, roomId, id, version, (one, me) => {
      const proposal = found(one.proposal);
      const refused = timeRefusal(proposal, time, new Date());
      if (refused) throw new AppError(refused);
      const side = sideOf(me.role);
      authorize(side !== null);
      const { proposal: answered, span } = accepted(proposal, side ?? 'owner', time);
      if (!span) {
        one.proposal = answered;
        return 'accepted';
      }
      const isMove = one.state === 'confirmed';
      if (isMove) one.sequence += 1;
      Object.assign(one, { state: 'confirmed', proposal: null, confirmedAt: new Date(), ...spanned(span) });
      return isMove ? 'moved' : 'confirmed';
    });
  }

  /** Other times, or a request to move. Errors: those of refusal, `appointment/reason-needed`, `request/stale`. */
  async proposeTimes(
    actor: Actor,
    roomId: string,
    id: string,
    version: number,
    request: TimesRequest,
  ): Promise<void> {
    await this.step('propose', actor, roomId, id, version, (one, me) => {
      const isMove = one.state === 'confirmed';
      if (isMove && request.reason === '')
        throw new AppError('appointment/reason-needed', {}, { reason: 'appointment/reason-needed' });
      one.proposal = this.newProposal(actor, me, request);
      if (!isMove) one.sortsAt = firstOf(one.proposal);
      return isMove ? 'move-asked' : 'proposed';
    });
  }

  async keep(actor: Actor, roomId: string, id: string, version: number): Promise<void> {
    await this.step('keep', actor, roomId, id, version, (one) => {
      one.proposal = null;
      return 'kept';
    });
  }

  async cancel(actor: Actor, roomId: string, id: string, version: number, reason: string): Promise<void> {
    await this.step('cancel', actor, roomId, id, version, (one) => {
      if (one.state === 'confirmed') one.sequence += 1;
      const cancelled = { cancelledBy: actor.userId, cancelledAt: new Date(), cancelReason: reason };
      Object.assign(one, { state: 'cancelled', proposal: null, ...cancelled });
      return 'cancelled';
    });
  }

  /**
   * A call in a room from one instant to another, set by an organiser for something of theirs (`sourceId`, the same
   * again is the same appointment, moved where its times differ, and back where it was called off): nobody in the room
   * changes it, and the server ends its call at `endsAt`. Answers with its id. Error: `request/not-found` where there is
   * no such room.
   */
  async openTimed(given: {
    roomId: string;
    sourceId: string;
    title: string;
    startsAt: Date;
    endsAt: Date;
  }): Promise<string> {
    const { roomId, sourceId, title, startsAt, endsAt } = given;
    return this.database.transaction(async () => {
      const room = found(await this.rooms.locked(roomId));
      const appointments = this.database.repository(Appointment);
      const before = await appointments.findOne({ where: { sourceId } });
      const span = spanned({ startsAt, endsAt });
      if (!before) {
        const state = 'confirmed' as const;
        const fixed = { means: 'call' as const, hardEnd: true, confirmedAt: new Date() };
        const one = appointments.create({ roomId, sourceId, title, state, ...fixed, ...span });
        await appointments.insert(one);
        await this.tell(room, one, null, 'confirmed');
        return one.id;
      }
      const isSame = before.startsAt?.getTime() === startsAt.getTime() && +(before.endsAt ?? 0) === +endsAt;
      const isOff = before.state === 'cancelled';
      if (isOff || !isSame) {
        const again = { state: 'confirmed', confirmedAt: new Date(), cancelledAt: null, cancelReason: '' };
        Object.assign(before, span, isOff && again, { sequence: before.sequence + 1, title });
        await this.save(before);
        await this.tell(room, before, null, isOff ? 'confirmed' : 'moved');
      }
      return before.id;
    });
  }

  /** Calls off what `openTimed` made for this; where there is none, or it is off already, nothing changes. */
  async cancelTimed(sourceId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const appointments = this.database.repository(Appointment);
      const known = await appointments.findOne({ where: { sourceId } });
      const room = known && (await this.rooms.locked(known.roomId));
      const one = await appointments.findOne({ where: { sourceId } });
      if (!room || !one || one.state === 'cancelled') return;
      const cancelled = { cancelledAt: new Date(), cancelReason: reason, sequence: one.sequence + 1 };
      Object.assign(one, { state: 'cancelled', proposal: null, ...cancelled });
      await this.save(one);
      await this.tell(room, one, null, 'cancelled');
    });
  }

  /** The time zone that the actor reads times in. */
  async setZone(actor: Actor, zone: string): Promise<void> {
    await this.database.query(
      `insert into member_zone (user_id, zone) values ($1, $2)
       on conflict (user_id) do update set zone = excluded.zone`,
      [actor.userId, zone],
    );
  }

  private newProposal(
    actor: Actor,
    me: RoomMember,
    given: { times: string[]; minutes: number; reason: string },
  ): StoredProposal {
    const now = new Date();
    const passed = given.times.findIndex((at) => Date.parse(at) <= now.getTime());
    if (passed >= 0)
      throw new AppError('appointment/time-passed', {}, { [`times.${passed}`]: 'appointment/time-passed' });
    const by = { side: sideOf(me.role), userId: actor.userId, name: actor.name };
    return proposalOf(by, given, now);
  }

  private async step(
    step: AppointmentStep,
    actor: Actor,
    roomId: string,
    id: string,
    version: number,
    work: (one: Appointment, me: RoomMember) => Told,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const { room, me } = await this.rooms.enter(actor, roomId);
      const one = found(await this.database.repository(Appointment).findOne({ where: { id, roomId } }));
      if (room.state === 'closed' && step !== 'cancel') throw new AppError('negotiation/room-closed');
      const refused = refusal(step, me.role, one, new Date());
      if (refused) throw new AppError(refused);
      if (one.version !== version) throw new StaleError(await this.reader.one(actor, roomId, id));
      const what = work(one, me);
      await this.save(one);
      await this.tell(room, one, actor, what);
    });
  }

  private async save(one: Appointment): Promise<void> {
    one.version += 1;
    one.updatedAt = new Date();
    await this.database.repository(Appointment).save(one);
  }

  private async tell(room: Room, one: Appointment, actor: Actor | null, what: Told): Promise<void> {
    const startsAt = one.startsAt?.toISOString() ?? null;
    const data = { key: `appointment-${what}`, appointmentId: one.id, name: one.title, startsAt };
    const reason = what === 'move-asked' ? one.proposal?.reason : one.cancelReason;
    await this.rooms.write(room, {
      kind: 'system',
      sender: actor,
      data: { ...data, ...(reason && { reason }) },
      changed: ['appointments'],
    });
    await this.events.record(
      happened.appointmentChanged,
      { roomId: room.id, appointmentId: one.id, what },
      { subjectId: one.id, companyId: actor?.company?.id ?? null, actor },
    );
  }
}

const spanned = ({ startsAt, endsAt }: Span) => ({ startsAt, endsAt, sortsAt: startsAt });
const firstOf = ({ times, minutes }: StoredProposal): Date =>
  spanOf(times[0]?.startsAt ?? new Date().toISOString(), minutes).startsAt;
