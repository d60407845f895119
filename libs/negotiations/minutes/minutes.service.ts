import { Injectable } from '@nestjs/common';
import type { MinutesContent } from '#contracts/minutes.js';
import type { Side } from '#contracts/parties.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, found, StaleError } from '#platform/http/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { readsBetween } from '../attendance/between-parties.js';
import { minutesChanged } from '../negotiations.events.js';
import { canWrite, sideOf } from '../room.policy.js';
import type { Room } from '../room.entity.js';
import { RoomsReader } from '../rooms.reader.js';
import { RoomsRepository } from '../rooms.repository.js';
import { DecisionsReader } from './decisions.reader.js';
import { draftDecisions } from './draft-decisions.js';
import { MinutesReader } from './minutes.reader.js';
import { minutesRefusal, type MinutesStep } from './minutes.states.js';
import { RoomMinutes } from './room-minutes.entity.js';

interface Step {
  readonly room: Room;
  readonly side: Side;
  readonly minutes: RoomMinutes;
}

/** Minutes of a room, from a draft to both sides' confirmation, and the marks that a draft is made from. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: RoomsRepository,
    private readonly roomsReader: RoomsReader,
    private readonly reader: MinutesReader,
    private readonly decisions: DecisionsReader,
  ) {}

  /**
   * Marks an entry as decided, or takes the mark off. Answers with the new entry's number; what is so already, and the
   * same `clientId` again, with the number of the entry that said it. Errors: `message/withdrawn`, `request/not-found`.
   */
  async mark(
    actor: Actor,
    roomId: string,
    seq: number,
    { clientId, decided }: { clientId: string; decided: boolean },
  ): Promise<number> {
    return this.database.transaction(async () => {
      const { room, me } = await this.rooms.enter(actor, roomId);
      const known = await this.rooms.numberOf(roomId, clientId);
      if (known !== null) return known;
      if (!canWrite(room)) throw new AppError('negotiation/room-closed');
      const entry = seq < me.joinedSeq ? null : await this.decisions.entry(roomId, seq);
      const { kind, withdrawn, between, marked } = found(entry);
      if (!['text', 'file'].includes(kind) || (between && !readsBetween(me.role)))
        throw new AppError('request/not-found');
      if (withdrawn) throw new AppError('message/withdrawn');
      if (marked === decided) return seq;
      const key = decided ? 'decision-marked' : 'decision-unmarked';
      return this.rooms.write(room, {
        ...{ kind: 'system', sender: actor, clientId },
        data: { key, seq, ...(between && { between: true }) },
      });
    });
  }

  /** A draft. Answers with its id. Errors: `minutes/being-drafted`, `negotiation/room-closed`. */
  async draft(actor: Actor, roomId: string, amends: string | null): Promise<string> {
    return this.database.transaction(async () => {
      const { room } = await this.enter(actor, roomId);
      const all = this.database.repository(RoomMinutes);
      if (await all.findOne({ where: { roomId, state: 'draft' } }))
        throw new AppError('minutes/being-drafted');
      const old = amends === null ? null : found(await all.findOne({ where: { id: amends, roomId } }));
      if (old && old.state !== 'confirmed') throw new AppError('negotiation/illegal-transition');
      const minutes = all.create({
        ...{ roomId, no: (await all.countBy({ roomId })) + 1, amendsId: amends, version: 1, state: 'draft' },
        content: old ? old.content : await this.firstContent(actor, room),
        coversSeq: old ? old.coversSeq : room.lastSeq,
        ...{ writtenBy: actor.userId, writtenAt: new Date() },
      });
      await all.insert(minutes);
      await this.tell(room, minutes, actor, 'minutes-drafted');
      return minutes.id;
    });
  }

  /** A new version over the one that was read; confirmations of the earlier one fall. */
  async edit(
    actor: Actor,
    roomId: string,
    id: string,
    version: number,
    content: MinutesContent,
  ): Promise<void> {
    await this.step('edit', actor, roomId, id, version, async ({ minutes }) => {
      Object.assign(minutes, {
        content,
        version: version + 1,
        writtenBy: actor.userId,
        writtenAt: new Date(),
      });
      Object.assign(minutes, { ownerConfirmedBy: null, ownerConfirmedAt: null });
      Object.assign(minutes, { candidateConfirmedBy: null, candidateConfirmedAt: null });
      await this.save(minutes, actor);
    });
  }

  /** Confirms the version that was read, for the actor's side. */
  async confirm(actor: Actor, roomId: string, id: string, version: number): Promise<void> {
    await this.step('confirm', actor, roomId, id, version, async ({ room, side, minutes }) => {
      Object.assign(minutes, { [`${side}ConfirmedBy`]: actor.userId, [`${side}ConfirmedAt`]: new Date() });
      const both = minutes.ownerConfirmedAt !== null && minutes.candidateConfirmedAt !== null;
      minutes.version += 1;
      if (both) minutes.state = 'confirmed';
      await this.save(minutes, actor, side);
      await this.tell(room, minutes, actor, both ? 'minutes-confirmed' : 'minutes-agreed');
    });
  }

  /** Takes a draft away; its number is not used again. */
  async drop(actor: Actor, roomId: string, id: string): Promise<void> {
    await this.step('drop', actor, roomId, id, null, async ({ room, minutes }) => {
      minutes.state = 'dropped';
      await this.save(minutes, actor);
      await this.tell(room, minutes, actor, 'minutes-dropped');
    });
  }

  private async firstContent(actor: Actor, room: Room): Promise<MinutesContent> {
    const [last] = await this.database.query<{ seq: number }>(
      `select coalesce(max(covers_seq), 0) seq from room_minutes where room_id = $1 and state = 'confirmed'`,
      [room.id],
    );
    const { members } = await this.roomsReader.get(actor, room.id);
    const present = members.filter(({ leftAt }) => leftAt === null);
    return {
      ...{ title: room.title.slice(0, 200), heldOn: todayInJapan(), place: '', notes: '' },
      attendees: present
        .map(({ name, organisation }) => `${organisation} ${name}`)
        .join('\n')
        .slice(0, 2_000),
      decisions: draftDecisions(await this.decisions.since(room.id, last?.seq ?? 0), actor.language),
    };
  }

  /** `version` null: whichever is there. */
  private async step(
    step: MinutesStep,
    actor: Actor,
    roomId: string,
    id: string,
    version: number | null,
    work: (given: Step) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const { room, side } = await this.enter(actor, roomId);
      const minutes = found(await this.database.repository(RoomMinutes).findOne({ where: { id, roomId } }));
      const refused = minutesRefusal(step, side, minutes);
      if (refused) throw new AppError(refused);
      if (version !== null && minutes.version !== version)
        throw new StaleError(await this.reader.get(actor, roomId, id));
      await work({ room, side, minutes });
    });
  }

  private async enter(actor: Actor, roomId: string): Promise<{ room: Room; side: Side }> {
    const { room, me } = await this.rooms.enter(actor, roomId);
    const side = sideOf(me.role);
    authorize(side !== null);
    if (side === null || !canWrite(room)) throw new AppError('negotiation/room-closed');
    return { room, side };
  }

  private async save(minutes: RoomMinutes, actor: Actor, confirmedBy: Side | null = null): Promise<void> {
    await this.database.repository(RoomMinutes).save(minutes);
    await this.events.record(
      minutesChanged,
      { roomId: minutes.roomId, minutesId: minutes.id, state: minutes.state, confirmedBy },
      { subjectId: minutes.id, companyId: actor.company?.id ?? null, actor },
    );
  }

  private async tell(room: Room, { id, no }: RoomMinutes, actor: Actor, key: string): Promise<void> {
    await this.rooms.write(room, {
      ...{ kind: 'system', sender: actor, changed: ['record'] },
      data: { key, no, minutesId: id },
    });
  }
}
