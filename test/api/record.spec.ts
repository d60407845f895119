import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { generate } from 'otplib';
import { identityApi } from '#contracts/identity.js';
import { minutesApi, type Minutes } from '#contracts/minutes.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { notificationsApi } from '#contracts/notifications.js';
import { offersApi, type Agreement } from '#contracts/offers.js';
import { roomFilesApi } from '#contracts/room-files.js';
import { recordsApi } from '#contracts/records.js';
import { signingApi } from '#contracts/signing.js';
import { verificationApi, type VerificationReport } from '#contracts/verification.js';
import { hashOfEntry, headBefore, linkAfter, type ChainEntry } from '#negotiations/proof/record-chain.js';
import { recordBytes, sealRecord, type RecordFile } from '#negotiations/proof/record-file.js';
import { RoomChain } from '#negotiations/proof/room-chain.js';
import { SealingKeys } from '#negotiations/proof/sealing-keys.js';
import { readEntry, zipEntries } from '#platform/zip/index.js';
import { verifyFile } from '../../apps/cli/commands/verify.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Answer } from '../support/client.js';
import { lastMailed } from '../support/identity.js';
import { openTalks, type Talks } from '../support/negotiations.js';
import type { TestPerson } from '../support/people.js';
import { someSealer } from '../support/records.js';
import { someTerms } from '../support/terms.js';

let app: TestApp;
let talks: Talks;
let agreement: Agreement;
beforeAll(async () => {
  app = await startApp();
  talks = await openTalks(app);
  agreement = await agreed();
});
afterAll(() => app.close());

const as = (person: TestPerson) => app.as(person.cookie);
const room = () => ({ id: talks.roomId });
const document = () => ({ params: { id: agreement.id } });

const say = (person: TestPerson, text: string) =>
  as(person).ok(negotiationsApi.post, { params: room(), body: { clientId: crypto.randomUUID(), text } });

async function agreed(): Promise<Agreement> {
  await say(talks.owner, '図面をお送りします');
  const file = { name: '図面.txt', bytes: Buffer.from('A-100') };
  const body = { clientId: crypto.randomUUID() };
  await as(talks.coordinator).ok(negotiationsApi.attach, { params: room(), body, file });
  await say(talks.candidate, '承知しました');
  const offer = await as(talks.candidate).ok(offersApi.make, { params: room(), body: someTerms() });
  return as(talks.owner).ok(offersApi.accept, { params: { ...room(), offerId: offer.id } });
}

const outcome = ({ status, error }: Answer<unknown>) => [status, error?.code];
const sign = (person: TestPerson, code: string, sha256 = agreement.sha256) =>
  as(person).call(signingApi.sign, { ...document(), body: { code, sha256 } });

async function mailedCode(person: TestPerson): Promise<string> {
  await as(person).ok(signingApi.sendCode, document());
  return lastMailed(app, person.email, /^(\d{6})$/m);
}
const otherThan = (code: string) => (code === '000000' ? '000001' : '000000');

const pdf = async (person = talks.owner) => (await as(person).call(offersApi.agreementPdf, document())).bytes;
const check = (bytes: Buffer, name = 'file'): Promise<Answer<VerificationReport>> =>
  app.as().call(verificationApi.check, { file: { name, bytes } });
const codesOf = ({ body }: Answer<VerificationReport>) =>
  body.findings.map(({ code, position }) => (position === null ? code : `${code} ${position}`));

