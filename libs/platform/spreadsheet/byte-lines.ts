import { createReadStream } from 'node:fs';
import type { TableFile } from './table.js';

/** So much of a file is looked at to tell its kind and encoding. */
const HEAD_BYTES = 256 * 1024;
/** A longer line is no row of a table; it is reported and passed over, so that memory stays bounded. */
export const MAX_LINE_BYTES = 1024 * 1024;

export interface ByteLine {
  /** From 1. */
  line: number;
  bytes: Buffer;
  tooLong: boolean;
}

export async function* chunksOf(file: TableFile): AsyncGenerator<Buffer> {
  if (Buffer.isBuffer(file.bytes)) yield file.bytes;
  else yield* 'path' in file.bytes ? createReadStream(file.bytes.path) : file.bytes;
}

/** The first part of the file, and the whole of it (head included) to go on with. */
export async function peek(
  file: TableFile,
): Promise<{ head: Buffer; whole: boolean; chunks: AsyncGenerator<Buffer> }> {
  const rest = chunksOf(file);
  const taken: Buffer[] = [];
  let size = 0;
  let whole = false;
  while (size < HEAD_BYTES && !whole) {
    const next = await rest.next();
    whole = next.done === true;
    if (!next.done) {
      taken.push(next.value);
      size += next.value.length;
    }
  }
  async function* chunks(): AsyncGenerator<Buffer> {
    try {
      yield* taken;
      yield* rest;
    } finally {
      await rest.return(undefined);
    }
  }
  const head = Buffer.concat(taken);
  return { head: head.subarray(0, HEAD_BYTES), whole: whole && head.length <= HEAD_BYTES, chunks: chunks() };
}

/**
 * Lines without their line break. Splitting bytes is safe before decoding: neither UTF-8 nor CP932 uses the
 * bytes of LF and CR inside a character. `newline` is 10, or 13 for files of old Macs.
 */
export async function* byteLines(chunks: AsyncIterable<Buffer>, newline: number): AsyncGenerator<ByteLine> {
  let line = 1;
  let parts: Buffer[] = [];
  let size = 0;
  let tooLong = false;
  const keep = (part: Buffer) => {
    const room = MAX_LINE_BYTES - size;
    if (part.length > room) tooLong = true;
    if (room > 0 && part.length > 0) parts.push(part.subarray(0, room));
    size += part.length;
  };
  const finished = (): ByteLine => {
    const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    const done = { line, bytes: bytes.at(-1) === 13 ? bytes.subarray(0, -1) : bytes, tooLong };
    line += 1;
    parts = [];
    size = 0;
    tooLong = false;
    return done;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      keep(chunk.subarray(from, at));
      from = at + 1;
      yield finished();
    }
    keep(chunk.subarray(from));
  }
  if (size > 0) yield finished();
}
