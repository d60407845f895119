import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint } from '#contracts/endpoint.js';
import { identityApi } from '#contracts/identity.js';
import { aCompany } from '../support/companies.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { anAccount, cookieOf, mailsTo, PASSWORD, signIn, tokenMailedTo } from '../support/identity.js';
import { aBody, aPerson } from '../support/people.js';

const NEW_PASSWORD = 'another long password';
const newEmail = () => `${randomUUID()}@example.test`;

let app: TestApp;
let nobody: Client;
beforeAll(async () => {
  app = await startApp();
  nobody = app.as();
});
afterAll(() => app.close());

const query = <Row>(sql: string, parameters: unknown[] = []) =>
  app.resources.database.query<Row>(sql, parameters);

describe('access', () => {
  const id = randomUUID();
  const params = { id, userId: id };
  const closed = Object.entries(identityApi as Record<string, Endpoint>).filter(
    ([, endpoint]) => endpoint.access !== 'public',
  );

  it.each(closed)('%s is for those who are signed in', async (_, endpoint) => {
    const answer = await nobody.call(endpoint, { params } as object);
    expect([answer.status, answer.error.code]).toEqual([401, 'auth/not-signed-in']);
  });

  it.each(closed.filter(([, endpoint]) => endpoint.access !== 'signed-in'))(
    '%s is not for newcomers',
    async (_, endpoint) => {
      const { cookie } = await aPerson(app.resources.database);
      const answer = await app.as(cookie).call(endpoint, { params } as object);
      expect([answer.status, answer.error.code]).toEqual([403, 'auth/forbidden']);
    },
  );

  it.each([
    ['signUp', { email: 'not an address' }, ['email']],
    ['signIn', { email: 'a@example.test', password: 'x', code: '12345' }, ['code']],
    ['completeSignUp', { token: 'x'.repeat(43), name: ' ', password: 'short' }, ['name', 'password']],
    ['askReset', {}, ['email']],
    ['completeReset', { token: 'x', password: 'short' }, ['token', 'password']],
  ] as const)('%s names the wrong fields', async (name, body, fields) => {
    const answer = await nobody.call(identityApi[name], { body } as object);
    expect([answer.status, answer.error.code]).toEqual([400, 'request/invalid']);
    expect(Object.keys(answer.error.fields ?? {})).toEqual(fields);
  });

  it('a page of another site changes nothing, one of this site does', async () => {
    const { cookie } = await aPerson(app.resources.database);
    const body = { name: '変更' };
    const from = (origin: string) => app.as(cookie).call(identityApi.updateMe, { body, headers: { origin } });
    const foreign = await from('https://evil.example');
    expect([foreign.status, foreign.error.code]).toEqual([403, 'auth/foreign-origin']);
    expect((await from('null')).status).toBe(403);
    expect((await from(app.url)).status).toBe(200);
  });
});

