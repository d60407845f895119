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

/** The token of the link in the last mail to an address. */
export async function tokenMailedTo(app: TestApp, email: string): Promise<string> {
  const text = (await mailsTo(app, email)).at(-1)?.text ?? '';
  const token = /\?token=([\w-]+)/.exec(text)?.[1];
  if (!token) throw new Error(`No link in the last mail to ${email}: ${text}`);
  return token;
}
