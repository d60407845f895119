import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFileStore, LocalFileStore, S3FileStore } from './index.js';
import type { FileStore } from './index.js';
import { S3StandIn } from './testing/s3-stand-in.js';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
const account = {
  accessKey: 'test-key',
  secretKey: 'test/secret+key',
  region: 'ap-northeast-1',
  bucket: 'files',
};
const s3 = new S3StandIn(account);
let endpoint: string;
const stores: Record<string, FileStore> = {};

beforeAll(async () => {
  endpoint = await s3.start();
  stores['local'] = createFileStore({ folder });
  stores['s3'] = createFileStore({ folder, s3: { ...account, endpoint } });
});
afterAll(async () => {
  await s3.stop();
  rmSync(folder, { recursive: true });
});

const meta = { mime: 'application/pdf' };

async function read(store: FileStore, key: string): Promise<Buffer> {
  const { stream, size } = await store.get(key);
  const bytes = await buffer(stream);
  expect(size).toBe(bytes.length);
  return bytes;
}

// What every store does. The S3 store runs against a stand-in, since no S3 server can run here.
describe.each(['local', 's3'])('file store: %s', (kind) => {
  it('gives back the bytes that were put, from a buffer and from a stream', async () => {
    const store = stores[kind]!;
    const bytes = Buffer.from('合意書\0\xff', 'latin1');
    await store.put('a/buffer.pdf', bytes, meta);
    await store.put('a/stream.pdf', Readable.from([bytes.subarray(0, 2), bytes.subarray(2)]), meta);
    expect(await read(store, 'a/buffer.pdf')).toEqual(bytes);
    expect(await read(store, 'a/stream.pdf')).toEqual(bytes);
  });

  it('keeps an empty file', async () => {
    const store = stores[kind]!;
    await store.put('empty', Buffer.alloc(0), meta);
    await store.put('empty-stream', Readable.from([]), meta);
    expect(await read(store, 'empty')).toHaveLength(0);
    expect(await read(store, 'empty-stream')).toHaveLength(0);
  });

  it('keeps a file of many parts', async () => {
    const store = stores[kind]!;
    const part = Buffer.alloc(1024 * 1024);
    const parts = Array.from({ length: 18 }, (_, i) => Buffer.from(part.fill(i)));
    await store.put('large', Readable.from(parts), meta);
    expect((await read(store, 'large')).equals(Buffer.concat(parts))).toBe(true);
    await store.put('large', Buffer.concat(parts.slice(0, 9)), meta);
    expect((await read(store, 'large')).equals(Buffer.concat(parts.slice(0, 9)))).toBe(true);
  });

  it('replaces what was there', async () => {
    const store = stores[kind]!;
    await store.put('twice', Buffer.from('first, and longer'), meta);
    await store.put('twice', Buffer.from('second'), meta);
    expect((await read(store, 'twice')).toString()).toBe('second');
  });

  it('keeps the old content when an upload breaks off', async () => {
    const store = stores[kind]!;
    await store.put('kept', Buffer.from('old'), meta);
    const broken = () =>
      Readable.from(
        (function* () {
          yield Buffer.from('half');
          throw new Error('connection lost');
        })(),
      );
    await expect(store.put('kept', broken(), meta)).rejects.toThrow('connection lost');
    await expect(store.put('never', broken(), meta)).rejects.toThrow('connection lost');
    expect((await read(store, 'kept')).toString()).toBe('old');
    expect(await store.exists('never')).toBe(false);
  });

  it('says that a missing file is missing, and deletes one only once', async () => {
    const store = stores[kind]!;
    await store.put('gone', Buffer.from('x'), meta);
    expect(await store.exists('gone')).toBe(true);
    await store.delete('gone');
    await store.delete('gone');
    expect(await store.exists('gone')).toBe(false);
    expect(await store.exists('gone/below')).toBe(false);
    await expect(store.get('gone')).rejects.toMatchObject({ code: 'request/not-found' });
  });

  it.each([
    '',
    '/a',
    'a/',
    '../a',
    'a/../../b',
    'a/./b',
    '.incoming/x',
    'a//b',
    'a\\b',
    'a\0b',
    'ア',
    'a b',
    'x'.repeat(513),
  ])('refuses the key %j', async (key) => {
    const store = stores[kind]!;
    await expect(store.put(key, Buffer.from('x'), meta)).rejects.toThrow(TypeError);
    await expect(store.get(key)).rejects.toThrow(TypeError);
    await expect(store.delete(key)).rejects.toThrow(TypeError);
    await expect(store.exists(key)).rejects.toThrow(TypeError);
  });
});

describe('LocalFileStore', () => {
  it('leaves nothing behind but the files', async () => {
    const own = join(folder, 'own');
    const store: FileStore = new LocalFileStore(own);
    await store.put('a/b', Buffer.from('x'), meta);
    await expect(store.put('a/c', Readable.from(failing()), meta)).rejects.toThrow();
    expect(readdirSync(join(own, 'a'))).toEqual(['b']);
    expect(readdirSync(join(own, '.incoming'))).toEqual([]);
  });

  it('makes its folder with the first file', () => {
    new LocalFileStore(join(folder, 'later'));
    expect(existsSync(join(folder, 'later'))).toBe(false);
  });
});

describe('S3FileStore', () => {
  it('tells the content type', () => {
    expect(s3.objects.get('a/buffer.pdf')?.mime).toBe('application/pdf');
    expect(s3.objects.get('a/stream.pdf')?.mime).toBe('application/pdf');
  });

  it('does not take a refusal for a missing file', async () => {
    const wrongSecret = new S3FileStore({ ...account, endpoint, secretKey: 'wrong' });
    await expect(wrongSecret.get('twice')).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
    await expect(wrongSecret.exists('twice')).rejects.toThrow();
    await expect(wrongSecret.put('x', Buffer.from('x'), meta)).rejects.toThrow();
    const wrongBucket = new S3FileStore({ ...account, endpoint, bucket: 'others' });
    await expect(wrongBucket.get('twice')).rejects.toMatchObject({ code: 'NoSuchBucket' });
  });

  it('fails when no server answers', async () => {
    const nobody = new S3FileStore({ ...account, endpoint: 'http://127.0.0.1:9' });
    await expect(nobody.put('x', Buffer.from('x'), meta)).rejects.toThrow();
  });
});

function* failing(): Generator<Buffer> {
  throw new Error('connection lost');
}
