import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

export interface ZipEntry {
  name: string;
  /** 0 = stored, 8 = deflated. */
  method: number;
  /** Bytes in the archive. The unpacked size that an archive tells may be false, and is not read. */
  packedSize: number;
  /** Where its local header starts. */
  offset: number;
}

export class ZipError extends Error {
  constructor(
    readonly reason: 'damaged' | 'too-large',
    cause?: unknown,
  ) {
    super(`The ZIP archive is ${reason}.`, { cause });
  }
}

/**
 * The directory of a ZIP archive, which Office files are. Source: PKWARE APPNOTE 4.3.12 and 4.3.16. Without ZIP64
 * (archives over 4 GB).
 * @throws ZipError
 */
export function zipEntries(bytes: Buffer): ZipEntry[] {
  try {
    const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    const count = bytes.readUInt16LE(end + 10);
    const entries: ZipEntry[] = [];
    let at = bytes.readUInt32LE(end + 16);
    for (let i = 0; i < count; i += 1) {
      if (bytes.readUInt32BE(at) !== 0x504b0102) throw new Error('no directory entry');
      const nameLength = bytes.readUInt16LE(at + 28);
      entries.push({
        name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
        method: bytes.readUInt16LE(at + 10),
        packedSize: bytes.readUInt32LE(at + 20),
        offset: bytes.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    return entries;
  } catch (cause) {
    throw new ZipError('damaged', cause);
  }
}

/**
 * The unpacked content of one entry, at most `limit` bytes: unpacking stops there, so that a small archive cannot
 * fill the memory.
 * @throws ZipError
 */
export async function readEntry(bytes: Buffer, entry: ZipEntry, limit: number): Promise<Buffer> {
  try {
    const header = entry.offset;
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const packed = bytes.subarray(start, start + entry.packedSize);
    if (entry.method === 8) return await inflate(packed, { maxOutputLength: Math.max(limit, 1) });
    if (entry.method !== 0) throw new Error(`packing method ${entry.method}`);
    if (packed.length > limit) throw new ZipError('too-large');
    return packed;
  } catch (cause) {
    if (cause instanceof ZipError) throw cause;
    const tooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipError(tooLarge ? 'too-large' : 'damaged', cause);
  }
}
