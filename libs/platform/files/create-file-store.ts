import type { FileStore } from './file-store.js';
import { LocalFileStore } from './local-file-store.js';
import { S3FileStore } from './s3-file-store.js';
import type { S3Settings } from './s3-file-store.js';

export interface FileSettings {
  folder: string;
  /** Not set: files in the folder. */
  s3?: S3Settings | undefined;
}

export function createFileStore(settings: FileSettings): FileStore {
  return settings.s3 ? new S3FileStore(settings.s3) : new LocalFileStore(settings.folder);
}
