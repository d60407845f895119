import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { get, type IncomingMessage } from 'node:http';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { documentLevel, roomFilesApi, type DocumentLevel } from '#contracts/room-files.js';
import { messagesApi } from '#contracts/messages.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { notificationsApi } from '#contracts/notifications.js';
import { offersApi } from '#contracts/offers.js';
import { searchApi } from '#contracts/search.js';
import { contentRefusal } from '#negotiations/files/document.policy.js';
import { DocumentContent } from '#negotiations/files/document-content.js';
import { DocumentHashesReader } from '#negotiations/index.js';
import { Events } from '#platform/events/index.js';
import { fileScanned } from '#platform/file-scans.js';
import { startApp, type TestApp } from '../support/app.js';
import { enterRoom, openTalks, type Talks } from '../support/negotiations.js';
import type { TestPerson } from '../support/people.js';
import { someTerms } from '../support/terms.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp(undefined, { UPLOAD_MAX_MB: '40' });
});
afterAll(() => app.close());

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A drawing of so many pages, A4 across, white but for a frame. */
async function aPdf(pages = 2): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page++)
    pdf.addPage([842, 595]).drawRectangle({ x: 40, y: 40, width: 760, height: 500, borderWidth: 2 });
  return Buffer.from(await pdf.save());
}

const txt = (text: string) => ({ name: '仕様書.txt', bytes: Buffer.from(text) });

async function talks() {
  const opened = await openTalks(app);
  const params = { id: opened.roomId };
  const as = ({ cookie }: TestPerson) => {
    const who = app.as(cookie);
    const of = (documentId: string) => ({ params: { ...params, documentId } });
    return {
      who,
      add: (level: DocumentLevel, file: { name: string; bytes: Buffer }, clientId: string = randomUUID()) =>
        who.call(roomFilesApi.add, { params, file, body: { clientId, kind: 'drawing', level, label: 'A' } }),
      revise: (documentId: string, file: { name: string; bytes: Buffer }) =>
        who.call(roomFilesApi.revise, {
          ...of(documentId),
          file,
          body: { clientId: randomUUID(), label: 'B' },
        }),
      list: () => who.ok(roomFilesApi.list, { params }),
      page: (documentId: string, page = 1, revision = 1) =>
        who.call(roomFilesApi.page, { params: { ...of(documentId).params, revision, page } }),
      download: (documentId: string, revision = 1) =>
        who.call(roomFilesApi.download, { params: { ...of(documentId).params, revision } }),
      revoke: (documentId: string, revision: number | null = null) =>
        who.call(roomFilesApi.revoke, { ...of(documentId), body: { revision, reason: '差し替えのため' } }),
      accesses: (documentId: string) => who.call(roomFilesApi.accesses, of(documentId)),
      nda: () => who.ok(roomFilesApi.nda, { params }),
      accept: async () =>
        who.call(roomFilesApi.acceptNda, {
          params,
          body: { sha256: (await who.ok(roomFilesApi.nda, { params })).sha256 },
        }),
    };
  };
  const [orderer, supplier, broker] = [as(opened.owner), as(opened.candidate), as(opened.coordinator)];
  const promise = async () => {
    await orderer.accept();
    await supplier.accept();
  };
  return { ...opened, params, orderer, supplier, broker, promise };
}

const keysOf = async ({ params, orderer }: Awaited<ReturnType<typeof talks>>) =>
  (await orderer.who.ok(negotiationsApi.messages, { params })).items.map(({ data }) => data['key']);