describe('signing', () => {
  it('starts with the agreement that the acceptance has made', async () => {
    const signing = await as(talks.owner).ok(signingApi.get, document());
    expect(signing).toMatchObject({
      ...{ state: 'drafted', signatures: [], side: 'owner', method: 'mailed-code', can: { sign: true } },
      sha256: agreement.sha256,
    });
    const seen = await as(talks.coordinator).ok(signingApi.get, document());
    expect(seen).toMatchObject({ side: null, can: { sign: false } });
    expect(outcome(await as(talks.coordinator).call(signingApi.sendCode, document()))).toEqual([
      403,
      'auth/forbidden',
    ]);
  });

  it('takes a mailed code once, within five tries, and only for what was read', async () => {
    expect(outcome(await sign(talks.candidate, '123456'))).toEqual([409, 'signing/no-code']);
    const code = await mailedCode(talks.candidate);
    expect(code).toMatch(/^\d{6}$/);
    const kept = await app.resources.database.query('select * from signing_code');
    expect(JSON.stringify(kept)).not.toContain(code);
    expect(outcome(await sign(talks.candidate, code, 'a'.repeat(64)))).toEqual([
      409,
      'negotiation/offer-changed',
    ]);
    const { error } = await sign(talks.candidate, otherThan(code));
    expect(Object.keys(error.fields ?? {})).toEqual(['code']);
    for (let i = 0; i < 4; i += 1)
      expect(outcome(await sign(talks.candidate, otherThan(code)))).toEqual([400, 'signing/wrong-code']);
    expect(outcome(await sign(talks.candidate, code))).toEqual([409, 'signing/no-code']);
    const next = await mailedCode(talks.candidate);
    // In full width, as a Japanese keyboard types it.
    const wide = next.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const { body } = await sign(talks.candidate, wide);
    expect(body).toMatchObject({ state: 'confirmed-by-one', can: { sign: false } });
    expect(outcome(await sign(talks.candidate, next))).toEqual([409, 'signing/already-signed']);
    await app.resources.database.query(`update signing_code set used_at = null, attempts = 0`);
    expect(outcome(await as(talks.candidate).call(signingApi.sendCode, document()))).toEqual([
      409,
      'signing/already-signed',
    ]);
  });

  it('takes a code that is too old for none', async () => {
    const code = await mailedCode(talks.owner);
    await app.resources.database.query(`update signing_code set expires_at = now()`);
    expect(outcome(await sign(talks.owner, code))).toEqual([409, 'signing/no-code']);
  });

  it('wants the authenticator app of who has one; both signatures put the agreement in force', async () => {
    const owner = as(talks.owner);
    const { secret } = await owner.ok(identityApi.startTwoFactor);
    const epoch = Math.floor(Date.now() / 1_000);
    await owner.ok(identityApi.confirmTwoFactor, { body: { code: await generate({ secret, epoch }) } });
    expect(outcome(await owner.call(signingApi.sendCode, document()))).toEqual([409, 'signing/use-app']);
    const code = await generate({ secret, epoch: epoch + 30 });
    expect(outcome(await sign(talks.owner, otherThan(code)))).toEqual([400, 'signing/wrong-code']);
    const { body } = await sign(talks.owner, code);
    expect(body.state).toBe('in-force');
    expect(body.signatures.map(({ side, method }) => [side, method])).toEqual([
      ['candidate', 'mailed-code'],
      ['owner', 'totp'],
    ]);
    const { items } = await owner.ok(negotiationsApi.messages, { params: room() });
    const keys = items.map(({ data }) => data['key']);
    expect(keys).toEqual(expect.arrayContaining(['agreement-signed', 'agreement-in-force']));
  });

  it('leaves signatures, agreement and chain as they are, whoever writes to the database', async () => {
    await pdf();
    const { database } = app.resources;
    for (const table of ['agreement', 'agreement_signature', 'room_chain', 'message', 'sealing_key']) {
      await expect(database.query(`delete from ${table}`)).rejects.toThrow();
    }
    await expect(database.query(`update agreement_signature set name = 'x'`)).rejects.toThrow();
    await expect(database.query(`update room_chain set body = '{}'`)).rejects.toThrow();
    await expect(database.query('truncate message')).rejects.toThrow();
  });
});

describe('the chain', () => {
  it('has all that happened, once, however often and by how many it is followed', async () => {
    const chain = app.app.get(RoomChain, { strict: false });
    const heads = await Promise.all(Array.from({ length: 4 }, () => chain.catchUp(talks.roomId)));
    expect(new Set(heads.map(({ link }) => link)).size).toBe(1);
    const rows = await app.resources.database.query<{ kind: string; n: number; last: number }>(
      `select kind, count(*) n, max(seq) last from room_chain where room_id = $1 group by kind order by kind`,
      [talks.roomId],
    );
    const { lastSeq } = await as(talks.owner).ok(negotiationsApi.get, { params: room() });
    expect(rows).toEqual([
      { kind: 'agreement', n: 1, last: null },
      { kind: 'message', n: lastSeq, last: lastSeq },
      { kind: 'offer', n: 1, last: null },
      { kind: 'signature', n: 2, last: null },
    ]);
    await say(talks.owner, 'ありがとうございました');
    expect(await chain.followAll()).toBeGreaterThan(0);
    expect(await chain.head(talks.roomId)).toMatchObject({ position: lastSeq + 5 });
  });
});

const mark = (person: TestPerson, seq: number, decided = true) =>
  as(person).call(minutesApi.markDecision, {
    params: { ...room(), seq },
    body: { clientId: crypto.randomUUID(), decided },
  });

