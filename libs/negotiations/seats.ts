import { Injectable } from '@nestjs/common';
import type { RoomRole } from '#contracts/negotiations.js';
import { IdentityReader } from '#identity/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { Live } from '#platform/realtime/index.js';
import * as happened from './negotiations.events.js';
import { Room, RoomMember } from './room.entity.js';
import { organisationOf } from './room.policy.js';
import { RoomsRepository } from './rooms.repository.js';

/** For whom somebody sits in a room; `companyId`: of a partner. */
export interface Place {
  readonly role: RoomRole;
  readonly companyId: string | null;
}

/** Who sits in a room: taking places and leaving them. All of it belongs into a transaction that holds the room's lock. */
@Injectable()
export class Seats {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: RoomsRepository,
    private readonly people: IdentityReader,
    private readonly live: Live,
  ) {}

  /** The owners of a company, and who answered for it. */
  async seatCompany(room: Room, place: Place, answeredBy: string | null): Promise<void> {
    const people = await this.people.peopleOfCompany(organisationOf(place, room) ?? '');
    for (const { id, role } of people)
      if (role === 'company-owner' || id === answeredBy) await this.seat(room, id, place);
  }

  /** A place from the next message on. */
  async seat(room: Room, userId: string, { role, companyId }: Place): Promise<void> {
    await this.database.query(
      `insert into room_member (room_id, user_id, role, company_id, joined_seq, read_seq)
       values ($1, $2, $3, $4, $5::bigint, $5::bigint - 1)
       on conflict (room_id, user_id) do update set role = excluded.role, company_id = excluded.company_id,
         joined_at = now(), joined_seq = excluded.joined_seq, read_seq = excluded.read_seq,
         speaks = true, left_at = null`,
      [room.id, userId, role, companyId, room.lastSeq + 1],
    );
  }

  async takeOut(room: Room, member: RoomMember, actor: Actor | null): Promise<void> {
    const { userId } = member;
    const person = await this.people.person(userId);
    await this.leave(room, member, actor);
    const key = actor?.userId === userId ? 'member-left' : 'member-removed';
    await this.changeMembers(room, actor, { key, name: person?.name ?? '' });
  }

  /** All people of one of a team's firms, without a line for each. Answers whether there were any. */
  async takeOutPartner(room: Room, companyId: string): Promise<boolean> {
    const members = await this.present(room, { role: 'partner', companyId });
    for (const member of members) await this.leave(room, member, null);
    return members.length > 0;
  }

  async changeMembers(room: Room, sender: Actor | null, data: { key: string; name: string }): Promise<void> {
    await this.rooms.write(room, { kind: 'system', sender, data, changed: ['members'] });
  }

  present(room: Room, { role, companyId }: Place): Promise<RoomMember[]> {
    return this.database
      .repository(RoomMember)
      .createQueryBuilder('m')
      .where('m.room_id = :roomId and m.role = :role and m.left_at is null', { roomId: room.id, role })
      .andWhere('m.company_id is not distinct from :companyId::uuid', { companyId })
      .getMany();
  }

  private async leave(room: Room, { userId }: RoomMember, actor: Actor | null): Promise<void> {
    const roomId = room.id;
    await this.database.repository(RoomMember).update({ roomId, userId }, { leftAt: new Date() });
    await this.events.record(
      happened.memberRemoved,
      { roomId, userId },
      { subjectId: roomId, companyId: actor?.company?.id ?? null, actor },
    );
    // At once where this process reaches the sockets; the event's handler makes sure of it.
    this.database.afterCommit(() => this.live.removeFromRoom(userId, roomId));
  }
}