describe('sign-up', () => {
  it('mails a link, which makes the account once', async () => {
    const email = newEmail();
    const asked = await nobody.call(identityApi.signUp, { body: { email: email.toUpperCase() } });
    expect([asked.status, asked.bytes.length]).toEqual([204, 0]);
    const [mail] = await mailsTo(app, email);
    expect(mail?.subject).toBe('【Nakadachi】登録のご案内');
    expect(mail?.text).toContain(`${app.resources.config.http.publicUrl}/link?token=`);
    expect(mail?.html).toContain('/link?token=');

    const token = await tokenMailedTo(app, email);
    expect(await nobody.ok(identityApi.readLink, { query: { token } })).toEqual({
      kind: 'sign-up',
      email,
      organisation: null,
      hasAccount: false,
    });
    const body = { token, name: '新規 一郎', password: PASSWORD };
    const idempotencyKey = randomUUID();
    const first = await nobody.call(identityApi.completeSignUp, { body, idempotencyKey });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      email,
      name: '新規 一郎',
      role: 'newcomer',
      company: null,
      body: null,
    });
    expect((await app.as(cookieOf(first)).ok(identityApi.me)).id).toBe(first.body.id);

    const again = await nobody.call(identityApi.completeSignUp, { body, idempotencyKey });
    expect([again.status, again.body]).toEqual([201, first.body]);
    const used = await nobody.call(identityApi.completeSignUp, { body });
    expect([used.status, used.error.code]).toEqual([400, 'auth/invalid-link']);
    expect((await nobody.call(identityApi.readLink, { query: { token } })).error.code).toBe(
      'auth/invalid-link',
    );
    await signIn(app, email);
  });

  it('keeps the token out of the tables', async () => {
    const email = newEmail();
    await nobody.ok(identityApi.signUp, { body: { email } });
    const token = await tokenMailedTo(app, email);
    const rows = await query<{ row: string }>(
      'select l::text "row" from mailed_link l where email = $1 union all select data::text from event',
      [email],
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ row }) => row.includes(token))).toEqual([]);
  });

  it('answers the same where the address has an account, and the mail says so', async () => {
    const { email } = await anAccount(app);
    const known = await nobody.call(identityApi.signUp, { body: { email, language: 'en' } });
    const unknown = await nobody.call(identityApi.signUp, { body: { email: newEmail(), language: 'en' } });
    expect([known.status, known.bytes]).toEqual([unknown.status, unknown.bytes]);
    const [mail] = await mailsTo(app, email);
    expect(mail?.subject).toBe('【Nakadachi】すでに登録されています');
    expect(mail?.text).toContain(`${app.resources.config.http.publicUrl}/sign-in`);
    expect(mail?.text).not.toContain('token=');
  });

  it('writes in the language that was asked for', async () => {
    const email = newEmail();
    await nobody.ok(identityApi.signUp, { body: { email, language: 'en' } });
    expect((await mailsTo(app, email))[0]?.subject).toBe('[Nakadachi] Finish your registration');
  });

  it('takes back the other links of an address, and none after its time', async () => {
    const email = newEmail();
    await nobody.ok(identityApi.signUp, { body: { email } });
    const first = await tokenMailedTo(app, email);
    await nobody.ok(identityApi.signUp, { body: { email } });
    const second = await tokenMailedTo(app, email);
    await query("update mailed_link set expires_at = now() - interval '1 second' where email = $1", [email]);
    const late = await nobody.call(identityApi.readLink, { query: { token: second } });
    expect([late.status, late.error.code]).toEqual([400, 'auth/invalid-link']);
    await query("update mailed_link set expires_at = now() + interval '1 hour' where email = $1", [email]);
    await nobody.ok(identityApi.completeSignUp, {
      body: { token: second, name: '二郎', password: PASSWORD },
    });
    const old = { token: first, name: '三郎', password: NEW_PASSWORD };
    expect((await nobody.call(identityApi.completeSignUp, { body: old })).error.code).toBe(
      'auth/invalid-link',
    );
  });

  it('of two completions at once makes one account', async () => {
    const email = newEmail();
    await nobody.ok(identityApi.signUp, { body: { email } });
    const body = { token: await tokenMailedTo(app, email), name: '同時', password: PASSWORD };
    const answers = await Promise.all([1, 2, 3].map(() => nobody.call(identityApi.completeSignUp, { body })));
    expect(answers.map((a) => a.status).sort()).toEqual([201, 400, 400]);
  });
});

