import { Inject, Injectable } from '@nestjs/common';
import type { Side } from '#contracts/parties.js';
import { IdentityReader } from '#identity/index.js';
import { IntroductionsReader } from '#introductions/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { sniffFile, StoredFiles } from '#platform/files/index.js';
import { AppError, found } from '#platform/http/index.js';
import { Live } from '#platform/realtime/index.js';
import { CONFIG } from '#platform/resources.js';
import * as happened from './negotiations.events.js';
import { Offer } from './offer.entity.js';
import { endWithTalks } from './offer.states.js';
import type { Room } from './room.entity.js';
import { canClose, canRemove, canWrite, organisationOf, sideOf } from './room.policy.js';
import { mayGo } from './room.states.js';
import { RoomsReader } from './rooms.reader.js';
import { RoomsRepository } from './rooms.repository.js';
import { Seats } from './seats.js';

/** Another firm of a team, and who answered for it. */
export interface Partner {
  readonly companyId: string;
  readonly answeredBy: string | null;
}

interface Ending {
  readonly reason: string;
  readonly actor: Actor | null;
  readonly side: Side | null;
  readonly key: 'room-closed' | 'team-ended' | 'team-lead-left';
}

type Introduction = NonNullable<Awaited<ReturnType<IntroductionsReader['facts']>>>;

const OWNER = { role: 'owner', companyId: null } as const;
const CANDIDATE = { role: 'candidate', companyId: null } as const;
const COORDINATOR = { role: 'coordinator', companyId: null } as const;

interface Upload {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly body: { readonly clientId: string };
}

