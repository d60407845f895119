import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FileInfo } from '#contracts/shapes.js';
import { Database } from '../database/database.js';
import { AppError, found } from '../http/app-error.js';
import { FileStore } from './file-store.js';
import { StoredFile } from './stored-file.entity.js';

export interface NewFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly mime: string;
  readonly createdBy: string | null;
  /** False for what never goes out as it came in: pictures drawn anew, tables that are only read. It is not scanned. */
  readonly handedOut?: boolean;
}

export interface OpenFile {
  readonly info: FileInfo;
  readonly sha256: string;
  readonly stream: Readable;
}

/**
 * Files with their names: the row says what a file is, the store has its bytes. Who may read one is decided by the
 * context that it belongs to.
 */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
    /** Whether a virus scanner is set up; then a file waits for its verdict. */
    private readonly isScanned: boolean,
  ) {}

  /**
   * Bytes first, then the row in the caller's transaction: a row never lacks its bytes. Bytes without a row, left by a
   * failed transaction, are invisible.
   */
  async save({ name, bytes, mime, createdBy, handedOut = true }: NewFile): Promise<FileInfo> {
    const id = randomUUID();
    await this.store.put(id, bytes, { mime });
    const row = this.database.repository(StoredFile).create({
      id,
      name: name
        .normalize('NFC')
        .replace(/[\p{Cc}/\\]/gu, '_')
        .slice(-200),
      mime,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      createdBy,
      createdAt: new Date(),
      scan: this.isScanned && handedOut ? 'waiting' : 'none',
    });
    await this.database.repository(StoredFile).insert(row);
    return toInfo(row);
  }

  /** The file and its bytes; 404 where there is none. Errors: `file/quarantined` before the scan, `file/infected`. */
  async open(id: string): Promise<OpenFile> {
    const row = found(await this.database.repository(StoredFile).findOne({ where: { id } }));
    if (row.scan === 'waiting') throw new AppError('file/quarantined');
    if (row.scan === 'infected') throw new AppError('file/infected');
    const { stream } = await this.store.get(id);
    return { info: toInfo(row), sha256: row.sha256, stream };
  }

  /** By id; missing ones are left out. */
  async infos(ids: readonly string[]): Promise<Map<string, FileInfo>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.query<StoredFile>(
      `select id, name, mime, size, sha256, created_by "createdBy", created_at "createdAt"
       from stored_file where id = any($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, toInfo(row)]));
  }
}

const toInfo = (row: StoredFile): FileInfo => ({
  id: row.id,
  name: row.name,
  mime: row.mime,
  size: row.size,
  createdAt: row.createdAt.toISOString(),
});
