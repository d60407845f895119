import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import { identityApi } from '#contracts/identity.js';
import { startApp, type TestApp } from '../support/app.js';
import { anAccount, cookieOf, mailsTo, PASSWORD, signIn } from '../support/identity.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** Codes of this and the next time step: both are accepted for at least 30 s from now. */
const codes = async (secret: string): Promise<[string, string]> => {
  const epoch = Math.floor(Date.now() / 1_000);
  return [await generate({ secret, epoch }), await generate({ secret, epoch: epoch + 30 })];
};

/** An account with two-factor sign-in on; `next` is a code that was not used yet. */
async function aGuardedAccount() {
  const { id, email } = await anAccount(app);
  const cookie = await signIn(app, email);
  const { secret } = await app.as(cookie).ok(identityApi.startTwoFactor);
  const [code, next] = await codes(secret);
  await app.as(cookie).ok(identityApi.confirmTwoFactor, { body: { code } });
  const attempt = (given?: string) =>
    app.as().call(identityApi.signIn, { body: { email, password: PASSWORD, code: given } });
  return { id, email, cookie, secret, used: code, next, attempt };
}

describe('two-factor sign-in', () => {
  it('starts with a secret that is kept encrypted, as text, address and picture', async () => {
    const { id, email } = await anAccount(app);
    const cookie = await signIn(app, email);
    const { secret, uri, qrSvg } = await app.as(cookie).ok(identityApi.startTwoFactor);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(new URL(uri).searchParams.get('secret')).toBe(secret);
    expect(decodeURIComponent(uri)).toContain(`otpauth://totp/Nakadachi:${email}`);
    expect(qrSvg).toMatch(/^<svg /);
    const [row] = await app.resources.database.query<{ totp_secret: string }>(
      'select totp_secret from app_user where id = $1',
      [id],
    );
    expect(row?.totp_secret).not.toContain(secret);
    expect((await app.as(cookie).ok(identityApi.me)).twoFactor).toBe(false);
    await signIn(app, email);
  });

  it('is on after a right code, and then asks for one', async () => {
    const { id, email } = await anAccount(app);
    const cookie = await signIn(app, email);
    const early = await app.as(cookie).call(identityApi.confirmTwoFactor, { body: { code: '123456' } });
    expect([early.status, early.error.code]).toEqual([401, 'auth/invalid-code']);
    const { secret } = await app.as(cookie).ok(identityApi.startTwoFactor);
    const [code, next] = await codes(secret);
    const wrong = code === '000000' || next === '000000' ? '999999' : '000000';
    const refused = await app.as(cookie).call(identityApi.confirmTwoFactor, { body: { code: wrong } });
    expect([refused.status, refused.error.code]).toEqual([401, 'auth/invalid-code']);
    await app.as(cookie).ok(identityApi.confirmTwoFactor, { body: { code } });
    expect((await app.as(cookie).ok(identityApi.me)).twoFactor).toBe(true);
    expect((await mailsTo(app, email)).map((mail) => mail.subject)).toEqual([
      '【Nakadachi】二段階認証が有効になりました',
    ]);

    const again = await app.as(cookie).call(identityApi.startTwoFactor);
    expect([again.status, again.error.code]).toEqual([409, 'auth/two-factor-already-on']);
    const body = { email, password: PASSWORD };
    const without = await app.as().call(identityApi.signIn, { body });
    expect([without.status, without.error.code]).toEqual([401, 'auth/two-factor-needed']);
    expect(cookieOf(without)).toBeNull();
    const badPassword = await app
      .as()
      .call(identityApi.signIn, { body: { email, password: 'x', code: next } });
    expect(badPassword.error.code).toBe('auth/wrong-password');
    const done = await app.as().call(identityApi.signIn, { body: { ...body, code: next } });
    expect([done.status, done.body.id]).toEqual([200, id]);
  });

  it('takes a code once, and none from before it', async () => {
    const { attempt, used, next } = await aGuardedAccount();
    expect((await attempt(used)).error.code).toBe('auth/invalid-code');
    const answers = await Promise.all([attempt(next), attempt(next)]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 401]);
    expect((await attempt(next)).error.code).toBe('auth/invalid-code');
    expect((await attempt(used)).error.code).toBe('auth/invalid-code');
  });

  it('makes who guesses codes wait, wherever they come from', async () => {
    const { id, attempt, next } = await aGuardedAccount();
    await app.resources.database.query(
      "insert into sign_in_attempt (key) select 'code:' || $1 from generate_series(1, 10)",
      [id],
    );
    const answer = await attempt(next);
    expect([answer.status, answer.error.code]).toEqual([429, 'auth/too-many-attempts']);
  });

  it('is turned off with the password', async () => {
    const { id, email, cookie } = await aGuardedAccount();
    const stop = (password: string) => app.as(cookie).call(identityApi.stopTwoFactor, { body: { password } });
    expect((await stop('wrong password')).error.code).toBe('auth/wrong-password');
    expect((await stop(PASSWORD)).status).toBe(204);
    await signIn(app, email);
    const rows = await app.resources.database.query(
      'select totp_secret, totp_active, totp_last_step from app_user where id = $1',
      [id],
    );
    expect(rows).toEqual([{ totp_secret: null, totp_active: false, totp_last_step: null }]);
  });
});
