import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pino } from 'pino';
import { loadConfig } from './config/index.js';
import { Events } from './events/index.js';
import { FileScans } from './file-scans.js';
import { LocalFileStore, StoredFiles } from './files/index.js';
import { createTestDatabase, type TestDatabase } from './testing/index.js';

describe('files with a virus scanner', () => {
  let db: TestDatabase;
  let scanner: Server;
  let files: StoredFiles;
  let scans: FileScans;
  /** What the scanner says of every file. */
  let answer = 'stream: OK\0';

  beforeAll(async () => {
    db = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '', []);
    scanner = createServer((socket) =>
      socket.on('error', () => undefined).once('data', () => socket.end(answer)),
    );
    scanner.listen(0, '127.0.0.1');
    await once(scanner, 'listening');
    const folder = mkdtempSync(join(tmpdir(), 'scans-'));
    const store = new LocalFileStore(folder);
    const config = loadConfig({
      ...{ NODE_ENV: 'test', DATA_DIR: folder },
      CLAMD_URL: `tcp://127.0.0.1:${(scanner.address() as AddressInfo).port}`,
    });
    files = new StoredFiles(db.database, store, true);
    const log = pino({ level: 'silent' });
    scans = new FileScans({ config, database: db.database, files: store, log }, new Events(db.database));
  });
  afterAll(async () => {
    scanner.close();
    await db.drop();
  });

  const save = async (more = {}) => {
    const bytes = Buffer.from('図面');
    return (await files.save({ name: 'a.txt', bytes, mime: 'text/plain', createdBy: null, ...more })).id;
  };
  const code = (id: string) =>
    files.open(id).then(
      () => 'opened',
      (error: { code: string }) => error.code,
    );
  const told = async (id: string) =>
    (
      await db.database.query<{ scan: string }>(
        `select data ->> 'scan' scan from event where name = 'file.scanned' and subject_id = $1`,
        [id],
      )
    ).map(({ scan }) => scan);

  it('stay closed until they are found clean, which is told once', async () => {
    const id = await save();
    expect(await code(id)).toBe('file/quarantined');
    await Promise.all([scans.scanWaiting(), scans.scanWaiting()]);
    expect((await buffer((await files.open(id)).stream)).toString()).toBe('図面');
    expect(await told(id)).toEqual(['clean']);
  });

  it('are never opened where something is found', async () => {
    const id = await save();
    answer = 'stream: Eicar-Test-Signature FOUND\0';
    await scans.scanWaiting();
    expect([await code(id), await told(id)]).toEqual(['file/infected', ['infected']]);
  });

  it('go on waiting without a verdict, and are scanned when there is one', async () => {
    const id = await save();
    answer = 'INSTREAM size limit exceeded. ERROR\0';
    await scans.scanWaiting();
    expect([await code(id), await told(id)]).toEqual(['file/quarantined', []]);
    answer = 'stream: OK\0';
    await scans.scanWaiting();
    expect(await code(id)).toBe('opened');
  });

  it('are opened at once where the program made them itself', async () => {
    expect(await code(await save({ handedOut: false }))).toBe('opened');
  });
});
