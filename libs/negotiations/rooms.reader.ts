import { Inject, Injectable } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import type { negotiationsApi, Room as RoomDto, RoomRole, RoomState } from '#contracts/negotiations.js';
import type { TalksKind } from '#contracts/parties.js';
import type { Page } from '#contracts/shapes.js';
import { IdentityReader } from '#identity/index.js';
import { OrdersReader } from '#orders/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { found } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { MAY_READ, readsBetween } from './attendance/between-parties.js';
import {
  canAddMember,
  canClose,
  canOffer,
  canPause,
  canResume,
  canSeeDeal,
  canWrite,
} from './room.policy.js';
import { NOT_WITHDRAWN, TEXT_NOW } from './revisions.js';
import { ORGANISATION, ORGANISATION_JOINS, SEATED } from './seated.js';

/** A room as one of its members sees it, and their place in it. */
export interface Seat {
  readonly roomId: string;
  readonly introductionId: string;
  readonly subjectKind: TalksKind;
  readonly subjectId: string;
  readonly title: string;
  readonly state: RoomState;
  readonly pausedAt: Date | null;
  readonly pausedBy: string | null;
  readonly pauseReason: string;
  readonly ownerCompanyId: string;
  readonly ownerName: string;
  readonly candidateCompanyId: string;
  readonly candidateName: string;
  readonly bodyId: string | null;
  readonly teamId: string | null;
  readonly agreementId: string | null;
  readonly lastSeq: number;
  readonly version: number;
  readonly createdAt: Date;
  readonly role: RoomRole;
  /** Of a partner. */
  readonly companyId: string | null;
  readonly joinedSeq: number;
  readonly readSeq: number;
}

type RoomCard = OutputOf<typeof negotiationsApi.list>['items'][number];
type CardRow = Omit<RoomCard, 'lastAt'> & { lastAt: Date };

const OWN_SEATS = `from room_member m
  join room r on r.id = m.room_id
  join app_user u on u.id = m.user_id
  join company oc on oc.id = r.owner_company_id
  join company cc on cc.id = r.candidate_company_id
  where m.user_id = $1 and ${SEATED}`;

/** Who sits in a room, as other contexts need it to tell them something. */
export interface RoomAudience {
  readonly title: string;
  readonly kind: TalksKind;
  readonly members: readonly {
    readonly userId: string;
    readonly role: RoomRole;
    /** Of a partner. */
    readonly companyId: string | null;
    readonly readSeq: number;
    /** How many texts and files of others they have not read yet. */
    readonly unread: number;
  }[];
}

