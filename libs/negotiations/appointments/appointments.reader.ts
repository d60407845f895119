import { Injectable } from '@nestjs/common';
import type {
  Appointment as AppointmentDto,
  AppointmentState,
  appointmentsApi,
} from '#contracts/appointments.js';
import type { OutputOf } from '#contracts/endpoint.js';
import type { RoomRole } from '#contracts/message.js';
import type { RoomState } from '#contracts/negotiations.js';
import type { Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { found } from '#platform/http/index.js';
import { canWrite } from '../room.policy.js';
import { RoomsReader } from '../rooms.reader.js';
import { ORGANISATION, ORGANISATION_JOINS, SEATED } from '../seated.js';
import type { Appointment } from './appointment.entity.js';
import {
  appointmentSteps,
  refusal,
  spanOf,
  type AppointmentStep,
  type StoredProposal,
} from './appointment.states.js';

type Stored = Pick<
  Appointment,
  | 'id'
  | 'roomId'
  | 'title'
  | 'means'
  | 'address'
  | 'note'
  | 'state'
  | 'startsAt'
  | 'endsAt'
  | 'proposal'
  | 'hardEnd'
  | 'sourceId'
  | 'cancelledAt'
  | 'cancelReason'
  | 'sortsAt'
  | 'sequence'
  | 'version'
  | 'createdAt'
  | 'updatedAt'
>;

/** An appointment beside the place of one who may see it. */
export interface AppointmentRow extends Stored {
  readonly roomTitle: string;
  readonly roomState: RoomState;
  readonly pausedAt: Date | null;
  readonly role: RoomRole;
  readonly counterpart: string;
  readonly cancelledBy: string;
}

/** SQL: appointments `a` of rooms `r` where person `$1` sits as member `m`. */
const OWN = `from appointment a
  join room r on r.id = a.room_id
  join room_member m on m.room_id = r.id and m.user_id = $1
  join app_user u on u.id = m.user_id
  join company oc on oc.id = r.owner_company_id
  join company cc on cc.id = r.candidate_company_id
  where ${SEATED}`;
const SELECT = `select a.id, a.room_id "roomId", a.title, a.means, a.address, a.note, a.state, a.starts_at "startsAt",
  a.ends_at "endsAt", a.proposal, a.hard_end "hardEnd", a.source_id "sourceId", a.cancelled_at "cancelledAt",
  a.cancel_reason "cancelReason", a.sorts_at "sortsAt", a.sequence, a.version, a.created_at "createdAt",
  a.updated_at "updatedAt", r.title "roomTitle", r.state "roomState", r.paused_at "pausedAt", m.role,
  case m.role when 'owner' then cc.name when 'candidate' then oc.name else oc.name || ' × ' || cc.name end counterpart,
  coalesce((select name from app_user where id = a.cancelled_by), '') "cancelledBy" ${OWN}`;

/** SQL: whether it is still to come, or still to be agreed. */
const COMING = `(a.state = 'confirmed' and a.ends_at > now() or
  a.state = 'proposed' and (a.proposal->'times'->-1->>'startsAt')::timestamptz > now())`;

type Pages = { cursor?: string | undefined; limit: number };

/** Appointments, each for who sits in its room. */
@Injectable()
export class AppointmentsReader {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsReader,
  ) {}

  /** Of a room, the newest first; 404 for who is no member. */
  async list(actor: Actor, roomId: string, query: Pages): Promise<OutputOf<typeof appointmentsApi.list>> {
    const seat = await this.rooms.seat(actor, roomId);
    const rows = await this.database.query<AppointmentRow>(
      `${SELECT} and a.room_id = $2 and ($3::uuid is null or a.id < $3) order by a.id desc limit $4`,
      [actor.userId, roomId, decodeCursor(query.cursor)?.[0] ?? null, query.limit + 1],
    );
    return {
      ...pageFrom(rows, query.limit, (row) => [row.id], toDto),
      zone: await this.zoneOf(actor.userId),
      zones: await this.zones(roomId),
      can: { propose: canWrite(seat) },
    };
  }

  /** One of a room; 404 for who is no member. */
  async one(actor: Pick<Actor, 'userId'>, roomId: string, id: string): Promise<AppointmentDto> {
    return toDto(await this.row(actor.userId, id, roomId));
  }

  /** One as it is stored, for a person who sits in its room; 404 for others. */
  async row(userId: string, id: string, roomId: string | null = null): Promise<AppointmentRow> {
    const [row] = await this.database.query<AppointmentRow>(
      `${SELECT} and a.id = $2 and ($3::uuid is null or a.room_id = $3)`,
      [userId, id, roomId],
    );
    return found(row);
  }

  /** Over all rooms: what is to come, soonest first, or what is past or off, latest first. */
  async mine(
    actor: Actor,
    { which, cursor, limit }: Pages & { which: 'coming' | 'past' },
  ): Promise<OutputOf<typeof appointmentsApi.mine>> {
    const after = decodeCursor(cursor);
    const [condition, comes, order] =
      which === 'coming' ? [COMING, '>', 'asc'] : [`not ${COMING}`, '<', 'desc'];
    const rows = await this.database.query<AppointmentRow>(
      `${SELECT} and ${condition} and ($2::timestamptz is null or (a.sorts_at, a.id) ${comes} ($2, $3::uuid))
       order by a.sorts_at ${order}, a.id ${order} limit $4`,
      [actor.userId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const page = pageFrom(rows, limit, (row) => [row.sortsAt.toISOString(), row.id], toDto);
    return { ...page, zone: await this.zoneOf(actor.userId) };
  }

  /** A person's confirmed and cancelled ones since a month ago, for their calendar. */
  ofPerson(userId: string): Promise<AppointmentRow[]> {
    return this.database.query<AppointmentRow>(
      `${SELECT} and a.starts_at > now() - interval '30 days' order by a.starts_at, a.id limit 1000`,
      [userId],
    );
  }

  /** A person's confirmed ones that touch a span. */
  async busy(
    actor: Actor,
    { from, until }: { from: string; until: string },
  ): Promise<OutputOf<typeof appointmentsApi.busy>['items']> {
    const rows = await this.database.query<AppointmentRow>(
      `${SELECT} and a.state = 'confirmed' and a.starts_at < $3 and a.ends_at > $2
         and $3::timestamptz - $2::timestamptz <= interval '400 days'
       order by a.starts_at, a.id limit 500`,
      [actor.userId, from, until],
    );
    return rows.map(({ id, roomId, title, startsAt, endsAt }) => ({
      ...{ id, roomId, title },
      startsAt: (startsAt as Date).toISOString(),
      endsAt: (endsAt as Date).toISOString(),
    }));
  }

  async zoneOf(userId: string): Promise<string | null> {
    const [row] = await this.database.query<{ zone: string }>(
      'select zone from member_zone where user_id = $1',
      [userId],
    );
    return row?.zone ?? null;
  }

  private zones(roomId: string): Promise<OutputOf<typeof appointmentsApi.list>['zones']> {
    return this.database.query(
      `select distinct m.role, coalesce(${ORGANISATION}, '') organisation, z.zone
       from room_member m
       join room r on r.id = m.room_id
       join app_user u on u.id = m.user_id
       join member_zone z on z.user_id = m.user_id
       ${ORGANISATION_JOINS}
       where m.room_id = $1 and ${SEATED} order by m.role, z.zone`,
      [roomId],
    );
  }
}

function toDto(row: AppointmentRow): AppointmentDto {
  const now = new Date();
  const open = canWrite({ state: row.roomState, pausedAt: row.pausedAt });
  const may = (step: AppointmentStep) => open && refusal(step, row.role, row, now) === null;
  return {
    ...{ id: row.id, roomId: row.roomId, roomTitle: row.roomTitle, title: row.title, means: row.means },
    ...{ address: row.address, note: row.note, state: row.state satisfies AppointmentState },
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    proposal: row.proposal && toProposal(row.proposal),
    hardEnd: row.hardEnd,
    fixed: row.sourceId !== null,
    cancelled: row.cancelledAt && {
      by: row.cancelledBy,
      at: row.cancelledAt.toISOString(),
      reason: row.cancelReason,
    },
    ...{ sequence: row.sequence, version: row.version, createdAt: row.createdAt.toISOString() },
    can: Object.fromEntries(appointmentSteps.map((step) => [step, may(step)])) as AppointmentDto['can'],
  };
}

const toProposal = ({ byName, times, ...proposal }: StoredProposal): AppointmentDto['proposal'] => ({
  ...{ side: proposal.side, by: byName, at: proposal.at, reason: proposal.reason, minutes: proposal.minutes },
  times: times.map(({ startsAt, accepts }) => ({
    startsAt,
    endsAt: spanOf(startsAt, proposal.minutes).endsAt.toISOString(),
    accepts: [...accepts],
  })),
});
