import { createHash } from 'node:crypto';
import { hashOfEntry, headBefore, linkAfter, type ChainEntry } from '#negotiations/proof/record-chain.js';
import { RECORD_FORMAT, sealRecord, type RecordFile } from '#negotiations/proof/record-file.js';
import { sealerOf } from '#negotiations/proof/sealing.js';

export const someSealer = sealerOf(createHash('sha256').update('a secret of the tests').digest());

const ROOM = '01920000-0000-7000-8000-00000000000a';

/** A sealed record with these texts as its messages; those at the positions `withheld` are held back. */
export function aRecord(texts: readonly string[], withheld: readonly number[] = []): RecordFile {
  let { link } = headBefore(ROOM);
  const entries = texts.map((text, i): RecordFile['entries'][number] => {
    const entry: ChainEntry = {
      ...{ position: i + 1, kind: 'message', id: String(i + 1), at: '2026-04-01T00:00:00.000Z' },
      ...{ nonce: String(i).padStart(32, '0'), body: { seq: i + 1, text } },
    };
    const hash = hashOfEntry(entry);
    link = linkAfter(link, hash);
    if (withheld.includes(entry.position)) return { position: entry.position, withheld: true, hash, link };
    return { ...entry, link };
  });
  return sealRecord(
    {
      format: RECORD_FORMAT,
      room: { id: ROOM, title: '軸受けの試作', owner: '架空重機', candidate: '架空製作所' },
      made: { at: '2026-04-02T00:00:00.000Z', reader: '発注 花子' },
      verifyAt: 'http://localhost:3000/verify',
      entries,
      head: { position: texts.length, link },
      files: [],
    },
    someSealer,
  );
}