describe('minutes', () => {
  let first: Minutes;
  const ofMinutes = (minutes: Minutes) => ({
    params: { ...room(), minutesId: minutes.id },
    version: minutes.version,
  });
  const confirm = (person: TestPerson, minutes: Minutes) =>
    as(person).call(minutesApi.confirm, ofMinutes(minutes));

  it('begin with what the record says was decided', async () => {
    const kept = await say(talks.owner, '検査は発注側の立会いで行う');
    const undone = await say(talks.owner, '梱包は別料金とする');
    const secret = await as(talks.owner).ok(negotiationsApi.post, {
      params: room(),
      body: { clientId: crypto.randomUUID(), text: '両社だけの話', between: true },
    });
    for (const { seq } of [kept, undone, secret]) expect((await mark(talks.candidate, seq)).status).toBe(200);
    await mark(talks.owner, undone.seq, false);
    expect(outcome(await mark(talks.coordinator, secret.seq))).toEqual([404, 'request/not-found']);
    expect(outcome(await mark(talks.owner, 1))).toEqual([404, 'request/not-found']);
    first = await as(talks.owner).ok(minutesApi.draft, { params: room() });
    expect(first.content.decisions.map(({ text }) => text)).toEqual([
      expect.stringContaining('第1回の提示条件に合意した'),
      '検査は発注側の立会いで行う',
    ]);
    expect(first.content.attendees).toContain('架空製作所 受注 太郎');
    expect(outcome(await as(talks.candidate).call(minutesApi.draft, { params: room() }))).toEqual([
      409,
      'minutes/being-drafted',
    ]);
  });

  it('are edited by either side over the version that was read, which takes confirmations back', async () => {
    const { body: agreedTo } = await confirm(talks.owner, first);
    expect(agreedTo.confirmed.owner?.by).toBe(talks.owner.name);
    const content = { ...first.content, notes: '次回は4月10日' };
    const edit = (version: number) =>
      as(talks.candidate).call(minutesApi.edit, { ...ofMinutes(first), version, body: content });
    expect(outcome(await edit(first.version))).toEqual([412, 'request/stale']);
    first = (await edit(agreedTo.version)).body;
    expect(first.confirmed).toEqual({ owner: null, candidate: null });
    expect(outcome(await confirm(talks.owner, { ...first, version: 1 }))).toEqual([412, 'request/stale']);
  });

  it('stay as both have confirmed them; a correction is new minutes that name them', async () => {
    const { body: half } = await confirm(talks.candidate, first);
    const { body: whole } = await confirm(talks.owner, half);
    expect(whole).toMatchObject({ state: 'confirmed', can: { edit: false, amend: true } });
    const edit = { ...ofMinutes(whole), body: whole.content };
    expect(outcome(await as(talks.owner).call(minutesApi.edit, edit))).toEqual([409, 'minutes/confirmed']);
    expect(outcome(await as(talks.owner).call(minutesApi.drop, ofMinutes(whole)))).toEqual([
      409,
      'minutes/confirmed',
    ]);
    await expect(app.resources.database.query(`update room_minutes set content = '{}'`)).rejects.toThrow();
    await expect(app.resources.database.query('delete from room_minutes')).rejects.toThrow();
    const body = { amends: whole.id };
    const next = await as(talks.candidate).ok(minutesApi.draft, { params: room(), body });
    expect(next).toMatchObject({ no: 2, amendsNo: 1, content: whole.content });
    await as(talks.owner).ok(minutesApi.drop, ofMinutes(next));
    const { items } = await as(talks.coordinator).ok(minutesApi.list, { params: room() });
    expect(items.map(({ no, can }) => [no, can.amend])).toEqual([[1, false]]);
    const { bytes } = await as(talks.coordinator).call(minutesApi.pdf, ofMinutes(whole));
    expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
  });
});

it('tells the other side that its signature or confirmation is awaited, and all once it is done', async () => {
  await app.settle();
  const told = async (person: TestPerson) => {
    const { items } = await as(person).ok(notificationsApi.list, { query: { limit: 100 } });
    const ours = items.filter(({ kind }) => /^(agreement-(signed|in-force)|minutes-)/.test(kind));
    return ours.map(({ kind, link }) => `${kind} ${link.replace(/[0-9a-f-]{36}/, ':id')}`).sort();
  };
  const done = ['agreement-in-force /agreements/:id', 'minutes-confirmed /rooms/:id?tab=record'];
  // The candidate signed first, and the owner confirmed the first version of the minutes.
  expect(await told(talks.owner)).toEqual([
    'agreement-signed /agreements/:id',
    'minutes-to-confirm /rooms/:id?tab=record',
  ]);
  expect(await told(talks.candidate)).toEqual([...done, 'minutes-to-confirm /rooms/:id?tab=record']);
  expect(await told(talks.coordinator)).toEqual(done);
});