@Injectable()
export class RoomsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: RoomsRepository,
    private readonly reader: RoomsReader,
    private readonly people: IdentityReader,
    private readonly introductions: IntroductionsReader,
    private readonly seats: Seats,
    private readonly files: StoredFiles,
    private readonly live: Live,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** Largest upload in bytes. */
  get maxBytes(): number {
    return this.config.files.maxBytes;
  }

  /**
   * Opens the room of an introduction that both sides have consented to: for the owners of both companies, those who
   * answered, and the coordinator. A second time changes nothing.
   */
  async open(introductionId: string): Promise<void> {
    const introduction = found(await this.introductions.facts(introductionId));
    // A team's firms talk together, once all have consented.
    if (introduction.teamId === null) await this.openFor(introduction, []);
  }

  /**
   * The same with the other firms of a team: `introduction` is the lead's. Answers with the new room, locked where the
   * caller has a transaction, or null where there is one already.
   */
  async openFor(introduction: Introduction, partners: readonly Partner[]): Promise<Room | null> {
    return this.database.transaction(async () => {
      const introductionId = introduction.id;
      const [row] = await this.database.query<{ id: string }>(
        `insert into room (introduction_id, subject_kind, subject_id, title, owner_company_id,
           candidate_company_id, body_id, team_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (introduction_id) do nothing returning id`,
        [
          introductionId,
          introduction.subjectKind,
          introduction.subjectId,
          introduction.subjectTitle,
          introduction.ownerCompanyId,
          introduction.candidateCompanyId,
          introduction.bodyId,
          introduction.teamId,
        ],
      );
      const room = row && (await this.rooms.locked(row.id));
      if (!room) return null;
      const { ownerAnsweredBy, candidateAnsweredBy, coordinatorId } = introduction;
      await this.seats.seatCompany(room, OWNER, ownerAnsweredBy);
      await this.seats.seatCompany(room, CANDIDATE, candidateAnsweredBy);
      for (const { companyId, answeredBy } of partners)
        await this.seats.seatCompany(room, { role: 'partner', companyId }, answeredBy);
      const staff = room.bodyId ? await this.people.peopleOfBody(room.bodyId) : [];
      if (staff.some(({ id }) => id === coordinatorId))
        await this.seats.seat(room, coordinatorId ?? '', COORDINATOR);
      await this.rooms.write(room, { kind: 'system', sender: null, data: { key: 'room-opened' } });
      await this.events.record(
        happened.roomOpened,
        { roomId: room.id, introductionId },
        { subjectId: room.id, actor: null },
      );
      return room;
    });
  }

  /** Marks what the actor has read; an earlier number than before changes nothing. */
  async read(actor: Actor, roomId: string, seq: number): Promise<void> {
    const seat = await this.reader.seat(actor, roomId);
    const moved = await this.database.query(
      `update room_member set read_seq = $3 where room_id = $1 and user_id = $2 and read_seq < $3 returning 1`,
      [roomId, actor.userId, Math.min(seq, seat.lastSeq)],
    );
    if (moved.length === 0) return;
    this.database.afterCommit(() => this.live.toRoom(roomId, 'room:changed', { roomId, what: 'read' }));
  }

  /**
   * Stores a file as a message and answers with its number; the same `clientId` again answers with the number it has.
   * Only of those who are no party: what the two companies send stands under the steps of disclosure, as a document.
   * Errors: those of sniffFile, `negotiation/room-closed`, `negotiation/silent`, `negotiation/attach-as-document`.
   */
  async attach(actor: Actor, roomId: string, { fileName, bytes, body }: Upload): Promise<number> {
    const sniffed = await sniffFile(bytes, fileName);
    if (sniffed.error) throw new AppError(sniffed.error);
    return this.database.transaction(async () => {
      const { room, me } = await this.rooms.enter(actor, roomId);
      const known = await this.rooms.numberOf(roomId, body.clientId);
      if (known !== null) return known;
      this.demandOpen(room);
      if (sideOf(me.role) !== null) throw new AppError('negotiation/attach-as-document');
      if (me.role === 'coordinator' && !me.speaks) throw new AppError('negotiation/silent');
      const file = await this.files.save({
        name: fileName,
        bytes,
        mime: sniffed.mime,
        createdBy: actor.userId,
      });
      const entry = { kind: 'file', sender: actor, fileId: file.id, clientId: body.clientId } as const;
      const seq = await this.rooms.write(room, entry);
      await this.events.record(
        happened.messagesPosted,
        { roomId, fromSeq: seq, toSeq: seq },
        about(roomId, actor),
      );
      return seq;
    });
  }

  /** Adds a colleague, who sees what comes from now on; who is there already stays as they are. */
  async addMember(actor: Actor, roomId: string, userId: string): Promise<void> {
    await this.database.transaction(async () => {
      const { room, me } = await this.rooms.enter(actor, roomId);
      this.demandOpen(room);
      const colleague = found((await this.reader.organisation(actor)).find(({ id }) => id === userId));
      const earlier = await this.rooms.member(roomId, userId);
      if (earlier && earlier.leftAt === null) return;
      await this.seats.seat(room, userId, me);
      await this.seats.changeMembers(room, actor, { key: 'member-added', name: colleague.name });
      await this.events.record(happened.memberAdded, { roomId, userId }, about(roomId, actor));
    });
  }

  /** Takes a colleague out, or leaves. Error: `negotiation/last-member` where a company would have nobody left. */
  async removeMember(actor: Actor, roomId: string, userId: string): Promise<void> {
    await this.database.transaction(async () => {
      const { room, me } = await this.rooms.enter(actor, roomId, { whilePaused: true });
      const member = await this.rooms.member(roomId, userId);
      if (!member || member.leftAt !== null) throw new AppError('request/not-found');
      authorize(canRemove(me, member));
      if (me.role !== 'coordinator' && (await this.seats.present(room, me)).length === 1)
        throw new AppError('negotiation/last-member');
      await this.seats.takeOut(room, member, actor);
    });
  }

  /** Ends the talks; an open offer ends with them. */
  async close(actor: Actor, roomId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const { room, me } = await this.rooms.enter(actor, roomId, { whilePaused: true });
      if (room.state === 'closed') throw new AppError('negotiation/room-closed');
      authorize(canClose({ state: 'open' }, me.role));
      if (!mayGo(room.state, 'closed')) throw new AppError('negotiation/illegal-transition');
      await this.end(room, { reason, actor, side: sideOf(me.role), key: 'room-closed' });
    });
  }

  /**
   * Ends an open room's talks, its row locked, in the transaction of the caller; the open offer ends with them. `key`: what
   * the record says.
   */
  async end(room: Room, { reason, actor, side, key }: Ending): Promise<void> {
    const roomId = room.id;
    const offers = this.database.repository(Offer);
    const offer = await offers.findOne({ where: { roomId, state: 'open' } });
    if (offer) {
      const state = endWithTalks(offer, side);
      await offers.update({ id: offer.id }, { state, reason, endedAt: new Date() });
    }
    await this.rooms.setState(room, 'closed', reason);
    await this.rooms.write(room, {
      kind: 'system',
      sender: actor,
      data: { key, reason },
      changed: ['state', 'offers'],
    });
    const { introductionId } = room;
    await this.events.record(happened.roomClosed, { roomId, introductionId, reason }, about(roomId, actor));
  }

  /**
   * Takes a person out of all rooms where they sit for an organisation that they no longer belong to. A company that
   * would have nobody left there is represented by its owners.
   */
  async leaveAll(userId: string, organisationId: string): Promise<void> {
    const rooms = await this.database.query<{ roomId: string }>(
      'select room_id "roomId" from room_member where user_id = $1 and left_at is null order by room_id',
      [userId],
    );
    for (const { roomId } of rooms) {
      await this.database.transaction(async () => {
        const room = found(await this.rooms.locked(roomId));
        const member = await this.rooms.member(roomId, userId);
        if (!member || member.leftAt !== null) return;
        if (organisationOf(member, room) !== organisationId) return;
        await this.seats.takeOut(room, member, null);
        if (member.role !== 'coordinator' && (await this.seats.present(room, member)).length === 0)
          await this.seats.seatCompany(room, member, null);
      });
    }
  }

  private demandOpen(room: Room): void {
    if (!canWrite(room)) throw new AppError('negotiation/room-closed');
  }
}

const about = (roomId: string, actor: Actor | null) => ({
  subjectId: roomId,
  companyId: actor?.company?.id ?? null,
  actor,
});
