import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import { identityApi } from '#contracts/identity.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { offersApi, type Agreement } from '#contracts/offers.js';
import { signingApi } from '#contracts/signing.js';
import { verificationApi, type VerificationReport } from '#contracts/verification.js';
import { RoomChain } from '#negotiations/proof/room-chain.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Answer } from '../support/client.js';
import { mailsTo } from '../support/identity.js';
import { openTalks, type Talks } from '../support/negotiations.js';
import type { TestPerson } from '../support/people.js';
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
  await as(talks.owner).ok(negotiationsApi.attach, { params: room(), body, file });
  await say(talks.candidate, '承知しました');
  const offer = await as(talks.candidate).ok(offersApi.make, { params: room(), body: someTerms() });
  return as(talks.owner).ok(offersApi.accept, { params: { ...room(), offerId: offer.id } });
}

const outcome = ({ status, error }: Answer<unknown>) => [status, error?.code];
const sign = (person: TestPerson, code: string, sha256 = agreement.sha256) =>
  as(person).call(signingApi.sign, { ...document(), body: { code, sha256 } });

async function mailedCode(person: TestPerson): Promise<string> {
  await as(person).ok(signingApi.sendCode, document());
  const mail = (await mailsTo(app, person.email)).at(-1);
  return /^(\d{6})$/m.exec(mail?.text ?? '')?.[1] ?? '';
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
    for (let i = 0; i < 5; i += 1)
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