describe('the confidentiality terms', () => {
  it('hold once both sides have accepted the same text, by name, time and hash', async () => {
    const room = await talks();
    const { orderer, supplier, broker, params } = room;
    const wrong = { params, body: { sha256: '0'.repeat(64) } };
    expect((await orderer.who.call(roomFilesApi.acceptNda, wrong)).error.code).toBe('document/nda-changed');
    expect((await broker.accept()).status).toBe(403);

    const first = (await orderer.accept()).body;
    expect(first).toMatchObject({ inForceSince: null, can: { accept: false } });
    expect(first.acceptances).toMatchObject([{ side: 'owner', by: '発注 花子', organisation: '架空重機' }]);
    const both = (await supplier.accept()).body;
    expect(both.acceptances).toHaveLength(2);
    expect(both.inForceSince).toBe(both.acceptances[1]?.at);
    expect((await orderer.accept()).body).toEqual({ ...both, can: { accept: false } });
    expect(await keysOf(room)).toEqual(['room-opened', 'nda-accepted', 'nda-in-force']);
    await expect(
      app.resources.database.query('delete from room_nda_acceptance where room_id = $1', [params.id]),
    ).rejects.toThrow('written once');

    const pdf = await supplier.who.call(roomFilesApi.ndaPdf, { params });
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.headers.get('content-disposition')).toContain(
      encodeURIComponent('秘密保持に関する確認書.pdf'),
    );
  });
});

describe('what a step protects', () => {
  const secret = '極秘ブレーキ機構';

  /** Every way by which a title or a content might come to somebody in the room. */
  async function everythingTold(
    room: Awaited<ReturnType<typeof talks>>,
    person: TestPerson,
  ): Promise<string> {
    const who = app.as(person.cookie);
    const { params } = room;
    const told = [
      await who.ok(roomFilesApi.list, { params }),
      await who.ok(negotiationsApi.messages, { params }),
      await who.ok(negotiationsApi.list),
      await who.ok(messagesApi.search, { params, query: { q: secret } }),
      await who.ok(searchApi.search, { query: { q: secret } }),
      await who.ok(notificationsApi.list),
      await who.ok(roomFilesApi.nda, { params }),
    ];
    return JSON.stringify(told);
  }

  it('comes to the other side in no way before both have accepted, and to the coordinator never', async () => {
    const room = await talks();
    const { orderer, supplier, broker } = room;
    const tabs = [
      await enterRoom(app.url, room.candidate, room.roomId),
      await enterRoom(app.url, room.coordinator, room.roomId),
    ];
    const { id } = (await orderer.add('nda', { name: `${secret}.pdf`, bytes: await aPdf() })).body;
    await app.settle();

    for (const person of [room.candidate, room.coordinator])
      expect(await everythingTold(room, person)).not.toContain(secret);
    for (const tab of tabs) {
      await tab.until('room:changed', ({ what }) => what === 'files');
      expect(JSON.stringify(tab.heard)).not.toContain(secret);
      tab.close();
    }
    const refusals = async ({ page, download }: typeof supplier) => [
      (await page(id)).error.code,
      (await download(id)).error.code,
    ];
    expect(await refusals(supplier)).toEqual(['document/nda-needed', 'document/nda-needed']);
    expect(await refusals(broker)).toEqual(['document/parties-only', 'document/parties-only']);
    expect((await supplier.list()).items).toMatchObject([
      { title: null, hiddenBy: 'nda', revisions: [], no: 1, side: 'owner' },
    ]);
    // The way of a chat's attachments does not lead there either.
    const [hash] = await app.app.get(DocumentHashesReader, { strict: false }).ofRoom(room.roomId);
    const attachment = { params: { ...room.params, fileId: hash?.fileId ?? '' } };
    expect((await supplier.who.call(negotiationsApi.file, attachment)).status).toBe(404);

    await room.promise();
    expect((await supplier.list()).items).toMatchObject([{ title: secret, hiddenBy: null }]);
    expect((await supplier.page(id)).status).toBe(200);
    expect(await refusals(broker)).toEqual(['document/parties-only', 'document/parties-only']);
    await app.settle();
    expect(await everythingTold(room, room.coordinator)).not.toContain(secret);
  });

  it('is the same in SQL as in the policy', async () => {
    const { database } = app.resources;
    const content = app.app.get(DocumentContent, { strict: false });
    for (const ndaInForce of [false, true]) {
      const room = await talks();
      for (const level of documentLevel.options) await room.orderer.add(level, txt(level));
      for (const level of documentLevel.options) await room.supplier.add(level, txt(level));
      if (ndaInForce) await room.promise();
      for (const scan of ['none', 'clean', 'waiting', 'infected'] as const)
        for (const revokedAt of [null, new Date()]) {
          // A revision's withdrawal is for good: each is tried before it.
          await database.query(
            `update stored_file set scan = $2 where id in (select v.file_id from room_document_revision v
               join room_document d on d.id = v.document_id where d.room_id = $1)`,
            [room.roomId, scan],
          );
          const documents = await database.query<{
            id: string;
            side: 'owner' | 'candidate';
            level: DocumentLevel;
          }>('select id, side, level from room_document where room_id = $1', [room.roomId]);
          const undo = new Error('undo');
          const people = [
            ['owner', room.owner],
            ['candidate', room.candidate],
            ['coordinator', room.coordinator],
          ] as const;
          const answers: unknown[] = [];
          const expected: unknown[] = [];
          await database
            .transaction(async () => {
              if (revokedAt)
                await database.query(
                  `update room_document_revision set revoked_at = now() where document_id = any($1)`,
                  [documents.map(({ id }) => id)],
                );
              for (const document of documents)
                for (const [role, { id: userId }] of people) {
                  const asked = { roomId: room.roomId, documentId: document.id, revision: 1 };
                  answers.push([role, document.level, await content.mayHave({ userId }, asked)]);
                  const refused = contentRefusal(role, document, { revokedAt, scan }, ndaInForce);
                  expected.push([role, document.level, refused === null]);
                }
              throw undo;
            })
            .catch((error: unknown) => expect(error).toBe(undo));
          expect(answers).toEqual(expected);
        }
    }
  });
});

