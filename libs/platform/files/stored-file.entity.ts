import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScanState } from '#contracts/room-files.js';

/** A file that somebody uploaded or the system made; its bytes are in the file store under its id. */
@Entity('stored_file')
export class StoredFile {
  @PrimaryColumn({ type: 'uuid', default: () => 'uuidv7()' })
  id: string;
  @Column('text')
  name: string;
  @Column('text')
  mime: string;
  /** Bytes. */
  @Column('bigint')
  size: number;
  @Column('text')
  sha256: string;
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
  /** What the virus scanner says; `none` where none was set up when it came. */
  @Column('text', { default: 'none' })
  scan: ScanState;
}
