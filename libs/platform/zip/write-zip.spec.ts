import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readEntry, writeZip, zipEntries, type ZipPart } from './index.js';

const written = async (parts: ZipPart[]): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of writeZip(parts, new Date('2026-04-01T12:34:56Z'))) chunks.push(chunk);
  return Buffer.concat(chunks);
};
const parts = [
  { name: 'index.html', content: Buffer.from('<p>記録</p>') },
  { name: 'files/図面 A-100.bin', content: Buffer.alloc(100_000, 7) },
  { name: 'empty.txt', content: Buffer.alloc(0) },
];

describe('writeZip', () => {
  it('writes what readEntry reads', async () => {
    const archive = await written(parts);
    const entries = zipEntries(archive);
    expect(entries.map(({ name }) => name)).toEqual(parts.map(({ name }) => name));
    for (const [i, entry] of entries.entries())
      expect((await readEntry(archive, entry, 200_000)).equals(parts[i]?.content ?? Buffer.alloc(1))).toBe(
        true,
      );
    expect(archive.length).toBeLessThan(2_000);
    expect(zipEntries(await written([]))).toEqual([]);
  });

  it('writes what another program takes', async () => {
    if (spawnSync('python3', ['--version']).error) return;
    const file = join(mkdtempSync(join(tmpdir(), 'nakadachi-zip-')), 'a.zip');
    writeFileSync(file, await written(parts));
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), [i.date_time for i in z.infolist()][0], *z.namelist())';
    const { stdout } = spawnSync('python3', ['-c', script, file], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    });
    expect(stdout.trim()).toBe('None (2026, 4, 1, 12, 34, 56) index.html files/図面 A-100.bin empty.txt');
  });
});
