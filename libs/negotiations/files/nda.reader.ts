import { Injectable } from '@nestjs/common';
import type { Side } from '#contracts/parties.js';
import type { NdaDocument, RoomNda } from '#contracts/room-files.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { sha256Of } from '../agreement-document.js';
import { canWrite } from '../room.policy.js';
import { RoomsReader, type Seat } from '../rooms.reader.js';
import { isParty } from './document.policy.js';
import { ndaDocumentOf } from './nda-document.js';

interface Acceptance {
  readonly side: Side;
  readonly by: string;
  readonly at: Date;
}

/** The confidentiality terms of rooms. */
@Injectable()
export class NdaReader {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsReader,
  ) {}

  /** For the members of a room; 404 for others. */
  async get(actor: Pick<Actor, 'userId'>, roomId: string): Promise<RoomNda> {
    const seat = await this.rooms.seat(actor, roomId);
    const { document, sha256 } = await this.terms(seat);
    const acceptances = await this.acceptances(roomId);
    const accepted = acceptances.some(({ side }) => side === seat.role);
    return {
      document,
      sha256,
      acceptances: acceptances.map(({ side, by, at }) => ({
        ...{ side, by, organisation: document.parties[side], at: at.toISOString() },
      })),
      inForceSince: (acceptances.length === 2 && acceptances.at(-1)?.at.toISOString()) || null,
      can: { accept: isParty(seat.role) && !accepted && canWrite(seat) },
    };
  }

  /** What the sides accept: once one has, that; before, the latest template with the names of today. */
  async terms(
    room: Pick<Seat, 'roomId' | 'title' | 'ownerName' | 'candidateName'>,
  ): Promise<{ document: NdaDocument; sha256: string; isKept: boolean }> {
    const [kept] = await this.database.query<{ document: NdaDocument; sha256: string }>(
      'select document, sha256 from room_nda where room_id = $1',
      [room.roomId],
    );
    if (kept) return { ...kept, isKept: true };
    const document = ndaDocumentOf(room);
    return { document, sha256: sha256Of(document), isKept: false };
  }

  /** Whether both sides have accepted the same terms. */
  async inForce(roomId: string): Promise<boolean> {
    return (await this.acceptances(roomId)).length === 2;
  }

  private acceptances(roomId: string): Promise<Acceptance[]> {
    return this.database.query(
      `select a.side, u.name "by", a.accepted_at at from room_nda n
       join room_nda_acceptance a on a.room_id = n.room_id and a.sha256 = n.sha256
       join app_user u on u.id = a.user_id where n.room_id = $1 order by a.accepted_at, a.side`,
      [roomId],
    );
  }
}
