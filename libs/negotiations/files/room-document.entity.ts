import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Side } from '#contracts/parties.js';
import type { DocumentKind, DocumentLevel } from '#contracts/room-files.js';

/** 資料: a drawing or another document that one side shows in a room, in revisions. */
@Entity('room_document')
export class RoomDocument {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('uuid', { name: 'room_id' })
  roomId: string;
  /** Counted from 1 within its room. */
  @Column('int')
  no: number;
  /** Whose it is. */
  @Column('text')
  side: Side;
  @Column('text')
  kind: DocumentKind;
  @Column('text')
  level: DocumentLevel;
  @Column('text')
  title: string;
  @Column('uuid', { name: 'created_by' })
  createdBy: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}

/** One state of a document. The database keeps it as it is; its access can be withdrawn from the other side, once. */
@Entity('room_document_revision')
export class RoomDocumentRevision {
  @PrimaryColumn('uuid', { name: 'document_id' })
  documentId: string;
  /** Counted from 1 within its document. */
  @PrimaryColumn('int')
  no: number;
  /** Made by the sender's device: the same one again is the same revision. */
  @Column('uuid', { name: 'client_id' })
  clientId: string;
  /** As the drawing itself calls it: `A`, `R2` … */
  @Column('text', { default: '' })
  label: string;
  @Column('text', { default: '' })
  note: string;
  @Column('uuid', { name: 'file_id' })
  fileId: string;
  /** Over the file's bytes as they were handed in, hex. */
  @Column('text')
  sha256: string;
  /** How many it has; null for kinds that have no preview. */
  @Column('int', { nullable: true })
  pages: number | null;
  @Column('uuid', { name: 'created_by' })
  createdBy: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
  @Column('uuid', { name: 'revoked_by', nullable: true })
  revokedBy: string | null;
  @Column('text', { name: 'revoke_reason', default: '' })
  revokeReason: string;
}

/** Who looked at or fetched what; written before the first byte goes out. */
@Entity('room_file_access')
export class RoomFileAccess {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id: number;
  @Column('uuid', { name: 'document_id' })
  documentId: string;
  @Column('int')
  revision: number;
  @Column('uuid', { name: 'user_id' })
  userId: string;
  @Column('text')
  role: string;
  @Column('text')
  organisation: string;
  @Column('text')
  what: 'view' | 'download';
  @Column('int', { nullable: true })
  page: number | null;
  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
