import { describe, expect, it } from '@jest/globals';
import { readEntry, zipEntries } from './index.js';
import { zipOf } from './testing/zip-of.js';

const archive = zipOf({ 'a.txt': 'hello', 'b/c.xml': Buffer.alloc(1_000_000, 'x') });

describe('zip', () => {
  it('lists entries and unpacks them', async () => {
    const entries = zipEntries(archive);
    expect(entries.map((entry) => entry.name)).toEqual(['a.txt', 'b/c.xml']);
    expect((await readEntry(archive, entries[0]!, 100)).toString()).toBe('hello');
    expect(await readEntry(archive, entries[1]!, 1_000_000)).toHaveLength(1_000_000);
  });

  it('stops unpacking at the limit, whatever the archive tells', async () => {
    const [, large] = zipEntries(archive);
    await expect(readEntry(archive, large!, 999_999)).rejects.toMatchObject({ reason: 'too-large' });
    await expect(readEntry(archive, { ...large!, method: 0 }, 10)).rejects.toMatchObject({
      reason: 'too-large',
    });
  });

  it('tells that an archive is damaged', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('PK\x03\x04'),
      archive.subarray(10),
      archive.subarray(0, -10),
    ])
      expect(() => zipEntries(bytes)).toThrow('damaged');
    const [first] = zipEntries(archive);
    for (const entry of [
      { ...first!, offset: 9_999_999 },
      { ...first!, packedSize: 3 },
      { ...first!, method: 99 },
    ])
      await expect(readEntry(archive, entry, 100)).rejects.toMatchObject({ reason: 'damaged' });
  });
});
