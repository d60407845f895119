import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);

export interface ZipPart {
  /** With `/` between folders. */
  readonly name: string;
  readonly content: Buffer;
}

/** General purpose bit 11: names are UTF-8. */
const UTF8 = 0x0800;
const DEFLATED = 8;
/** What a plain archive can count to (APPNOTE 4.4.1.4): beyond it ZIP64 would be needed, which is not written here. */
const MOST_BYTES = 0xffff_ffff;
const MOST_PARTS = 0xffff;

/**
 * A ZIP archive as a stream of bytes, made while its parts come; in memory is only the part that is being packed. Source:
 * PKWARE APPNOTE 4.3. `at`: the time of all parts, in UTC. Throws beyond 4 GB or 65,535 parts.
 */
export async function* writeZip(
  parts: AsyncIterable<ZipPart> | Iterable<ZipPart>,
  at: Date,
): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { name, content } of parts) {
    const packed = await deflate(content);
    const fields = fieldsOf(Buffer.from(name), content, packed.length, at);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, place, Buffer.from(name)]),
    );
    offset += local.length;
    if (offset > MOST_BYTES || directory.length > MOST_PARTS) throw new Error('The archive is too large.');
    yield local;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([entries, end]);
}

/** What local header and directory say of a part alike. */
function fieldsOf(name: Buffer, content: Buffer, packedSize: number, at: Date): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(UTF8, 2);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt16LE((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1), 6);
  const year = Math.max(at.getUTCFullYear() - 1980, 0);
  fields.writeUInt16LE((year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(), 8);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packedSize, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}
