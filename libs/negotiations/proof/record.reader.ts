import { Inject, Injectable } from '@nestjs/common';
import type { RoomRecord } from '#contracts/records.js';
import type { RecordHead } from '#contracts/verification.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { found } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { canSeeDeal } from '../room.policy.js';
import { RoomsReader, type Seat } from '../rooms.reader.js';
import type { ChainLink } from './chain-link.entity.js';
import type { RecordEntry, RecordFile } from './record-file.js';
import { isShownTo, type RecordReaderOf } from './record-visibility.js';
import { RoomChain } from './room-chain.js';
import { SealingKeys } from './sealing-keys.js';

/** What a record is about, whoever reads it. */
export type RecordRoom = RecordFile['room'];

const LINKS = `select position, kind, entry_id "entryId", seq, at, nonce, body, hash, link
  from room_chain where room_id = $1 and position <= $2 order by position`;

/** Records as their readers may see them. */
@Injectable()
export class RecordReader {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsReader,
    private readonly chain: RoomChain,
    private readonly keys: SealingKeys,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** For the members of a room that may see the deal; 404 for others. */
  async get(actor: Actor, roomId: string): Promise<RoomRecord> {
    const seat = await this.rooms.seat(actor, roomId);
    authorize(canSeeDeal(seat.role));
    const { head, links } = await this.links(roomId);
    const reader = readerOf(seat, actor.name);
    const shown = links.filter((link) => isShownTo(reader, link)).length;
    return {
      ...{ head, shown, withheld: links.length - shown, agreementId: seat.agreementId },
      lastAt: links.at(-1)?.at.toISOString() ?? null,
      ...{ fingerprint: this.keys.sealer.fingerprint, verifyAt: this.verifyAt },
    };
  }

  get verifyAt(): string {
    return `${this.config.http.publicUrl}/verify`;
  }

  /** The entries up to the head, those that a reader may not see by their hash alone; `hashes`: of all, by position. */
  async entries(
    roomId: string,
    reader: RecordReaderOf,
  ): Promise<{ head: RecordHead; entries: RecordEntry[]; hashes: Map<number, string> }> {
    const { head, links } = await this.links(roomId);
    return {
      ...{ head, entries: links.map((link) => entryOf(link, reader)) },
      hashes: new Map(links.map(({ position, hash }) => [position, hash])),
    };
  }

  /** The head, brought up to date; whoever asks. */
  headOf(roomId: string): Promise<RecordHead> {
    return this.chain.catchUp(roomId);
  }

  /** 404 where there is no such room. */
  async room(roomId: string): Promise<RecordRoom> {
    const [room] = await this.database.query<RecordRoom>(
      `select r.id, r.title, o.name owner, c.name candidate from room r
       join company o on o.id = r.owner_company_id join company c on c.id = r.candidate_company_id
       where r.id = $1`,
      [roomId],
    );
    return found(room);
  }

  private async links(roomId: string): Promise<{ head: RecordHead; links: ChainLink[] }> {
    const head = await this.chain.catchUp(roomId);
    return { head, links: await this.database.query<ChainLink>(LINKS, [roomId, head.position]) };
  }
}

export const readerOf = ({ role, joinedSeq }: Seat, name: string): RecordReaderOf => ({
  role,
  joinedSeq,
  name,
});

function entryOf(link: ChainLink, reader: RecordReaderOf): RecordEntry {
  const { position, kind, entryId: id, at, nonce, body, hash } = link;
  if (!isShownTo(reader, link)) return { position, withheld: true, hash, link: link.link };
  return { position, kind, id, at: at.toISOString(), nonce, body, link: link.link };
}