describe('sign-in', () => {
  it('opens a session by a cookie that scripts and other sites do not get', async () => {
    const { email } = await anAccount(app);
    const answer = await nobody.call(identityApi.signIn, { body: { email, password: PASSWORD } });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ email, role: 'newcomer', twoFactor: false });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^nakadachi_session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
    const token = cookie?.slice('nakadachi_session='.length).split(';')[0] ?? '';
    expect(await query('select 1 from user_session where token_hash = $1', [token])).toEqual([]);
  });

  it('marks the cookie Secure where people come by https', async () => {
    const secure = await startApp(['api'], { PUBLIC_URL: 'https://match.example.jp' });
    try {
      const { email } = await anAccount(secure);
      const answer = await secure.as().call(identityApi.signIn, { body: { email, password: PASSWORD } });
      expect(answer.headers.getSetCookie()[0]).toContain('; Secure');
    } finally {
      await secure.close();
    }
  });

  it('refuses a wrong password, an unknown address and a suspended account alike', async () => {
    const { email } = await anAccount(app);
    const suspended = await anAccount(app);
    await query('update app_user set suspended_at = now() where id = $1', [suspended.id]);
    const tries = [
      { email, password: 'wrong password' },
      { email: newEmail(), password: PASSWORD },
      { email: suspended.email, password: PASSWORD },
    ];
    for (const body of tries) {
      const answer = await nobody.call(identityApi.signIn, { body });
      expect([answer.status, answer.error.code]).toEqual([401, 'auth/wrong-password']);
      expect(cookieOf(answer)).toBeNull();
    }
  });

  it('ends the session that the browser had before', async () => {
    const { email } = await anAccount(app);
    const old = await signIn(app, email);
    const answer = await app.as(old).call(identityApi.signIn, { body: { email, password: PASSWORD } });
    expect(cookieOf(answer)).not.toBe(old);
    expect((await app.as(old).call(identityApi.me)).status).toBe(401);
    expect((await app.as(cookieOf(answer)).call(identityApi.me)).status).toBe(200);
  });

  it('ends by signing out', async () => {
    const { email } = await anAccount(app);
    const cookie = await signIn(app, email);
    const answer = await app.as(cookie).call(identityApi.signOut);
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^nakadachi_session=;.*Expires=Thu, 01 Jan 1970/);
    expect((await app.as(cookie).call(identityApi.me)).status).toBe(401);
  });
});

describe('a session', () => {
  const seen = (cookie: string, ago: string) =>
    query(
      `update user_session set last_seen_at = now() - $2::interval
       where token_hash = encode(sha256($1::bytea), 'hex') returning last_seen_at`,
      [cookie.split('=')[1], ago],
    );
  const lastSeen = async (userId: string) =>
    (
      await query<{ minutes: number }>(
        'select extract(epoch from now() - last_seen_at)::int / 60 minutes from user_session where user_id = $1',
        [userId],
      )
    )[0]?.minutes;

  it('lasts as long as it is used, and is written down every few minutes', async () => {
    const { id, cookie } = await aPerson(app.resources.database);
    expect(await seen(cookie, '3 minutes')).toHaveLength(1);
    await app.as(cookie).ok(identityApi.sessions);
    expect(await lastSeen(id)).toBe(3);
    await seen(cookie, '13 days 23 hours');
    const answer = await app.as(cookie).call(identityApi.me);
    expect(answer.status).toBe(200);
    expect(cookieOf(answer)).toBe(cookie);
    expect(await lastSeen(id)).toBe(0);
  });

  it('ends when it was not used for SESSION_DAYS', async () => {
    const { cookie } = await aPerson(app.resources.database);
    await seen(cookie, '14 days 1 second');
    const answer = await app.as(cookie).call(identityApi.me);
    expect([answer.status, answer.error.code]).toEqual([401, 'auth/not-signed-in']);
  });

  it('is listed with its device in words, and can be ended by its owner only', async () => {
    const { email } = await anAccount(app);
    const userAgent =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
    const windows = await nobody.call(identityApi.signIn, {
      body: { email, password: PASSWORD },
      headers: { 'user-agent': userAgent },
    });
    const cookie = await signIn(app, email);
    const { items } = await app.as(cookie).ok(identityApi.sessions);
    expect(items.map((s) => [s.device, s.current])).toEqual([
      ['不明な端末', true],
      ['Windows の Chrome', false],
    ]);
    const params = { id: items[1]?.id ?? '' };
    const stranger = await aPerson(app.resources.database);
    expect((await app.as(stranger.cookie).call(identityApi.revokeSession, { params })).status).toBe(404);
    expect((await app.as(cookieOf(windows)).call(identityApi.me)).status).toBe(200);
    await app.as(cookie).ok(identityApi.revokeSession, { params });
    expect((await app.as(cookieOf(windows)).call(identityApi.me)).status).toBe(401);
    expect((await app.as(cookie).call(identityApi.revokeSession, { params })).status).toBe(404);
    expect((await app.as(cookie).call(identityApi.revokeSession, { params: { id: 'x' } })).status).toBe(404);
  });
});

