import { randomUUID } from 'node:crypto';
import { identityApi } from '#contracts/identity.js';
import { IdentityService, type NewPerson } from '#identity/index.js';
import { SESSION_COOKIE } from '#platform/auth/index.js';
import type { TestApp } from './app.js';
import type { Answer } from './client.js';
import { sentMails, type SentMail } from './mails.js';

export const PASSWORD = 'correct horse 電池';

/** An account that can be signed in to with PASSWORD; answers with its id and address. */
export async function anAccount(
  app: TestApp,
  given: Partial<NewPerson> = {},
): Promise<{ id: string; email: string }> {
  const email = given.email ?? `${randomUUID()}@example.test`;
  const service = app.app.get(IdentityService, { strict: false });
  const id = await service.createPerson({ name: '試験 花子', password: PASSWORD, ...given, email });
  return { id, email };
}

/** The session cookie that an answer sets, as a request sends it; null where it sets none. */
export function cookieOf({ headers }: Answer<unknown>): string | null {
  const set = headers.getSetCookie().find((cookie) => cookie.startsWith(`${SESSION_COOKIE}=`));
  return set?.split(';')[0] ?? null;
}

/** Signs in; answers with the cookie. */
export async function signIn(app: TestApp, email: string, password = PASSWORD): Promise<string> {
  const answer = await app.as().call(identityApi.signIn, { body: { email, password } });
  const cookie = cookieOf(answer);
  if (!cookie) throw new Error(`Sign-in failed: ${answer.status} ${JSON.stringify(answer.body)}`);
  return cookie;
}

/** Mails to an address, the oldest first, once everything recorded has been handled. */
export async function mailsTo(app: TestApp, email: string): Promise<SentMail[]> {
  await app.settle();
  return sentMails(app.mailFolder).filter((mail) => mail.to.includes(email));
}

/** What a pattern's group finds in the last mail to an address in which it finds anything: a notice may come meanwhile. */
export async function lastMailed(app: TestApp, email: string, pattern: RegExp): Promise<string> {
  const mails = await mailsTo(app, email);
  const found = mails.map(({ text }) => pattern.exec(text)?.[1]).findLast((one) => one !== undefined);
  if (!found) throw new Error(`Nothing like ${pattern} in ${mails.length} mails to ${email}.`);
  return found;
}

/** The token of the last link that was mailed to an address. */
export const tokenMailedTo = (app: TestApp, email: string): Promise<string> =>
  lastMailed(app, email, /\?token=([\w-]+)/);
