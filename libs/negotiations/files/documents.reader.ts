import { Inject, Injectable } from '@nestjs/common';
import type {
  DocumentRevision,
  FileAccess,
  RoomDocument,
  RoomDocuments,
  ScanState,
} from '#contracts/room-files.js';
import type { TermSheet } from '#contracts/term-sheet.js';
import type { Page } from '#contracts/shapes.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { AppError, found } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { canWrite } from '../room.policy.js';
import { RoomsReader, type Seat } from '../rooms.reader.js';
import { contentRefusal, hiddenBy, isParty, MAX_PAGES_SHOWN, revokeRefusal } from './document.policy.js';
import { NdaReader } from './nda.reader.js';
import { NAMED_BY } from './readable.js';
import type { RoomDocument as Stored, RoomDocumentRevision } from './room-document.entity.js';

type Row = Pick<Stored, 'id' | 'no' | 'side' | 'kind' | 'level' | 'title' | 'createdAt'> &
  Pick<RoomDocumentRevision, 'label' | 'note' | 'sha256' | 'pages' | 'revokedAt' | 'revokeReason'> & {
    readonly revision: number;
    readonly handedIn: Date;
    readonly by: string;
    readonly fileName: string;
    readonly mime: string;
    readonly size: number;
    readonly scan: ScanState;
    readonly namedBy: number[];
  };

/** The documents of rooms, as far as who asks may see them. */
@Injectable()
export class DocumentsReader {
  constructor(
    private readonly database: Database,
    private readonly rooms: RoomsReader,
    private readonly nda: NdaReader,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** For the members of a room; 404 for others. */
  async list(actor: Actor, roomId: string): Promise<RoomDocuments> {
    const seat = await this.rooms.seat(actor, roomId);
    const ndaInForce = await this.nda.inForce(roomId);
    const rows = await this.database.query<Row>(
      `select d.id, d.no, d.side, d.kind, d.level, d.title, d.created_at "createdAt", v.no revision, v.label, v.note,
         v.sha256, v.pages, v.created_at "handedIn", v.revoked_at "revokedAt", v.revoke_reason "revokeReason",
         u.name "by", f.name "fileName", f.mime, f.size, f.scan, ${NAMED_BY} "namedBy"
       from room r join room_document d on d.room_id = r.id
       join room_document_revision v on v.document_id = d.id
       join stored_file f on f.id = v.file_id join app_user u on u.id = v.created_by
       where r.id = $1 order by d.no, v.no desc`,
      [roomId],
    );
    const ids = [...new Set(rows.map(({ id }) => id))];
    return {
      items: ids.map((id) =>
        toDto(
          rows.filter((row) => row.id === id),
          seat,
          ndaInForce,
        ),
      ),
      ndaInForce,
      maxMegabytes: this.config.files.maxBytes / 1_048_576,
      can: { add: canWrite(seat) && isParty(seat.role) },
    };
  }

  async get(actor: Actor, roomId: string, documentId: string): Promise<RoomDocument> {
    return found((await this.list(actor, roomId)).items.find(({ id }) => id === documentId));
  }

  /** Refuses an offer that names a revision which one of the sides may not read: `document/not-for-both`. */
  async demandNameable(roomId: string, terms: Pick<TermSheet, 'lines'>): Promise<void> {
    const named = terms.lines.flatMap(({ document }, line) => (document ? [{ ...document, line }] : []));
    if (named.length === 0) return;
    const ndaInForce = await this.nda.inForce(roomId);
    const rows = await this.database.query<
      Pick<Row, 'id' | 'revision' | 'side' | 'level' | 'revokedAt' | 'scan'>
    >(
      `select d.id, v.no revision, d.side, d.level, v.revoked_at "revokedAt", f.scan
       from room_document d join room_document_revision v on v.document_id = d.id join stored_file f on f.id = v.file_id
       where d.room_id = $1 and d.id = any($2)`,
      [roomId, named.map(({ id }) => id)],
    );
    for (const { id, revision, line } of named) {
      const row = rows.find((one) => one.id === id && one.revision === revision);
      const isForBoth =
        row &&
        row.revokedAt === null &&
        (['owner', 'candidate'] as const).every(
          (side) => contentRefusal(side, row, row, ndaInForce) === null,
        );
      if (!isForBoth)
        throw new AppError(
          'document/not-for-both',
          {},
          { [`lines.${line}.document`]: 'document/not-for-both' },
        );
    }
  }

  /** Who looked at a document of the actor's own side, latest first. Error: `auth/forbidden` for other sides. */
  async accesses(
    actor: Actor,
    roomId: string,
    documentId: string,
    query: { cursor?: string | undefined; limit: number },
  ): Promise<Page<FileAccess>> {
    const document = await this.get(actor, roomId, documentId);
    authorize(document.can.seeAccesses);
    const [before] = decodeCursor(query.cursor) ?? [];
    const rows = await this.database.query<Omit<FileAccess, 'at'> & { at: Date; total: number }>(
      `select a.id, a.revision, u.name, a.organisation, a.role, a.what, a.page, a.at,
         (select count(*) from room_file_access where document_id = $1) total
       from room_file_access a join app_user u on u.id = a.user_id
       where a.document_id = $1 and ($2::bigint is null or a.id < $2) order by a.id desc limit $3`,
      [documentId, typeof before === 'number' ? before : null, query.limit + 1],
    );
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.id],
      ({ total: _, ...row }) => ({ ...row, at: row.at.toISOString() }),
      rows[0]?.total ?? 0,
    );
  }
}

function toDto(rows: readonly Row[], seat: Seat, ndaInForce: boolean): RoomDocument {
  const { id, no, side, kind, level, title, createdAt } = found(rows[0]);
  const hidden = hiddenBy(seat.role, { side, level }, ndaInForce);
  const revisions = rows.map((row) => revisionOf(row, seat, ndaInForce));
  return {
    ...{ id, no, side, kind, level, createdAt: createdAt.toISOString() },
    title: hidden ? null : title,
    hiddenBy: hidden,
    revisions: hidden ? [] : revisions,
    can: {
      revise: canWrite(seat) && seat.role === side,
      revoke:
        seat.role === side &&
        revisions.every(({ revokedAt, can }) => revokedAt !== null || can.revoke) &&
        revisions.some(({ can }) => can.revoke),
      seeAccesses: seat.role === side,
    },
  };
}

function revisionOf(row: Row, { role }: Seat, ndaInForce: boolean): DocumentRevision {
  const refused = contentRefusal(role, row, row, ndaInForce);
  const { label, note, fileName, mime, size, sha256, pages, scan, by, revokeReason, namedBy } = row;
  return {
    ...{
      no: row.revision,
      label,
      note,
      fileName,
      mime,
      size,
      sha256,
      pages: pages && Math.min(pages, MAX_PAGES_SHOWN),
      allPages: pages,
      scan,
      by,
      revokeReason,
      namedBy,
    },
    createdAt: row.handedIn.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    can: {
      view: refused === null && pages !== null,
      download: refused === null,
      revoke: revokeRefusal(role, row, row) === null,
    },
  };
}