/** All but what was said or sent: each question first asks whether the actor is a member. */
@Injectable()
export class RoomsReader {
  constructor(
    private readonly database: Database,
    private readonly people: IdentityReader,
    private readonly orders: OrdersReader,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** The actor's place in a room; 404 for who is no member. */
  async seat(actor: Pick<Actor, 'userId'>, roomId: string): Promise<Seat> {
    const [row] = await this.database.query<Seat>(
      `select r.id "roomId", r.introduction_id "introductionId", r.subject_kind "subjectKind",
         r.subject_id "subjectId", r.title, r.state, r.paused_at "pausedAt",
         (select name from app_user where id = r.paused_by) "pausedBy", r.pause_reason "pauseReason", r.owner_company_id "ownerCompanyId", oc.name "ownerName",
         r.candidate_company_id "candidateCompanyId", cc.name "candidateName", r.body_id "bodyId",
         r.team_id "teamId",
         (select id from agreement where room_id = r.id) "agreementId", r.last_seq "lastSeq", r.version,
         r.created_at "createdAt", m.role, m.company_id "companyId", m.joined_seq "joinedSeq",
         m.read_seq "readSeq"
       ${OWN_SEATS} and r.id = $2`,
      [actor.userId, roomId],
    );
    return found(row);
  }

  /** The actor's place, where offers, prices or the agreement are asked for: not for partners. */
  async dealSeat(actor: Pick<Actor, 'userId'>, roomId: string): Promise<Seat> {
    const seat = await this.seat(actor, roomId);
    authorize(canSeeDeal(seat.role));
    return seat;
  }

  async get(actor: Actor, roomId: string): Promise<RoomDto> {
    const seat = await this.seat(actor, roomId);
    return {
      id: seat.roomId,
      state: seat.state,
      introductionId: seat.introductionId,
      title: seat.title,
      subject: { kind: seat.subjectKind, id: seat.subjectId, revision: await this.currentRevision(seat) },
      owner: { companyId: seat.ownerCompanyId, name: seat.ownerName },
      candidate: { companyId: seat.candidateCompanyId, name: seat.candidateName },
      partners: seat.teamId ? await this.partners(roomId) : [],
      teamId: seat.teamId,
      members: await this.members(roomId),
      viewer: {
        role: seat.role,
        companyId: seat.companyId,
        joinedSeq: seat.joinedSeq,
        readSeq: seat.readSeq,
      },
      lastSeq: seat.lastSeq,
      editMinutes: this.config.negotiations.editMinutes,
      agreementId: canSeeDeal(seat.role) ? seat.agreementId : null,
      paused: seat.pausedAt && {
        by: seat.pausedBy ?? '',
        at: seat.pausedAt.toISOString(),
        reason: seat.pauseReason,
      },
      version: seat.version,
      createdAt: seat.createdAt.toISOString(),
      can: {
        write: canWrite(seat),
        writeBetween: canWrite(seat) && readsBetween(seat.role),
        offer: canOffer(seat, seat.role),
        seeDeal: canSeeDeal(seat.role),
        compare: await this.hasOtherRooms(actor, seat),
        addMember: canAddMember(seat),
        close: canClose(seat, seat.role),
        pause: canPause(seat, seat.role),
        resume: canResume(seat, seat.role),
      },
    };
  }

  /** Whether the orderer's member sits in several rooms of the same order. */
  private async hasOtherRooms(
    actor: Actor,
    { role, subjectKind, subjectId, roomId }: Seat,
  ): Promise<boolean> {
    if (role !== 'owner' || subjectKind !== 'order') return false;
    const others = await this.database.query(
      `select 1 ${OWN_SEATS} and m.role = 'owner' and r.subject_kind = 'order' and r.subject_id = $2 and r.id <> $3 limit 1`,
      [actor.userId, subjectId, roomId],
    );
    return others.length > 0;
  }

  /** Revision of the room's order as it is now; null for a patent. */
  async currentRevision(room: { subjectKind: TalksKind; subjectId: string }): Promise<number | null> {
    return room.subjectKind === 'order' ? this.orders.currentRevision(room.subjectId) : null;
  }

  /** Own rooms, the one with the latest message first. */
  async list(actor: Actor, query: { cursor?: string | undefined; limit: number }): Promise<Page<RoomCard>> {
    const after = decodeCursor(query.cursor);
    const rows = await this.database.query<CardRow>(
      `select r.id, r.state, r.title, r.last_at "lastAt",
         case m.role when 'owner' then cc.name when 'candidate' then oc.name
           else oc.name || ' × ' || cc.name end counterpart,
         coalesce((
           select left(coalesce(nullif(${TEXT_NOW}, ''), f.name), 200)
           from message k left join stored_file f on f.id = k.file_id
           where k.room_id = r.id and k.seq >= m.joined_seq and k.kind in ('text', 'file') and ${NOT_WITHDRAWN} and ${MAY_READ}
           order by k.seq desc limit 1
         ), '') "lastText",
         (select count(*) from message k where k.room_id = r.id and k.seq >= m.joined_seq
            and k.seq > m.read_seq and k.sender_id is distinct from m.user_id and ${MAY_READ}) unread
       ${OWN_SEATS} and ($2::timestamptz is null or (r.last_at, r.id) < ($2, $3::uuid))
       order by r.last_at desc, r.id desc limit $4`,
      [actor.userId, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
    );
    const [counted] = await this.database.query<{ n: number }>(`select count(*) n ${OWN_SEATS}`, [
      actor.userId,
    ]);
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.lastAt.toISOString(), row.id],
      (row) => ({ ...row, lastAt: row.lastAt.toISOString() }),
      counted?.n ?? 0,
    );
  }

  /** The team that a room is of, whoever asks; null for a room of two companies. */
  async teamOf(roomId: string): Promise<string | null> {
    const [room] = await this.database.query<{ teamId: string | null }>(
      'select team_id "teamId" from room where id = $1',
      [roomId],
    );
    return room?.teamId ?? null;
  }

