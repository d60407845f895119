import { randomUUID } from 'node:crypto';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { AppError } from '#platform/http/app-error.js';
import { assertFileKey, FileStore } from './file-store.js';
import type { StoredContent } from './file-store.js';

/**
 * Files in a folder. A file is written beside the others under `.incoming`, forced to disk and then renamed, so
 * that a reader, or a start after a crash, sees the old content or the new one and never a part. (What a crash
 * leaves in `.incoming` is never read.)
 */
export class LocalFileStore extends FileStore {
  private readonly folder: string;

  constructor(folder: string) {
    super();
    this.folder = resolve(folder);
  }

  async put(key: string, content: Buffer | Readable): Promise<void> {
    const target = this.pathOf(key);
    const incoming = join(this.folder, '.incoming', randomUUID());
    await mkdir(dirname(incoming), { recursive: true });
    try {
      await writeDurably(incoming, content);
      await mkdir(dirname(target), { recursive: true });
      await rename(incoming, target);
    } catch (error) {
      await rm(incoming, { force: true });
      throw error;
    }
    await syncFolder(dirname(target));
  }

  async get(key: string): Promise<StoredContent> {
    const file = await open(this.pathOf(key), 'r').catch((error: unknown) => {
      throw isMissing(error) ? new AppError('request/not-found') : error;
    });
    const { size } = await file.stat();
    return { stream: file.createReadStream(), size };
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async exists(key: string): Promise<boolean> {
    try {
      await access(this.pathOf(key));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  private pathOf(key: string): string {
    assertFileKey(key);
    return join(this.folder, key);
  }
}

async function writeDurably(path: string, content: Buffer | Readable): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    // On an open file, writeFile goes on where the last one ended.
    for await (const chunk of Buffer.isBuffer(content) ? [content] : content)
      await file.writeFile(chunk as Buffer);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is durable once its folder is on disk. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
