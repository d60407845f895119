import { Inject, Injectable } from '@nestjs/common';
import type { Side } from '#contracts/parties.js';
import type { DocumentKind, DocumentLevel } from '#contracts/room-files.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { sniffFile, StoredFiles } from '#platform/files/index.js';
import { AppError, found } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { documentAdded, documentRevoked } from '../negotiations.events.js';
import type { Room } from '../room.entity.js';
import { canWrite } from '../room.policy.js';
import { RoomsRepository } from '../rooms.repository.js';
import { DocumentPictures } from './document-pictures.js';
import { isParty, revokeRefusal } from './document.policy.js';
import { RunningDownloads } from './guarded-stream.js';
import { NAMED_BY } from './readable.js';
import { RoomDocument, RoomDocumentRevision } from './room-document.entity.js';

interface Upload<Body> {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly body: Body;
}
interface HandedIn {
  readonly clientId: string;
  readonly label: string;
  readonly note: string;
}
interface NewDocument extends HandedIn {
  readonly title: string;
  readonly kind: DocumentKind;
  readonly level: DocumentLevel;
}
interface Checked extends Upload<HandedIn> {
  readonly mime: string;
  readonly pages: number | null;
}

/**
 * Documents, their revisions and their withdrawal. Each step leaves an entry in the room's record that says the number of
 * the document and never its title: everybody in the room reads it.
 */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: RoomsRepository,
    private readonly files: StoredFiles,
    private readonly pictures: DocumentPictures,
    private readonly running: RunningDownloads,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** Largest upload in bytes. */
  get maxBytes(): number {
    return this.config.files.maxBytes;
  }

  /**
   * A new document of the actor's company; answers with its id, also for a `clientId` that is known already. Errors:
   * those of sniffFile, `file/broken`, `file/pdf-locked`, `file/image-too-large`, `negotiation/room-closed`.
   */
  async add(actor: Actor, roomId: string, upload: Upload<NewDocument>): Promise<string> {
    const checked = await this.checked(upload);
    return this.database.transaction(async () => {
      const { room, side } = await this.enter(actor, roomId);
      const [known] = await this.database.query<{ id: string }>(
        `select d.id from room_document d join room_document_revision v on v.document_id = d.id and v.no = 1
         where d.room_id = $1 and v.client_id = $2`,
        [roomId, upload.body.clientId],
      );
      if (known) return known.id;
      const documents = this.database.repository(RoomDocument);
      const { title, kind, level } = upload.body;
      const document = documents.create({
        ...{ roomId, side, kind, level, createdBy: actor.userId },
        no: (await documents.countBy({ roomId })) + 1,
        title: (title || upload.fileName.replace(/\.[^.]+$/, '')).normalize('NFC').slice(0, 200),
      });
      await documents.insert(document);
      await this.insert(room, document, 1, checked, actor);
      return document.id;
    });
  }

  /** A new revision of an own document. Errors: those of `add`. */
  async revise(actor: Actor, roomId: string, documentId: string, upload: Upload<HandedIn>): Promise<void> {
    const checked = await this.checked(upload);
    await this.database.transaction(async () => {
      const { room, side } = await this.enter(actor, roomId);
      const document = await this.document(roomId, documentId);
      authorize(document.side === side);
      const revisions = this.database.repository(RoomDocumentRevision);
      if (await revisions.existsBy({ documentId, clientId: upload.body.clientId })) return;
      await this.insert(room, document, (await revisions.countBy({ documentId })) + 1, checked, actor);
    });
  }

  /**
   * Withdraws a revision (null: each one) of an own document from everybody else; what is just being fetched breaks off.
   * Errors: `document/named-by-offer`, `document/revoked`.
   */
  async revoke(
    actor: Actor,
    roomId: string,
    documentId: string,
    { revision, reason }: { revision: number | null; reason: string },
  ): Promise<void> {
    await this.database.transaction(async () => {
      // Whatever is being paused, nobody has to leave open what they want to take back.
      const { room, me } = await this.rooms.enter(actor, roomId, { whilePaused: true });
      const document = await this.document(roomId, documentId);
      const rows = await this.database.query<{ no: number; revokedAt: Date | null; namedBy: number[] }>(
        `select v.no, v.revoked_at "revokedAt", ${NAMED_BY} "namedBy"
         from room r join room_document d on d.room_id = r.id join room_document_revision v on v.document_id = d.id
         where d.id = $1 and ($2::int is null or v.no = $2) order by v.no`,
        [documentId, revision],
      );
      const meant = revision === null ? rows.filter(({ revokedAt }) => revokedAt === null) : rows;
      if (meant.length === 0)
        throw new AppError(revision === null ? 'document/revoked' : 'request/not-found');
      for (const row of meant) {
        const refused = revokeRefusal(me.role, document, row);
        if (refused) throw new AppError(refused, { offers: row.namedBy.join(', ') });
      }
      await this.database.query(
        `update room_document_revision set revoked_at = now(), revoked_by = $3, revoke_reason = $4
         where document_id = $1 and no = any($2) and revoked_at is null`,
        [documentId, meant.map(({ no }) => no), actor.userId, reason],
      );
      const data = { key: 'document-revoked', documentId, no: document.no, revision };
      await this.rooms.write(room, { kind: 'system', sender: actor, data, changed: ['files'] });
      const { no, side } = document;
      await this.events.record(
        documentRevoked,
        { roomId, documentId, no, revision, side },
        { subjectId: documentId, companyId: actor.company?.id ?? null, actor },
      );
      this.database.afterCommit(() => this.running.recheckAll());
    });
  }

  /** Notes in the room's record, once, that a file has a virus: by numbers, since a step may protect its name. */
  async noteInfected(fileId: string): Promise<void> {
    await this.database.transaction(async () => {
      const [row] = await this.database.query<{ roomId: string; data: Record<string, unknown> }>(
        `select d.room_id "roomId", jsonb_build_object('key', 'document-infected', 'documentId', d.id, 'no', d.no,
           'revision', v.no) data
         from room_document_revision v join room_document d on d.id = v.document_id where v.file_id = $1
         union all select room_id, jsonb_build_object('key', 'attachment-infected', 'seq', seq) from message
         where file_id = $1 limit 1`,
        [fileId],
      );
      const room = row && (await this.rooms.locked(row.roomId));
      if (!room) return;
      const { data } = row;
      const [noted] = await this.database.query(
        'select 1 from message where room_id = $1 and data @> $2 limit 1',
        [room.id, JSON.stringify(data)],
      );
      if (noted) return;
      await this.rooms.write(room, { kind: 'system', sender: null, data, changed: ['files'] });
    });
  }

  private async checked(upload: Upload<HandedIn>): Promise<Checked> {
    const sniffed = await sniffFile(upload.bytes, upload.fileName);
    if (sniffed.error) throw new AppError(sniffed.error);
    const { mime } = sniffed;
    return { ...upload, mime, pages: await this.pictures.pagesOf(mime, upload.bytes) };
  }

  private async enter(actor: Actor, roomId: string): Promise<{ room: Room; side: Side }> {
    const { room, me } = await this.rooms.enter(actor, roomId);
    authorize(isParty(me.role));
    if (!canWrite(room)) throw new AppError('negotiation/room-closed');
    return { room, side: me.role as Side };
  }

  private async document(roomId: string, id: string): Promise<RoomDocument> {
    return found(await this.database.repository(RoomDocument).findOne({ where: { id, roomId } }));
  }

  private async insert(
    room: Room,
    document: RoomDocument,
    no: number,
    { fileName, bytes, mime, pages, body }: Checked,
    actor: Actor,
  ): Promise<void> {
    const file = await this.files.save({ name: fileName, bytes, mime, createdBy: actor.userId });
    const { clientId, label, note } = body;
    await this.database.query(
      `insert into room_document_revision (document_id, no, client_id, label, note, file_id, sha256, pages, created_by)
       select $1, $2, $3, $4, $5, f.id, f.sha256, $7, $8 from stored_file f where f.id = $6`,
      [document.id, no, clientId, label, note, file.id, pages, actor.userId],
    );
    const key = no === 1 ? 'document-added' : 'document-revised';
    const data = { key, documentId: document.id, no: document.no, revision: no };
    await this.rooms.write(room, { kind: 'system', sender: actor, data, changed: ['files'] });
    await this.events.record(
      documentAdded,
      {
        roomId: room.id,
        documentId: document.id,
        no: document.no,
        revision: no,
        side: document.side,
        level: document.level,
      },
      { subjectId: document.id, companyId: actor.company?.id ?? null, actor },
    );
  }
}