/** How many pixels have the red of the watermark. */
async function redPixels(picture: Buffer): Promise<number> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let count = 0;
  for (let i = 0; i < data.length; i += info.channels) if ((data[i] ?? 0) > (data[i + 1] ?? 0) + 40) count++;
  return count;
}

describe('a document', () => {
  it('is shown page by page and downloaded with a watermark, each noted for its owner', async () => {
    const room = await talks();
    const { orderer, supplier } = room;
    const bytes = await aPdf();
    const added = await orderer.add('open', { name: '図面　ＴＳ-4410「改」.pdf', bytes });
    expect(added.status).toBe(201);
    const { id, revisions } = added.body;
    expect(revisions).toMatchObject([{ no: 1, label: 'A', pages: 2, scan: 'none', sha256: sha256(bytes) }]);

    const page = await supplier.page(id, 2);
    expect(page.headers.get('content-type')).toBe('image/webp');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await redPixels(page.bytes)).toBeGreaterThan(5_000);
    expect((await supplier.page(id, 3)).status).toBe(404);

    const own = await orderer.download(id);
    expect(sha256(own.bytes)).toBe(sha256(bytes));
    expect(own.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('図面　ＴＳ-4410「改」.pdf')}`,
    );
    const copy = await supplier.download(id);
    expect(Number(copy.headers.get('content-length'))).toBe(copy.bytes.length);
    expect((await PDFDocument.load(copy.bytes)).getPageCount()).toBe(2);
    // The copy, looked at, has the watermark of who fetched it.
    const again = (await supplier.add('open', { name: 'copy.pdf', bytes: copy.bytes })).body;
    expect(await redPixels((await supplier.page(again.id)).bytes)).toBeGreaterThan(5_000);

    const list = (await orderer.accesses(id)).body;
    expect(
      list.items.map(({ name, organisation, what, page: at }) => [name, organisation, what, at]),
    ).toEqual([
      ['受注 太郎', '架空製作所', 'download', null],
      ['発注 花子', '架空重機', 'download', null],
      ['受注 太郎', '架空製作所', 'view', 2],
    ]);
    expect((await supplier.accesses(id)).error.code).toBe('auth/forbidden');
  });

  it('of very many pages says how many of them are shown', async () => {
    const { orderer, supplier } = await talks();
    const { id, revisions } = (await orderer.add('open', { name: '図面集.pdf', bytes: await aPdf(51) })).body;
    expect(revisions).toMatchObject([{ pages: 50, allPages: 51 }]);
    expect([(await supplier.page(id, 50)).status, (await supplier.page(id, 51)).status]).toEqual([200, 404]);
  });

  it('is refused with the reason, and taken once however often it is sent', async () => {
    const { orderer, broker, params } = await talks();
    const code = async (name: string, bytes: Buffer) =>
      (await orderer.add('open', { name, bytes })).error.code;
    expect(await code('図面.pdf', Buffer.from('%PDF-1.7 nothing'))).toBe('file/broken');
    expect(await code('図面.pdf', Buffer.from('text'))).toBe('file/name-differs-from-content');
    expect(await code('図面.txt', Buffer.alloc(41 * 1_048_576, 'a'))).toBe('file/too-large');
    expect((await broker.add('open', txt('a'))).status).toBe(403);
    const clientId = randomUUID();
    const [one, two] = [
      await orderer.add('nda', txt('a'), clientId),
      await orderer.add('nda', txt('a'), clientId),
    ];
    expect(two.body).toEqual(one.body);
    expect((await orderer.who.ok(roomFilesApi.list, { params })).items).toHaveLength(1);
  });

  it('in which a virus is found is told to who handed it in, by name, and to nobody else', async () => {
    const { orderer, supplier, roomId, owner, params } = await talks();
    await orderer.add('open', txt('A'));
    const [hash] = await app.app.get(DocumentHashesReader, { strict: false }).ofRoom(roomId);
    const fileId = hash?.fileId ?? '';
    const scanned = { fileId, scan: 'infected', by: owner.id } as const;
    await app.app
      .get(Events, { strict: false })
      .record(fileScanned, scanned, { subjectId: fileId, actor: null });
    await app.settle();
    const told = async ({ who }: typeof orderer) =>
      (await who.ok(notificationsApi.list)).items.filter(({ kind }) => kind === 'file-infected');
    expect(await told(orderer)).toMatchObject([
      { link: `/rooms/${roomId}?tab=files`, words: { ja: expect.stringContaining('仕様書.txt') } },
    ]);
    expect(await told(supplier)).toEqual([]);
    // The other side reads why it cannot be opened, by its number.
    const { items } = await supplier.who.ok(negotiationsApi.messages, { params });
    const notes = items.filter(({ data }) => data?.['key'] === 'document-infected');
    expect(notes).toMatchObject([{ data: { no: 1, revision: 1 } }]);
    expect(JSON.stringify(notes)).not.toContain('仕様書');
  });

  it('is noted by its place in the talk where it was sent with a message', async () => {
    const { orderer, broker, roomId, owner, params } = await talks();
    const body = { clientId: crypto.randomUUID() };
    const { seq } = await broker.who.ok(negotiationsApi.attach, { params, body, file: txt('A') });
    const [sent] = await app.resources.database.query<{ fileId: string }>(
      'select file_id "fileId" from message where room_id = $1 and seq = $2',
      [roomId, seq],
    );
    const scanned = { fileId: sent?.fileId ?? '', scan: 'infected', by: owner.id } as const;
    const events = app.app.get(Events, { strict: false });
    for (let times = 0; times < 2; times++) {
      await events.record(fileScanned, scanned, { subjectId: scanned.fileId, actor: null });
      await app.settle();
    }
    const { items } = await orderer.who.ok(negotiationsApi.messages, { params });
    const notes = items.filter(({ data }) => data['key'] === 'attachment-infected');
    expect(notes).toMatchObject([{ data: { seq } }]);
  });

  it('is kept open to both while an offer stands on its revision', async () => {
    const room = await talks();
    const { orderer, supplier, params } = room;
    const { id } = (await orderer.add('nda', txt('A'))).body;
    expect((await supplier.revise(id, txt('B'))).error.code).toBe('auth/forbidden');
    await orderer.revise(id, txt('B'));
    const terms = (revision: number) => {
      const plain = someTerms();
      const [first, ...others] = plain.lines;
      return { ...plain, lines: [{ ...first, document: { id, revision } }, ...others] } as typeof plain;
    };
    const make = (revision: number) => supplier.who.call(offersApi.make, { params, body: terms(revision) });
    expect((await make(1)).error).toMatchObject({
      code: 'document/not-for-both',
      fields: { 'lines.0.document': expect.any(String) },
    });
    await room.promise();
    expect((await make(3)).error.code).toBe('document/not-for-both');
    const offer = (await make(1)).body;
    expect(offer.terms.lines[0]?.document).toEqual({ id, revision: 1 });

    const refused = await orderer.revoke(id, 1);
    expect([refused.error.code, refused.error.message]).toEqual([
      'document/named-by-offer',
      expect.stringContaining('第1号'),
    ]);
    expect((await orderer.revoke(id, null)).error.code).toBe('document/named-by-offer');
    expect((await orderer.revoke(id, 2)).body.revisions[0]).toMatchObject({ no: 2, can: { revoke: false } });
    expect((await supplier.download(id, 2)).error.code).toBe('document/revoked');
    expect((await orderer.download(id, 2)).status).toBe(200);
    await supplier.who.ok(offersApi.withdraw, {
      params: { ...params, offerId: offer.id },
      body: { reason: '' },
    });
    expect((await orderer.revoke(id, 1)).status).toBe(200);
    expect((await supplier.list()).items[0]?.revisions.map(({ can }) => can.download)).toEqual([
      false,
      false,
    ]);
    expect((await supplier.revoke(id)).status).toBeGreaterThanOrEqual(403);
  });
});

/** A binary STL: a kind that carries no watermark, so that its bytes come straight from the store. */
function anStl(triangles: number): Buffer {
  const bytes = Buffer.alloc(84 + 50 * triangles, 1);
  bytes.writeUInt32LE(triangles, 80);
  return bytes;
}

/** Asks for a file and takes nothing of it until told to. */
function slowly(url: string, { cookie }: TestPerson): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { cookie: cookie ?? '' } }, (response) => resolve(response.pause())).on(
      'error',
      reject,
    );
  });
}

/** What arrives until the line ends, in bytes, and whether it ended as it should. */
async function rest(response: IncomingMessage): Promise<{ bytes: number; isWhole: boolean }> {
  let bytes = 0;
  try {
    for await (const chunk of response) bytes += (chunk as Buffer).length;
    return { bytes, isWhole: response.complete };
  } catch {
    return { bytes, isWhole: false };
  }
}

describe('a withdrawal', () => {
  const urlOf = ({ roomId }: Talks, documentId: string) =>
    `${app.url}/api/rooms/${roomId}/documents/${documentId}/revisions/1/file`;

  it('breaks off what is just being fetched', async () => {
    const room = await talks();
    const bytes = anStl(600_000);
    const { id } = (await room.orderer.add('open', { name: '部品.stl', bytes })).body;
    const whole = await slowly(urlOf(room, id), room.candidate);
    expect(await rest(whole)).toEqual({ bytes: bytes.length, isWhole: true });

    const download = await slowly(urlOf(room, id), room.candidate);
    expect(download.statusCode).toBe(200);
    await room.orderer.revoke(id);
    const { bytes: arrived, isWhole } = await rest(download);
    expect(isWhole).toBe(false);
    expect(arrived).toBeLessThan(bytes.length);
    expect((await slowly(urlOf(room, id), room.candidate)).statusCode).toBe(403);
  });
});
