import { buffer } from 'node:stream/consumers';
import { errors } from '#contracts/errors.js';
import type { StoredFiles } from '#platform/files/index.js';
import { AppError } from '#platform/http/index.js';
import type { ZipPart } from '#platform/zip/index.js';
import type { MessageBody } from './record-rows.js';

/** A file of an archive, by its path in it. */
export interface FilePart {
  readonly path: string;
  readonly fileId: string;
}

/** Numbers of the messages that were taken back. */
export const withdrawnOf = (messages: readonly MessageBody[]): ReadonlySet<number | null> =>
  new Set(messages.filter(({ kind }) => kind === 'withdrawal').map(({ revises }) => revises));

/**
 * The files that were sent with messages and not taken back. `seesWithdrawn`: whether the reader gets what the side of
 * that role took back.
 */
export const sentFiles = (
  messages: readonly MessageBody[],
  withdrawn: ReadonlySet<number | null>,
  seesWithdrawn: (role: string) => boolean,
): FilePart[] =>
  messages.flatMap(({ seq, file, sender }) =>
    file && (!withdrawn.has(seq) || seesWithdrawn(sender?.role ?? ''))
      ? [{ path: `files/${seq}_${safeName(file.name)}`, fileId: file.id }]
      : [],
  );

/** A file's bytes. One that the virus scanner holds back is named in the archive, with why it is not in there. */
export async function filePart(files: StoredFiles, { path, fileId }: FilePart): Promise<ZipPart> {
  try {
    return { name: path, content: await buffer((await files.open(fileId)).stream) };
  } catch (error) {
    const isHeld =
      error instanceof AppError && (error.code === 'file/quarantined' || error.code === 'file/infected');
    if (!isHeld) throw error;
    const [, ja, en] = errors[error.code];
    return { name: `${path}.txt`, content: Buffer.from(`${ja}\n${en}\n`) };
  }
}

/** A name that every file system takes. */
export const safeName = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(-120);
