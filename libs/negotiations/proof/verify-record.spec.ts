import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aRecord, someSealer } from '../../../test/support/records.js';
import { hashOfEntry, headBefore, linkAfter, type ChainEntry } from './record-chain.js';
import { readRecord, recordBytes, sealRecord, type RecordFile } from './record-file.js';
import { sealerOf } from './sealing.js';
import { verifyBytes } from './verify.js';
import { recordFindings } from './verify-record.js';

const texts = Array.from({ length: 20 }, (_, i) => `${i + 1}通目`);
/** A copy that may be written to. */
const copy = (record: RecordFile): RecordFile => structuredClone(record);
const codes = (record: RecordFile) =>
  recordFindings(record).map(({ code, position }) => (position === null ? code : `${code} ${position}`));
const shown = (record: RecordFile, i: number) => record.entries[i] as ChainEntry & { body: { text: string } };

/** All links and the head computed anew, as somebody would who has read this code but has not the key. */
function relinked(record: RecordFile): RecordFile {
  let { link } = headBefore(record.room.id);
  for (const entry of record.entries) {
    link = linkAfter(link, 'withheld' in entry ? entry.hash : hashOfEntry(entry));
    entry.link = link;
  }
  record.head = { position: record.entries.length, link };
  return record;
}

describe('a record', () => {
  it('is unaltered as it was sealed, also where entries are held back', () => {
    expect(codes(aRecord(texts))).toEqual([]);
    expect(codes(aRecord(texts, [1, 2, 9]))).toEqual([]);
    expect(codes(aRecord([]))).toEqual([]);
  });

  it('tells which entry was changed', () => {
    const record = copy(aRecord(texts));
    shown(record, 16).body.text = '17通目。';
    expect(codes(record)).toEqual(['entry-changed 17']);
    const late = copy(aRecord(texts));
    Object.assign(late.entries[3] ?? {}, { at: '2026-03-31T23:59:59.000Z' });
    expect(codes(late)).toEqual(['entry-changed 4']);
    const forged = copy(aRecord(texts, [5]));
    Object.assign(forged.entries[4] ?? {}, { hash: 'a'.repeat(64) });
    expect(codes(forged)).toEqual(['entry-changed 5']);
  });

  it('tells which entry is missing, in the middle and at the end', () => {
    const middle = copy(aRecord(texts));
    middle.entries.splice(16, 1);
    expect(codes(middle)).toEqual(['entry-missing 17']);
    const end = copy(aRecord(texts));
    end.entries.pop();
    expect(codes(end)).toEqual(['entry-missing 20']);
  });

  it('tells which entry was moved, repeated or added', () => {
    const moved = copy(aRecord(texts));
    moved.entries.splice(2, 0, ...moved.entries.splice(9, 1));
    expect(codes(moved)).toEqual(expect.arrayContaining(['entry-moved 4']));
    const repeated = copy(aRecord(texts));
    repeated.entries.splice(5, 0, structuredClone(shown(repeated, 4)) as never);
    expect(codes(repeated)).toEqual(['entry-repeated 5']);
    const added = copy(aRecord(texts));
    const more = { ...shown(added, 19), position: 21, id: '21', nonce: 'f'.repeat(32) };
    const link = linkAfter(added.head.link, hashOfEntry(more));
    added.entries.push({ ...more, link });
    expect(codes(added)).toEqual(['entry-added 21']);
  });

  it('tells that it was rewritten by somebody without the key', () => {
    const rewritten = copy(aRecord(texts));
    shown(rewritten, 16).body.text = '別の文';
    expect(codes(relinked(rewritten))).toEqual(['seal-broken']);
    const cut = copy(aRecord(texts));
    cut.entries.splice(10);
    expect(codes(relinked(cut))).toEqual(['seal-broken']);
    const titled = copy(aRecord(texts));
    titled.room.title = '別の件';
    expect(codes(titled)).toEqual(['seal-broken']);
    const { seal: _, ...bare } = copy(aRecord(texts));
    expect(codes(bare)).toEqual(['seal-missing']);
  });

  it('tells whose key sealed it, so that a stranger’s seal is no proof', () => {
    const { seal: _, ...bare } = relinked(copy(aRecord(texts)));
    const other = sealRecord(bare, sealerOf(Buffer.alloc(32, 1)));
    expect(codes(other)).toEqual([]);
    expect(other.seal.fingerprint).not.toBe(someSealer.fingerprint);
    const named = { ...other, seal: { ...other.seal, fingerprint: someSealer.fingerprint } };
    expect(codes(named)).toEqual(['seal-broken']);
  });

  it('is found altered whatever byte of its file is another', async () => {
    const bytes = recordBytes(aRecord(texts, [3]));
    expect((await verifyBytes(bytes)).report).toMatchObject({ unaltered: true, shown: 19, withheld: 1 });
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const other = Buffer.from(bytes);
        other[at] = ((other[at] ?? 0) + by) % 256;
        const unaltered = await verifyBytes(other).then(
          ({ report }) => report.unaltered,
          () => false,
        );
        expect(unaltered).toBe(false);
      }),
    );
  });

  it('is found altered where its signature is only spelled another way', async () => {
    const bytes = recordBytes(aRecord(texts, [3]));
    const end = bytes.indexOf('=="');
    for (const at of [end - 1, end, end + 1])
      for (let letter = 33; letter < 127; letter++) {
        const other = Buffer.from(bytes);
        other[at] = letter;
        if (other.equals(bytes)) continue;
        const unaltered = await verifyBytes(other).then(
          ({ report }) => report.unaltered,
          () => false,
        );
        expect([at, letter, unaltered]).toEqual([at, letter, false]);
      }
  });

  it('is found altered after any change of its entries', () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant('edit' as const), at: fc.nat(), text: fc.string() }),
      fc.record({ kind: fc.constant('remove' as const), at: fc.nat() }),
      fc.record({ kind: fc.constant('swap' as const), at: fc.nat(), with: fc.nat() }),
      fc.record({ kind: fc.constant('copy' as const), at: fc.nat(), to: fc.nat() }),
    );
    const chain = fc.array(fc.string(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        chain,
        fc.array(change, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (said, changes, relink) => {
          const before = aRecord(said);
          const record = copy(before);
          for (const one of changes) apply(record.entries, one);
          if (recordBytes(record).equals(recordBytes(before))) return;
          if (relink) relinked(record);
          expect(recordFindings(record)).not.toEqual([]);
        },
      ),
    );
  });

  it('is read only where it is one', () => {
    for (const text of ['', '[]', '{"format":"nakadachi-record/1"}', '%', 'null'])
      expect(readRecord(Buffer.from(text))).toBeNull();
  });
});

type Entries = RecordFile['entries'];
interface Change {
  readonly kind: 'edit' | 'remove' | 'swap' | 'copy';
  readonly at: number;
  readonly text?: string;
  readonly with?: number;
  readonly to?: number;
}

function apply(entries: Entries, { kind, at, text, with: other = 0, to = 0 }: Change): void {
  if (entries.length === 0) return;
  const [a, b] = [at % entries.length, other % entries.length];
  const entry = entries[a] as Entries[number];
  if (kind === 'edit') Object.assign(entry, { body: { seq: a + 1, text } });
  else if (kind === 'remove') entries.splice(a, 1);
  else if (kind === 'copy') entries.splice(to % (entries.length + 1), 0, structuredClone(entry));
  else [entries[a], entries[b]] = [entries[b] as Entries[number], entry];
}
