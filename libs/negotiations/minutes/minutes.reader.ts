import { Injectable } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Minutes, minutesApi, MinutesContent } from '#contracts/minutes.js';
import type { Side } from '#contracts/parties.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { found } from '#platform/http/index.js';
import { sha256Of } from '../agreement-document.js';
import { canSeeDeal, canWrite, sideOf } from '../room.policy.js';
import { RoomsReader } from '../rooms.reader.js';
import { minutesRefusal, minutesSteps, type MinutesStep } from './minutes.states.js';
import type { RoomMinutes } from './room-minutes.entity.js';

type Named = 'written' | 'ownerConfirmed' | 'candidateConfirmed';
type Row = RoomMinutes & Record<`${Named}Name`, string | null> & { amendsNo: number | null };

const MINUTES = `select m.id, m.room_id "roomId", m.no, m.state, m.content, m.version, m.written_at "writtenAt",
    m.owner_confirmed_at "ownerConfirmedAt", m.candidate_confirmed_at "candidateConfirmedAt",
    w.name "writtenName", o.name "ownerConfirmedName", c.name "candidateConfirmedName", a.no "amendsNo"
  from room_minutes m
  join app_user w on w.id = m.written_by
  left join app_user o on o.id = m.owner_confirmed_by left join app_user c on c.id = m.candidate_confirmed_by
  left join room_minutes a on a.id = m.amends_id
  where m.room_id = $1 and m.state <> 'dropped' order by m.no desc`;

/** What both sides confirm of minutes. */
export const minutesHash = (no: number, amendsNo: number | null, content: MinutesContent): string =>
  sha256Of({ no, amendsNo, content });

@Injectable()
export class MinutesReader {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsReader,
  ) {}

  /** For the members of a room; 404 for others. */
  async list(actor: Actor, roomId: string): Promise<OutputOf<typeof minutesApi.list>> {
    const seat = await this.rooms.seat(actor, roomId);
    authorize(canSeeDeal(seat.role));
    const rows = await this.database.query<Row>(MINUTES, [roomId]);
    const side = canWrite(seat) ? sideOf(seat.role) : null;
    return {
      items: rows.map((row) => toDto(row, rows, side)),
      can: { draft: side !== null && !hasDraft(rows) },
    };
  }

  /** For the record: confirmed ones and the draft, the first first, whoever asks. */
  async kept(roomId: string): Promise<Minutes[]> {
    const rows = await this.database.query<Row>(MINUTES, [roomId]);
    return rows.map((row) => toDto(row, rows, null)).reverse();
  }

  async get(actor: Actor, roomId: string, minutesId: string): Promise<Minutes> {
    return found((await this.list(actor, roomId)).items.find(({ id }) => id === minutesId));
  }
}

const hasDraft = (rows: readonly Row[]): boolean => rows.some(({ state }) => state === 'draft');

/** `side`: for whom; null for who may change nothing. */
function toDto(row: Row, all: readonly Row[], side: Side | null): Minutes {
  const done = (by: string | null, at: Date | null) => (at ? { by: by ?? '', at: at.toISOString() } : null);
  const can = Object.fromEntries(
    minutesSteps.map((step) => [step, minutesRefusal(step, side, row, hasDraft(all)) === null]),
  ) as Record<MinutesStep, boolean>;
  const { id, no, state, amendsNo, content, version } = row;
  return {
    ...{ id, no, state, amendsNo, content, version, can },
    amendedByNos: all.filter((one) => one.state === 'confirmed' && one.amendsNo === no).map((one) => one.no),
    sha256: minutesHash(no, amendsNo, content),
    written: { by: row.writtenName ?? '', at: row.writtenAt.toISOString() },
    confirmed: {
      owner: done(row.ownerConfirmedName, row.ownerConfirmedAt),
      candidate: done(row.candidateConfirmedName, row.candidateConfirmedAt),
    },
  };
}