const main = 'dist/apps/cli/main.js';
const folder = mkdtempSync(join(tmpdir(), 'nakadachi-record-'));
/** Runs the built command line on the product's database and data folder. */
const cli = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const { databaseUrl, config } = app.resources;
    const env = {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      DATA_DIR: config.dataDir,
      NODE_ENV: 'test',
    };
    const child = execFile(process.execPath, [main, ...args], { env }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
/** The command without the process around it; answers with what it writes. */
async function verify(...args: string[]): Promise<string> {
  const written: string[] = [];
  const write = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => written.push(String(text)) > 0);
  try {
    await verifyFile.run(args);
  } finally {
    write.mockRestore();
  }
  return written.join('');
}
const exported = async (person: TestPerson) =>
  (await as(person).call(recordsApi.export, { params: room() })).bytes;

async function recordIn(archive: Buffer): Promise<RecordFile> {
  const entry = zipEntries(archive).find(({ name }) => name === 'record.json');
  if (!entry) throw new Error('There is no record.');
  return JSON.parse((await readEntry(archive, entry, 10_000_000)).toString('utf8')) as RecordFile;
}

describe('an exported record', () => {
  it('has all that its reader may see, and holds the rest back by its hash', async () => {
    const whole = await recordIn(await exported(talks.owner));
    expect(whole.entries.filter((entry) => 'withheld' in entry)).toEqual([]);
    const archive = await exported(talks.coordinator);
    expect(zipEntries(archive).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['index.html', 'messages.csv', 'offers.csv', 'agreement.pdf', 'minutes-1.pdf']),
    );
    const seen = await recordIn(archive);
    // The text between the parties, and the mark on it.
    expect(seen.entries.filter((entry) => 'withheld' in entry)).toHaveLength(2);
    expect(JSON.stringify(seen)).not.toContain('両社だけの話');
    for (const entry of zipEntries(archive)) {
      const text = (await readEntry(archive, entry, 10_000_000)).toString('utf8');
      expect([entry.name, text.includes('両社だけの話')]).toEqual([entry.name, false]);
    }
    expect(await as(talks.coordinator).ok(recordsApi.get, { params: room() })).toMatchObject({ withheld: 2 });
    const { body } = await check(archive);
    expect(body).toMatchObject({ kind: 'record', unaltered: true, withheld: 2, compared: true });
  });

  it('has the list of who looked at a document for its own side and the operator, not for the one who looked', async () => {
    const file = { name: '断面図.txt', bytes: Buffer.from('B-200') };
    const body = { clientId: crypto.randomUUID(), kind: 'drawing', level: 'open', label: 'A' } as const;
    const { id } = await as(talks.owner).ok(roomFilesApi.add, { params: room(), body, file });
    const params = { ...room(), documentId: id, revision: 1 };
    expect((await as(talks.candidate).call(roomFilesApi.download, { params })).status).toBe(200);
    const listed = async (archive: Buffer) => {
      const entry = zipEntries(archive).find(({ name }) => name === 'documents/accesses.csv');
      return entry && (await readEntry(archive, entry, 10_000)).toString('utf8').trim().split('\r\n');
    };
    const [heads, ...accesses] = (await listed(await exported(talks.owner))) ?? [];
    expect(heads).toContain('資料 No.');
    expect(accesses).toEqual([
      expect.stringMatching(new RegExp(`^1,1,.*,${talks.candidate.name},.*,ダウンロード,$`)),
    ]);
    expect(await listed(await exported(talks.candidate))).toBeUndefined();
    const out = join(folder, 'accesses.zip');
    expect(await cli('export', 'room', talks.roomId, '--out', out)).toMatchObject({ code: 0 });
    expect(await listed(readFileSync(out))).toHaveLength(2);
  });

  it('tells by page and by command what was done to it', async () => {
    const record = await recordIn(await exported(talks.owner));
    const done: [string, (entries: RecordFile['entries']) => void][] = [
      ['entry-changed 3', (entries) => Object.assign(entries[2] ?? {}, { at: '2020-01-01T00:00:00.000Z' })],
      ['entry-missing 3', (entries) => entries.splice(2, 1)],
      ['entry-moved 3', (entries) => entries.splice(2, 0, ...entries.splice(3, 1))],
      [
        `entry-added ${record.head.position + 1}`,
        (entries) => {
          const last = structuredClone(entries.at(-1)) as RecordFile['entries'][number];
          last.position += 1;
          entries.push(last);
        },
      ],
    ];
    for (const [told, change] of done) {
      const altered = structuredClone(record);
      change(altered.entries);
      const bytes = Buffer.from(JSON.stringify(altered));
      expect(codesOf(await check(bytes))).toContain(told);
      writeFileSync(join(folder, 'altered.json'), bytes);
      const said = await verify(join(folder, 'altered.json')).catch((error: Error) => error.message);
      const [what, position] = told.replace('entry-', '').split(' ');
      const words = what === 'moved' ? 'does not stand in its place' : what;
      expect(said).toMatch(new RegExp(`Entry ${position} .*${words}`));
    }
  });

  it('that was linked anew over other words is not what the platform holds', async () => {
    const record = await recordIn(await exported(talks.owner));
    const { seal: _, ...rest } = structuredClone(record);
    let { link } = headBefore(talks.roomId);
    for (const entry of rest.entries) {
      if (entry.position === 4) Object.assign(entry, { body: { text: '別の話' } });
      link = entry.link = linkAfter(link, hashOfEntry(entry as ChainEntry));
    }
    const forged = { ...rest, head: { ...rest.head, link } };
    const { sealer } = app.app.get(SealingKeys, { strict: false });
    // Even with the key, as somebody might who has taken the server.
    expect(codesOf(await check(recordBytes(sealRecord(forged, sealer))))).toEqual(['platform-differs 4']);
    expect(codesOf(await check(recordBytes(sealRecord(forged, someSealer))))).toEqual(['key-unknown']);
  });

  it('is written and verified by the command line, whole and offline', async () => {
    const out = join(folder, 'room.zip');
    expect(await cli('export', 'room', talks.roomId, '--out', out)).toMatchObject({ code: 0 });
    const archive = readFileSync(out);
    expect((await recordIn(archive)).entries.some((entry) => 'withheld' in entry)).toBe(false);
    expect(zipEntries(archive).some(({ name }) => name.endsWith('_図面.txt'))).toBe(true);
    const { fingerprint } = await as(talks.owner).ok(recordsApi.get, { params: room() });
    const good = await cli('verify', out, '--key', fingerprint);
    expect(good).toMatchObject({ code: 0, out: expect.stringContaining('Unaltered.') });
    await expect(verify(out, '--key', 'a'.repeat(32))).rejects.toThrow('another key');
    writeFileSync(join(folder, 'agreement.pdf'), await pdf());
    expect(await verify(join(folder, 'agreement.pdf'))).toContain(`Agreement No. ${agreement.no}`);
    writeFileSync(join(folder, 'none.pdf'), 'none');
    await expect(verify(join(folder, 'none.pdf'))).rejects.toThrow('no agreement or record');
  });
});

