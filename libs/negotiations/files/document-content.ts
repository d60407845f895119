import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { RoomRole } from '#contracts/message.js';
import type { Side } from '#contracts/parties.js';
import type { DocumentLevel, ScanState } from '#contracts/room-files.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { StoredFiles } from '#platform/files/index.js';
import { AppError, found } from '#platform/http/index.js';
import { NdaReader } from './nda.reader.js';
import { ORGANISATION, ORGANISATION_JOINS, SEATED } from '../seated.js';
import { contentRefusal, MAX_PAGES_SHOWN } from './document.policy.js';
import { DocumentPictures } from './document-pictures.js';
import { GuardedStream, RunningDownloads } from './guarded-stream.js';
import { READABLE } from './readable.js';

/** A revision that somebody asks for. */
export interface Asked {
  readonly roomId: string;
  readonly documentId: string;
  readonly revision: number;
}

interface Facts {
  readonly role: RoomRole;
  readonly organisation: string;
  readonly side: Side;
  readonly level: DocumentLevel;
  readonly revokedAt: Date | null;
  readonly scan: ScanState;
  readonly pages: number | null;
  readonly fileId: string;
  readonly fileName: string;
  readonly mime: string;
  readonly size: number;
}

export interface Download {
  readonly name: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
  readonly stream: Readable;
}

/** Member `m` (user $1) of room `r` ($2), its document `d` ($3) and revision `v` ($4) with file `f`. */
const ASKED = `from room_member m
  join room r on r.id = m.room_id
  join app_user u on u.id = m.user_id
  join room_document d on d.room_id = r.id
  join room_document_revision v on v.document_id = d.id
  join stored_file f on f.id = v.file_id
  ${ORGANISATION_JOINS}
  where m.user_id = $1 and r.id = $2 and d.id = $3 and v.no = $4 and ${SEATED}`;

/** The one way to a document's bytes: it asks whether they may go out, notes who gets them, and marks them. */
@Injectable()
export class DocumentContent {
  constructor(
    private readonly database: Database,
    private readonly nda: NdaReader,
    private readonly files: StoredFiles,
    private readonly pictures: DocumentPictures,
    private readonly running: RunningDownloads,
  ) {}

  /** A page as WebP with a watermark, noted. Errors: those of contentRefusal, `document/no-preview`. */
  async page(actor: Actor, asked: Asked, page: number): Promise<Buffer> {
    const facts = await this.facts(actor, asked);
    if (facts.pages === null) throw new AppError('document/no-preview');
    if (page > Math.min(facts.pages, MAX_PAGES_SHOWN)) throw new AppError('request/not-found');
    // Drawing may take a while: what counts is whether it may be seen when it goes out.
    const picture = await this.pictures.page(
      { id: facts.fileId, mime: facts.mime },
      page,
      linesFor(actor, facts, new Date()),
    );
    await this.note(actor, asked, 'view', page);
    return picture;
  }

  /**
   * The file, noted: as it was handed in for its own side, with a watermark for others where its kind can carry one. The
   * stream breaks off, and `cut` is called, where access ends meanwhile. Errors: those of contentRefusal.
   */
  async download(actor: Actor, asked: Asked, cut: () => void): Promise<Download> {
    const facts = await this.facts(actor, asked);
    const original = await this.files.open(facts.fileId);
    const isOwn = facts.role === facts.side;
    const marked = isOwn ? null : await this.markedCopy(actor, facts, original.stream);
    try {
      await this.note(actor, asked, 'download', null);
    } catch (error) {
      original.stream.destroy();
      throw error;
    }
    const content = marked ? marked.bytes : original.stream;
    const guarded = new GuardedStream(content, { mayGoOn: () => this.mayHave(actor, asked), cut });
    this.running.add(guarded);
    return {
      name: marked ? renamed(facts.fileName, facts.mime, marked.mime) : facts.fileName,
      mime: marked?.mime ?? facts.mime,
      size: marked?.bytes.length ?? facts.size,
      stream: guarded.stream,
    };
  }

  /** Whether the bytes may go to the actor now. */
  async mayHave(actor: Pick<Actor, 'userId'>, { roomId, documentId, revision }: Asked): Promise<boolean> {
    const rows = await this.database.query(`select 1 ${ASKED} and ${READABLE}`, [
      actor.userId,
      roomId,
      documentId,
      revision,
    ]);
    return rows.length > 0;
  }

  private async markedCopy(actor: Actor, facts: Facts, stream: Readable) {
    if (!this.pictures.canMark(facts.mime)) return null;
    return this.pictures.copy(facts.mime, await buffer(stream), linesFor(actor, facts, new Date()));
  }

  private async facts(actor: Actor, { roomId, documentId, revision }: Asked): Promise<Facts> {
    const [row] = await this.database.query<Facts>(
      `select m.role, coalesce(${ORGANISATION}, '') organisation, d.side, d.level, v.revoked_at "revokedAt", f.scan,
         v.pages, f.id "fileId", f.name "fileName", f.mime, f.size ${ASKED}`,
      [actor.userId, roomId, documentId, revision],
    );
    const facts = found(row);
    const refused = contentRefusal(facts.role, facts, facts, await this.nda.inForce(roomId));
    if (refused) throw new AppError(refused);
    return facts;
  }

  /** Notes an access in the statement that asks once more whether it may be: what was withdrawn meanwhile stays in. */
  private async note(
    actor: Actor,
    asked: Asked,
    what: 'view' | 'download',
    page: number | null,
  ): Promise<void> {
    const noted = await this.database.query(
      `insert into room_file_access (document_id, revision, user_id, role, organisation, what, page)
       select d.id, v.no, u.id, m.role, coalesce(${ORGANISATION}, ''), $5, $6::int ${ASKED} and ${READABLE} returning 1`,
      [actor.userId, asked.roomId, asked.documentId, asked.revision, what, page],
    );
    if (noted.length === 0) throw new AppError('document/revoked');
  }
}

/** Who sees it and when, in JST to the minute. */
function linesFor(actor: Actor, { organisation }: Facts, at: Date): string[] {
  const time = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' },
  }).format(at);
  return [`${actor.name}　${organisation}`, `${time} JST`];
}

function renamed(name: string, mime: string, copied: string): string {
  return mime === copied ? name : name.replace(/(\.[^.]+)?$/, `.${copied.split('/')[1] ?? ''}`);
}
