import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Clamd } from './clamd.js';

/** Put together here, so that no scanner takes this source for what it only names. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');

/** The file in a whole INSTREAM command; null before its end. Throws where the protocol is not kept. */
function instream(bytes: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (bytes.length < command.length) return null;
  if (bytes.toString('latin1', 0, command.length) !== command) throw new Error('UNKNOWN COMMAND');
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    at += 4;
    if (length === 0) {
      if (at !== bytes.length) throw new Error('bytes after the end');
      return Buffer.concat(chunks);
    }
    chunks.push(bytes.subarray(at, at + length));
    at += length;
  }
  return null;
}

const answerTo = (file: Buffer): string =>
  file.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';

describe('the client of clamd', () => {
  const open: (Server | Socket)[] = [];
  afterEach(() => {
    for (const one of open.splice(0)) {
      if ('listening' in one) one.close();
      else one.destroy();
    }
  });

  /** A stand-in for clamd that answers once the command is whole. */
  async function standIn(answer: (file: Buffer, socket: Socket) => void, path?: string) {
    const server = createServer((socket) => {
      let bytes = Buffer.alloc(0);
      open.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (piece: Buffer) => {
        bytes = Buffer.concat([bytes, piece]);
        const file = instream(bytes);
        if (file) answer(file, socket);
      });
    });
    open.push(server);
    server.listen(path ? { path } : { port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    return path ? `unix:${path}` : `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const scan = (url: string, bytes: Buffer, timeoutMs = 60_000) =>
    new Clamd(url, timeoutMs).scan(Readable.from([bytes], { objectMode: false }));

  it('hands over every byte, and takes a clean file for clean', async () => {
    const sent = Buffer.alloc(300_001, '図面');
    let got: Buffer = Buffer.alloc(0);
    const url = await standIn((file, socket) => {
      got = file;
      socket.end(answerTo(file));
    });
    expect(await scan(url, sent)).toEqual({ infected: false });
    expect(got.equals(sent)).toBe(true);
    expect(await scan(url, Buffer.alloc(0))).toEqual({ infected: false });
  });

  it('tells the name of what was found, over a socket of the file system too, in an answer in pieces', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'clamd-')), 's');
    const url = await standIn((file, socket) => {
      const answer = answerTo(file);
      socket.write(answer.slice(0, 9));
      setImmediate(() => socket.end(answer.slice(9)));
    }, path);
    expect(await scan(url, Buffer.from(EICAR))).toEqual({ infected: true, name: 'Eicar-Test-Signature' });
  });

  it.each([
    ['INSTREAM size limit exceeded. ERROR\0', /StreamMaxLength/],
    ['stream: Can’t allocate memory ERROR\0', /allocate memory ERROR/],
    ['stream: OK', /closed the connection without an answer/],
    ['', /closed the connection without an answer/],
  ])('has no verdict from the answer %j', async (answer, message) => {
    const url = await standIn((_, socket) => socket.end(answer));
    await expect(scan(url, Buffer.from('a'))).rejects.toThrow(message);
  });

  it('has no verdict from a scanner that is silent, or away', async () => {
    const url = await standIn(() => undefined);
    await expect(scan(url, Buffer.from('a'), 50)).rejects.toThrow('silent for 50 ms');
    const away = await standIn(() => undefined);
    const server = open.at(-1) as Server;
    await new Promise((resolve) => server.close(resolve));
    await expect(scan(away, Buffer.from('a'))).rejects.toMatchObject({ name: 'ScanError' });
  });

  it('has no verdict on a file that breaks off', async () => {
    const url = await standIn((file, socket) => socket.end(answerTo(file)));
    const broken = new Readable({
      read() {
        this.destroy(new Error('gone'));
      },
    });
    await expect(new Clamd(url, 60_000).scan(broken)).rejects.toThrow('gone');
  });
});

const isInstalled = spawnSync('clamd', ['--version']).status === 0;
if (!isInstalled) console.info('clamd is not installed here: the conformance test against it does not run.');

/** A real clamd with one signature of its own, so that it needs no download: the EICAR file by its MD5. */
(isInstalled ? describe : describe.skip)('a real clamd', () => {
  it('finds the EICAR file, and nothing in another one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clamd-'));
    const [signatures, socket] = [join(folder, 'db'), join(folder, 's')];
    mkdirSync(signatures);
    const md5 = createHash('md5').update(EICAR).digest('hex');
    writeFileSync(join(signatures, 'eicar.hdb'), `${md5}:${EICAR.length}:Eicar-Conformance\n`);
    const settings = `LocalSocket ${socket}\nDatabaseDirectory ${signatures}\nForeground yes\n`;
    writeFileSync(join(folder, 'clamd.conf'), settings);
    const clamd = spawn('clamd', ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
    try {
      for (let tries = 0; tries < 200 && !existsSync(socket); tries++)
        await new Promise((resolve) => setTimeout(resolve, 100));
      const scan = (bytes: Buffer) =>
        new Clamd(`unix:${socket}`).scan(Readable.from([bytes], { objectMode: false }));
      expect(await scan(Buffer.from(EICAR))).toMatchObject({ infected: true });
      expect(await scan(Buffer.from('図面'))).toEqual({ infected: false });
    } finally {
      clamd.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