describe('verification', () => {
  it('finds an agreement unaltered, for anybody', async () => {
    const { status, body } = await check(await pdf());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ kind: 'agreement', unaltered: true, findings: [], no: agreement.no, compared: true },
      parties: ['架空重機', '架空製作所'],
    });
    expect(body.signatures).toHaveLength(2);
    const { items } = await app.as().ok(verificationApi.keys);
    expect(items).toEqual([expect.objectContaining({ fingerprint: body.fingerprint, current: true })]);
  });

  it('finds a changed byte, also in an agreement that was printed before it was signed', async () => {
    const bytes = await pdf();
    const at = bytes.indexOf('Nakadachi', 0, 'latin1');
    bytes.write('nakadachi', at, 'latin1');
    expect(codesOf(await check(bytes))).toEqual(['pdf-changed']);
  });

  it('refuses what is none, too large or too often, and keeps nothing', async () => {
    const files = 'select count(*) n from stored_file';
    const before = await app.resources.database.query(files);
    for (const bytes of [Buffer.from('%PDF-1.7'), Buffer.from('{}'), Buffer.from('PK\u0003\u0004')])
      expect(outcome(await check(bytes))).toEqual([400, 'verification/not-ours']);
    const large = Buffer.alloc(app.resources.config.files.maxBytes + 1);
    expect(outcome(await check(large))).toEqual([413, 'file/too-large']);
    expect(await app.resources.database.query(files)).toEqual(before);
    await app.resources.database.query(
      `insert into sign_in_attempt (key) select 'verify:127.0.0.1' from generate_series(1, 60)`,
    );
    expect(outcome(await check(await pdf()))).toEqual([429, 'auth/too-many-attempts']);
    await app.resources.database.query(`delete from sign_in_attempt where key like 'verify:%'`);
  });
});
