import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RecordHead } from '#contracts/verification.js';
import type { Language } from '#contracts/shapes.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { StoredFiles } from '#platform/files/index.js';
import type { ZipPart } from '#platform/zip/index.js';
import { canSeeDeal } from '../room.policy.js';
import { RoomsReader } from '../rooms.reader.js';
import type { ChainLink } from './chain-link.entity.js';
import { evidenceWords, type EvidenceWords } from './evidence-words.js';
import { filePart, sentFiles, withdrawnOf } from './record-files.js';
import { RECORD_FORMAT, RECORD_NAME, recordBytes, sealRecord, type RecordEntry } from './record-file.js';
import { messagesOf } from './record-rows.js';
import { isShownTo, type RecordReaderOf } from './record-visibility.js';
import { readerOf, RecordReader } from './record.reader.js';
import { SealingKeys } from './sealing-keys.js';

/** An entry of a room's record, as somebody may choose it for evidence. */
export interface RecordPiece extends EvidenceWords {
  readonly position: number;
  readonly at: Date;
  readonly hash: string;
}

type Link = Pick<ChainLink, 'position' | 'kind' | 'seq' | 'at' | 'body' | 'hash'>;
const LINK = 'select position, kind, seq, at, body, hash from room_chain where room_id = $1';
/** At most so many entries are looked at for one page of those that a reader may see. */
const WINDOW = 500;

/** Parts of a room's record for those outside the room, as its parties choose them. */
@Injectable()
export class RoomEvidence {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsReader,
    private readonly records: RecordReader,
    private readonly keys: SealingKeys,
    private readonly files: StoredFiles,
  ) {}

  /**
   * What the actor may see of the record and choose, the latest first, before a position; 404 for who is no member of the room, 403
   * for partners. `next`: where the following page begins, null at the end.
   */
  async choices(
    actor: Actor,
    roomId: string,
    { before, limit, language }: { before: number | null; limit: number; language: Language },
  ): Promise<{ head: RecordHead; items: RecordPiece[]; next: number | null }> {
    const reader = await this.readerOf(actor, roomId);
    const head = await this.records.headOf(roomId);
    const links = await this.database.query<Link>(
      `${LINK} and ($2::bigint is null or position < $2) order by position desc limit $3`,
      [roomId, before, WINDOW],
    );
    const seen = links.filter((link) => canChoose(reader, link));
    const items = seen.slice(0, limit);
    // What is left of a full window may hold more, even where nothing of it was shown.
    const last = seen.length > limit ? items.at(-1) : links.length === WINDOW ? links.at(-1) : undefined;
    return { head, items: items.map((link) => pieceOf(link, language)), next: last?.position ?? null };
  }

  /** Of these positions those that `choices` offers the actor. */
  async choosable(actor: Actor, roomId: string, positions: readonly number[]): Promise<number[]> {
    const reader = await this.readerOf(actor, roomId);
    return (await this.links(roomId, positions))
      .filter((link) => canChoose(reader, link))
      .map(({ position }) => position);
  }

  /**
   * The edits and withdrawals of messages at these positions, each with the position of what it belongs to: nobody shows
   * an original, or an earlier edit, without what its sender made of it.
   */
  async revisions(
    roomId: string,
    positions: readonly number[],
  ): Promise<{ position: number; revises: number }[]> {
    await this.records.headOf(roomId);
    return this.database.query(
      `select r.position, c.position revises from room_chain c
       join room_chain r on r.room_id = c.room_id and r.kind = 'message'
         and (r.body ->> 'revises')::bigint = coalesce((c.body ->> 'revises')::bigint, c.seq)
       where c.room_id = $1 and c.kind = 'message' and c.position = any($2) order by r.position`,
      [roomId, positions],
    );
  }

  /** Entries by their positions, in their order, whoever asks. `withBetween`: with what only the parties may read. */
  async pieces(
    roomId: string,
    positions: readonly number[],
    { language, withBetween }: { language: Language; withBetween: boolean },
  ): Promise<RecordPiece[]> {
    const reader = outside(withBetween);
    return (await this.links(roomId, positions))
      .filter((link) => isShownTo(reader, link))
      .map((link) => pieceOf(link, language));
  }

  /**
   * The record with these entries alone, all others held back by their hash, sealed; and the files that were sent with
   * them. `cli verify` checks it like any exported record.
   */
  async *parts(
    roomId: string,
    positions: readonly number[],
    { made, withBetween }: { made: string; withBetween: boolean },
  ): AsyncGenerator<ZipPart> {
    const room = await this.records.room(roomId);
    const all = await this.records.entries(roomId, outside(withBetween));
    const chosen = new Set(positions);
    const entries = all.entries.map((entry) =>
      chosen.has(entry.position) ? entry : heldBack(entry, all.hashes),
    );
    // Also what was taken back by a message that was not chosen; both sides and the panel read the archive.
    const withdrawn = withdrawnOf(messagesOf(all.entries).map(({ body }) => body));
    const sent = messagesOf(entries).map(({ body }) => body);
    const files: { path: string; sha256: string }[] = [];
    for (const file of sentFiles(sent, withdrawn, () => false)) {
      const { name: path, content } = await filePart(this.files, file);
      files.push({ path, sha256: createHash('sha256').update(content).digest('hex') });
      yield { name: path, content };
    }
    await this.keys.all();
    const record = sealRecord(
      {
        ...{ format: RECORD_FORMAT, room, made: { at: new Date().toISOString(), reader: made } },
        ...{ verifyAt: this.records.verifyAt, entries, head: all.head, files },
      },
      this.keys.sealer,
    );
    yield { name: RECORD_NAME, content: recordBytes(record) };
  }

  private async readerOf(actor: Actor, roomId: string): Promise<RecordReaderOf> {
    const seat = await this.rooms.seat(actor, roomId);
    authorize(canSeeDeal(seat.role));
    return readerOf(seat, actor.name);
  }

  private links(roomId: string, positions: readonly number[]): Promise<Link[]> {
    return this.database.query(`${LINK} and position = any($2) order by position`, [roomId, positions]);
  }
}

/** What a dispute's lots leave in the record says nothing of what the dispute is about. */
const isOfLot = ({ body }: Link): boolean => {
  const { key } = (body['data'] ?? {}) as { key?: unknown };
  return typeof key === 'string' && key.startsWith('lot-');
};

/** What somebody may show to others: what they see themselves and what is of use. */
const canChoose = (reader: RecordReaderOf, link: Link): boolean => isShownTo(reader, link) && !isOfLot(link);

/** Who does not sit in the room, and sees what was chosen for them. */
const outside = (withBetween: boolean): RecordReaderOf => ({
  ...{ role: withBetween ? 'platform' : 'coordinator', joinedSeq: 0, name: '' },
});

const pieceOf = ({ position, at, hash, kind, body }: Link, language: Language): RecordPiece => ({
  ...{ position, at, hash },
  ...evidenceWords(kind, body, language),
});

function heldBack(entry: RecordEntry, hashes: ReadonlyMap<number, string>): RecordEntry {
  if ('withheld' in entry) return entry;
  const { position, link } = entry;
  return { position, withheld: true, hash: hashes.get(position) ?? '', link };
}
