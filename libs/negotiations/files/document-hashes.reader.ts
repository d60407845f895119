import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';

/** What proves a revision of a room's document, without saying what is in it. */
export interface DocumentHash {
  readonly documentId: string;
  /** Of the document within its room. */
  readonly no: number;
  readonly revision: number;
  readonly fileId: string;
  /** Over the bytes as they were handed in, hex. */
  readonly sha256: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

/** The hashes of a room's documents, for its record: whoever asks has to see to who may. */
@Injectable()
export class DocumentHashesReader {
  constructor(private readonly database: Database) {}

  /** All revisions of a room's documents, in the order in which they were handed in. */
  async ofRoom(roomId: string): Promise<DocumentHash[]> {
    const rows = await this.database.query<
      Omit<DocumentHash, 'createdAt' | 'revokedAt'> & { createdAt: Date; revokedAt: Date | null }
    >(
      `select v.document_id "documentId", d.no, v.no revision, v.file_id "fileId", v.sha256,
         v.created_at "createdAt", v.revoked_at "revokedAt"
       from room_document_revision v join room_document d on d.id = v.document_id
       where d.room_id = $1 order by v.created_at, d.no, v.no`,
      [roomId],
    );
    return rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      revokedAt: row.revokedAt?.toISOString() ?? null,
    }));
  }
}