  /** The actor's place in a room; null for who does not sit there. */
  async roleIn(actor: Pick<Actor, 'userId'>, roomId: string): Promise<RoomRole | null> {
    const [seat] = await this.database.query<{ role: RoomRole }>(`select m.role ${OWN_SEATS} and r.id = $2`, [
      actor.userId,
      roomId,
    ]);
    return seat?.role ?? null;
  }

  /** The rooms whose deal the actor may see, with the actor's place. */
  dealRooms(actor: Pick<Actor, 'userId'>): Promise<{ id: string; role: Exclude<RoomRole, 'partner'> }[]> {
    return this.database.query(`select r.id, m.role ${OWN_SEATS} and m.role <> 'partner'`, [actor.userId]);
  }

  /** Everybody who ever sat in a room, and the companies for which they did; whoever asks. */
  async everSeated(roomId: string): Promise<{ userIds: string[]; companyIds: string[] }> {
    const [row] = await this.database.query<{ userIds: string[]; companyIds: string[] }>(
      `select coalesce(array_agg(m.user_id), '{}') "userIds",
         array[r.owner_company_id, r.candidate_company_id]
           || coalesce(array_agg(distinct m.company_id) filter (where m.company_id is not null), '{}') "companyIds"
       from room r left join room_member m on m.room_id = r.id where r.id = $1 group by r.id`,
      [roomId],
    );
    return found(row);
  }

  /** The room that a file was sent into, as a document or with a message, whoever asks; null for every other file. */
  async withFile(fileId: string): Promise<string | null> {
    const [row] = await this.database.query<{ roomId: string }>(
      `select d.room_id "roomId" from room_document_revision v join room_document d on d.id = v.document_id
       where v.file_id = $1 union all select room_id from message where file_id = $1 limit 1`,
      [fileId],
    );
    return row?.roomId ?? null;
  }

  /** Who is in a room now, whoever asks; null where there is none. */
  async audience(roomId: string): Promise<RoomAudience | null> {
    const [room] = await this.database.query<Pick<RoomAudience, 'title' | 'kind'>>(
      'select title, subject_kind kind from room where id = $1',
      [roomId],
    );
    if (!room) return null;
    const members = await this.database.query<RoomAudience['members'][number]>(
      `select m.user_id "userId", m.role, m.company_id "companyId", m.read_seq "readSeq",
         (select count(*) from message k where k.room_id = m.room_id and k.seq >= m.joined_seq
            and k.seq > m.read_seq and k.kind in ('text', 'file') and k.sender_id <> m.user_id and ${MAY_READ}) unread
       from room_member m where m.room_id = $1 and m.left_at is null order by m.joined_at, m.user_id`,
      [roomId],
    );
    return { ...room, members };
  }

  /** People of the actor's own organisation who are not in the room. */
  async colleagues(actor: Actor, roomId: string): Promise<{ id: string; name: string }[]> {
    await this.seat(actor, roomId);
    const present = await this.database.query<{ id: string }>(
      'select user_id id from room_member where room_id = $1 and left_at is null',
      [roomId],
    );
    const people = await this.organisation(actor);
    return people
      .filter((person) => !present.some(({ id }) => id === person.id))
      .map(({ id, name }) => ({ id, name }));
  }

  /** Everybody of the actor's company or support body. */
  async organisation(actor: Actor) {
    if (actor.company) return this.people.peopleOfCompany(actor.company.id);
    return actor.body ? this.people.peopleOfBody(actor.body.id) : [];
  }

  private partners(roomId: string): Promise<RoomDto['partners']> {
    return this.database.query(
      `select c.id "companyId", c.name from company c where c.id in (
         select company_id from room_member where room_id = $1 and role = 'partner' and left_at is null)
       order by c.name, c.id`,
      [roomId],
    );
  }

  private members(roomId: string): Promise<RoomDto['members']> {
    return this.database.query(
      `select m.user_id "userId", u.name, coalesce(${ORGANISATION}, '') organisation, m.role,
         m.company_id "companyId",
         to_char(m.joined_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') "joinedAt",
         to_char(m.left_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') "leftAt", m.speaks, m.read_seq "readSeq"
       from room_member m join room r on r.id = m.room_id join app_user u on u.id = m.user_id
       ${ORGANISATION_JOINS}
       where m.room_id = $1 order by m.joined_at, m.user_id`,
      [roomId],
    );
  }
}