describe('the own account', () => {
  it('tells the company and the body', async () => {
    const { database } = app.resources;
    const company = await aCompany(database, { name: '自社製作所', state: 'pending' });
    const owner = await aPerson(database, { role: 'company-owner', companyId: company.id });
    expect((await app.as(owner.cookie).ok(identityApi.me)).company).toEqual({
      id: company.id,
      name: '自社製作所',
      isOrderer: false,
      isSupplier: true,
      approved: false,
    });
    const bodyId = await aBody(database, '県支援センター');
    const coordinator = await aPerson(database, { role: 'coordinator', bodyId });
    expect((await app.as(coordinator.cookie).ok(identityApi.me)).body).toEqual({
      id: bodyId,
      name: '県支援センター',
    });
  });

  it('changes what is given and leaves the rest', async () => {
    const { cookie } = await aPerson(app.resources.database, { name: '変更前' });
    const body = { language: 'en', mail: 'daily' } as const;
    expect(await app.as(cookie).ok(identityApi.updateMe, { body })).toMatchObject({
      ...body,
      name: '変更前',
    });
    expect(await app.as(cookie).ok(identityApi.updateMe, { body: {} })).toMatchObject(body);
    const wrong = await app.as(cookie).call(identityApi.updateMe, { body: { name: '' } });
    expect(wrong.status).toBe(400);
  });
});

describe('the password', () => {
  it('is changed by who knows it; other sessions end, this one stays', async () => {
    const { email } = await anAccount(app);
    const other = await signIn(app, email);
    const cookie = await signIn(app, email);
    const change = (current: string, password: string) =>
      app.as(cookie).call(identityApi.changePassword, { body: { current, password } });
    expect((await change('wrong password', NEW_PASSWORD)).error.code).toBe('auth/wrong-password');
    expect((await change(PASSWORD, 'short')).status).toBe(400);
    expect((await change(PASSWORD, NEW_PASSWORD)).status).toBe(204);
    expect((await app.as(other).call(identityApi.me)).status).toBe(401);
    expect((await app.as(cookie).call(identityApi.me)).status).toBe(200);
    await signIn(app, email, NEW_PASSWORD);
    expect((await mailsTo(app, email)).map((mail) => mail.subject)).toEqual([
      '【Nakadachi】パスワードが変更されました',
    ]);
  });

  it('is reset by a mailed link, which ends all sessions and works once', async () => {
    const { email } = await anAccount(app);
    const cookie = await signIn(app, email);
    await nobody.ok(identityApi.askReset, { body: { email } });
    const token = await tokenMailedTo(app, email);
    expect((await mailsTo(app, email))[0]?.text).toContain('/reset?token=');
    expect(await nobody.ok(identityApi.readLink, { query: { token } })).toMatchObject({
      kind: 'reset',
      email,
    });
    const asSignUp = { token, name: '乗取', password: NEW_PASSWORD };
    expect((await nobody.call(identityApi.completeSignUp, { body: asSignUp })).status).toBe(400);
    const body = { token, password: NEW_PASSWORD };
    expect((await nobody.call(identityApi.completeReset, { body })).status).toBe(204);
    expect((await app.as(cookie).call(identityApi.me)).status).toBe(401);
    await signIn(app, email, NEW_PASSWORD);
    expect((await nobody.call(identityApi.completeReset, { body })).error.code).toBe('auth/invalid-link');
  });

  it('has no link for an address without an account, and the answer does not tell', async () => {
    const email = newEmail();
    const answer = await nobody.call(identityApi.askReset, { body: { email } });
    expect([answer.status, answer.bytes.length]).toEqual([204, 0]);
    const [mail] = await mailsTo(app, email);
    expect(mail?.subject).toBe('【Nakadachi】このアドレスは登録されていません');
    expect(mail?.text).not.toContain('token=');
  });

  it('has no link for a suspended account', async () => {
    const { id, email } = await anAccount(app);
    await query('update app_user set suspended_at = now() where id = $1', [id]);
    await nobody.ok(identityApi.askReset, { body: { email } });
    expect(await mailsTo(app, email)).toEqual([]);
  });
});

