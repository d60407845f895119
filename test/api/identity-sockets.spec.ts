import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io, type Socket } from 'socket.io-client';
import { identityApi } from '#contracts/identity.js';
import { IdentityService } from '#identity/index.js';
import { WorkerHost } from '#platform/queue/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCompany } from '../support/companies.js';
import { anAccount, PASSWORD, signIn } from '../support/identity.js';
import { aPerson } from '../support/people.js';

let app: TestApp;
const sockets: Socket[] = [];
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  for (const socket of sockets) socket.close();
  await app.close();
});

/** Opens a socket; answers with the error where it is refused. */
function connect(cookie: string | null): Promise<Socket | string> {
  const socket = io(app.url, {
    transports: ['websocket'],
    reconnection: false,
    ...(cookie && { extraHeaders: { cookie } }),
  });
  sockets.push(socket);
  return new Promise((resolve) => {
    socket.on('connect', () => resolve(socket));
    socket.on('connect_error', (error) => resolve(error.message));
  });
}

async function open(cookie: string): Promise<{ socket: Socket; gone: Promise<string> }> {
  const socket = await connect(cookie);
  if (typeof socket === 'string') throw new Error(`The socket was refused: ${socket}`);
  return { socket, gone: new Promise((resolve) => socket.on('disconnect', resolve)) };
}

describe('a socket', () => {
  it('needs a session', async () => {
    expect(await connect(null)).toBe('auth/not-signed-in');
    expect(await connect('nakadachi_session=made-up')).toBe('auth/not-signed-in');
  });

  it('goes with the session that was revoked, and only that', async () => {
    const { email } = await anAccount(app);
    const lost = await signIn(app, email);
    const kept = await signIn(app, email);
    const first = await open(lost);
    const second = await open(kept);
    const { items } = await app.as(kept).ok(identityApi.sessions);
    const id = items.find((session) => !session.current)?.id ?? '';
    await app.as(kept).ok(identityApi.revokeSession, { params: { id } });
    await app.settle();
    expect(await first.gone).toBe('io server disconnect');
    expect(second.socket.connected).toBe(true);
    expect(await connect(lost)).toBe('auth/not-signed-in');
  });

  it('goes with signing out', async () => {
    const { cookie } = await aPerson(app.resources.database);
    const { gone } = await open(cookie);
    await app.as(cookie).ok(identityApi.signOut);
    expect(await gone).toBe('io server disconnect');
  });

  it('of another device goes with a new password', async () => {
    const { email } = await anAccount(app);
    const other = await open(await signIn(app, email));
    const cookie = await signIn(app, email);
    const own = await open(cookie);
    const body = { current: PASSWORD, password: 'another long password' };
    await app.as(cookie).ok(identityApi.changePassword, { body });
    expect(await other.gone).toBe('io server disconnect');
    await app.settle();
    expect(own.socket.connected).toBe(true);
  });

  it('goes with removal from the company and with suspension', async () => {
    const { database } = app.resources;
    const { id: companyId } = await aCompany(database);
    const owner = await aPerson(database, { role: 'company-owner', companyId });
    const administrator = await aPerson(database, { role: 'administrator' });
    const member = await aPerson(database, { role: 'company-member', companyId });
    const suspended = await aPerson(database);
    const [first, second] = [await open(member.cookie), await open(suspended.cookie)];
    await app
      .as(owner.cookie)
      .ok(identityApi.removeFromCompany, { params: { id: companyId, userId: member.id } });
    await app.as(administrator.cookie).ok(identityApi.suspendAccount, { params: { id: suspended.id } });
    expect(await first.gone).toBe('io server disconnect');
    expect(await second.gone).toBe('io server disconnect');
    expect(await connect(suspended.cookie)).toBe('auth/not-signed-in');
  });

  it('opens anew for who has joined a company, so that it knows what they now may', async () => {
    const { cookie, id } = await aPerson(app.resources.database);
    const { gone } = await open(cookie);
    const company = await aCompany(app.resources.database);
    await app.app.get(IdentityService, { strict: false }).makeOwner(id, company.id);
    expect(await gone).toBe('io server disconnect');
    expect((await open(cookie)).socket.connected).toBe(true);
  });

  it('goes when its session has run out', async () => {
    const { id, cookie } = await aPerson(app.resources.database);
    const { gone } = await open(cookie);
    await app.resources.database.query(
      "update user_session set last_seen_at = now() - interval '15 days' where user_id = $1",
      [id],
    );
    await app.app.get(WorkerHost, { strict: false }).run('identity.sweep', { eventId: null });
    expect(await gone).toBe('io server disconnect');
  });
});
