import type { Readable } from 'node:stream';

export interface FileMeta {
  /** Content type, kept where the store can keep it (S3); the database is what the application asks. */
  mime: string;
}

export interface StoredContent {
  stream: Readable;
  /** Bytes. */
  size: number;
}

/**
 * Where uploaded and generated files are. A key is one or more names of letters, digits, `.`, `_` and `-`, joined
 * by `/`; no key may be a folder of another one. Any other key is a programming error and throws.
 */
export abstract class FileStore {
  /** Stores all of the content or nothing, in place of what was there. Returns once it is durable. */
  abstract put(key: string, content: Buffer | Readable, meta: FileMeta): Promise<void>;
  /** @throws AppError `request/not-found` */
  abstract get(key: string): Promise<StoredContent>;
  /** A missing file is no error. */
  abstract delete(key: string): Promise<void>;
  abstract exists(key: string): Promise<boolean>;
}

const KEY = /^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)*$/;
const MAX_KEY_LENGTH = 512;

/** No part may start with a dot, so that no key leads out of the store or to a hidden file. */
export function assertFileKey(key: string): void {
  if (key.length > MAX_KEY_LENGTH || !KEY.test(key))
    throw new TypeError(`Not a file key: ${JSON.stringify(key)}`);
}