describe('too many tries', () => {
  it('with one account wait, and a made-up sender address does not help', async () => {
    const { email } = await anAccount(app);
    const attempt = (password: string, headers = {}) =>
      nobody.call(identityApi.signIn, { body: { email, password }, headers });
    const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => attempt(`wrong password ${n}`)));
    expect(answers.map((a) => a.status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const refused = await attempt(PASSWORD, { 'x-forwarded-for': '192.0.2.1' });
    expect([refused.status, refused.error.code]).toEqual([429, 'auth/too-many-attempts']);
    expect(refused.error.message).toMatch(/[1-9]\d{0,2}秒後/);
    await signIn(app, (await anAccount(app)).email);
    await query("update sign_in_attempt set at = at - interval '15 minutes' where key like $1", [
      `%${email}`,
    ]);
    expect((await attempt(PASSWORD)).status).toBe(200);
  });

  it('are forgotten after the right password', async () => {
    const { email } = await anAccount(app);
    const attempt = (password: string) => nobody.call(identityApi.signIn, { body: { email, password } });
    for (let n = 0; n < 4; n += 1) await attempt('wrong password');
    expect((await attempt(PASSWORD)).status).toBe(200);
    for (let n = 0; n < 4; n += 1) expect((await attempt('wrong password')).status).toBe(401);
  });

  it('with many accounts from one network wait too', async () => {
    await query('delete from sign_in_attempt');
    await query("insert into sign_in_attempt (key) select 'sign-in:127.0.0.1' from generate_series(1, 50)");
    const { email } = await anAccount(app);
    const body = { email, password: PASSWORD };
    expect((await nobody.call(identityApi.signIn, { body })).error.code).toBe('auth/too-many-attempts');
    await query('delete from sign_in_attempt');
    expect((await nobody.call(identityApi.signIn, { body })).status).toBe(200);
  });

  it('for mailed links wait, whether the address has an account or not', async () => {
    const { email } = await anAccount(app);
    for (const address of [email, newEmail()]) {
      for (let n = 0; n < 5; n += 1) await nobody.ok(identityApi.signUp, { body: { email: address } });
      const up = await nobody.call(identityApi.signUp, { body: { email: address } });
      expect([up.status, up.error.code]).toEqual([429, 'auth/too-many-attempts']);
      expect((await nobody.call(identityApi.askReset, { body: { email: address } })).status).toBe(429);
    }
  });

  it('of the present password by who is signed in wait', async () => {
    const { email } = await anAccount(app);
    const cookie = await signIn(app, email);
    const body = { current: 'wrong password', password: NEW_PASSWORD };
    for (let n = 0; n < 5; n += 1) {
      expect((await app.as(cookie).call(identityApi.changePassword, { body })).status).toBe(401);
    }
    expect((await app.as(cookie).call(identityApi.changePassword, { body })).status).toBe(429);
  });
});
