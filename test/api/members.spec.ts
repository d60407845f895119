import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityApi } from '#contracts/identity.js';
import { IdentityReader, IdentityService } from '#identity/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCompany } from '../support/companies.js';
import { anAccount, cookieOf, mailsTo, PASSWORD, signIn, tokenMailedTo } from '../support/identity.js';
import { aBody, aPerson, type TestPerson } from '../support/people.js';

const newEmail = () => `${randomUUID()}@example.test`;

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const as = (person: TestPerson) => app.as(person.cookie);
const person = (given: Parameters<typeof aPerson>[1]) => aPerson(app.resources.database, given);

async function aFirm() {
  const { id } = await aCompany(app.resources.database, { name: '仲立精機' });
  const owner = await person({ role: 'company-owner', companyId: id, name: '社長' });
  const member = await person({ role: 'company-member', companyId: id, name: '社員' });
  return { id, owner, member, params: { id } };
}

async function aCentre() {
  const id = await aBody(app.resources.database, '県支援センター');
  const secretary = await person({ role: 'secretary', bodyId: id, name: '事務局' });
  const coordinator = await person({ role: 'coordinator', bodyId: id });
  return { id, secretary, coordinator, params: { id } };
}

const complete = (token: string, password = PASSWORD, idempotencyKey?: string) =>
  app.as().call(identityApi.completeSignUp, {
    body: { token, name: '招待 された', password, language: 'en' },
    ...(idempotencyKey && { idempotencyKey }),
  });

describe('members of a company', () => {
  it('are seen by colleagues and by who brokers, not by other companies', async () => {
    const { owner, member, params } = await aFirm();
    const other = await aFirm();
    const centre = await aCentre();
    const seen = await as(owner).ok(identityApi.companyMembers, { params });
    expect(seen.members.map((m) => [m.name, m.role])).toEqual([
      ['社長', 'company-owner'],
      ['社員', 'company-member'],
    ]);
    expect(seen.can.manage).toBe(true);
    for (const viewer of [member, centre.coordinator, centre.secretary]) {
      expect((await as(viewer).ok(identityApi.companyMembers, { params })).can.manage).toBe(false);
    }
    expect((await as(other.owner).call(identityApi.companyMembers, { params })).status).toBe(404);
    const missing = { id: randomUUID() };
    expect((await as(centre.secretary).call(identityApi.companyMembers, { params: missing })).status).toBe(
      404,
    );
  });

  it('are invited by an owner of that company only', async () => {
    const { owner, member, params } = await aFirm();
    const other = await aFirm();
    const body = { email: newEmail(), role: 'company-member' } as const;
    const invite = (by: TestPerson, given: object = body) =>
      as(by).call(identityApi.inviteToCompany, { params, body: given as typeof body });
    expect((await invite(member)).status).toBe(403);
    expect((await invite(other.owner)).status).toBe(404);
    expect((await invite(owner, { ...body, role: 'administrator' })).status).toBe(400);
    expect((await invite(owner, { ...body, email: member.email })).error.code).toBe('auth/already-member');
    expect((await invite(owner)).status).toBe(201);
  });
});

describe('an invitation to a company', () => {
  it('makes an account and a member, once', async () => {
    const { id, owner, params } = await aFirm();
    const email = newEmail();
    const body = { email, role: 'company-member' } as const;
    const idempotencyKey = randomUUID();
    const invited = await as(owner).ok(identityApi.inviteToCompany, { params, body, idempotencyKey });
    expect(invited).toMatchObject({ email, role: 'company-member' });
    expect(await as(owner).ok(identityApi.inviteToCompany, { params, body, idempotencyKey })).toEqual(
      invited,
    );
    const mails = await mailsTo(app, email);
    expect(mails.map((mail) => mail.subject)).toEqual(['【Nakadachi】仲立精機への招待']);
    expect(mails[0]?.text).toContain('社長さんが、あなたを「仲立精機」');
    const token = await tokenMailedTo(app, email);
    expect(await app.as().ok(identityApi.readLink, { query: { token } })).toEqual({
      kind: 'company-invitation',
      email,
      organisation: '仲立精機',
      hasAccount: false,
    });
    expect((await as(owner).ok(identityApi.companyMembers, { params })).invitations).toEqual([invited]);

    const key = randomUUID();
    const done = await complete(token, PASSWORD, key);
    expect(done.status).toBe(201);
    expect(done.body).toMatchObject({ email, role: 'company-member', language: 'en', company: { id } });
    expect((await complete(token, PASSWORD, key)).body).toEqual(done.body);
    expect((await complete(token)).error.code).toBe('auth/invalid-link');
    const after = await app.as(cookieOf(done)).ok(identityApi.companyMembers, { params });
    expect([after.members.length, after.invitations.length]).toEqual([3, 0]);
  });

  it('sent again takes the place of the first', async () => {
    const { owner, params } = await aFirm();
    const email = newEmail();
    await as(owner).ok(identityApi.inviteToCompany, { params, body: { email, role: 'company-member' } });
    const first = await tokenMailedTo(app, email);
    await as(owner).ok(identityApi.inviteToCompany, { params, body: { email, role: 'company-owner' } });
    expect((await complete(first)).error.code).toBe('auth/invalid-link');
    const { invitations } = await as(owner).ok(identityApi.companyMembers, { params });
    expect(invitations.map((i) => i.role)).toEqual(['company-owner']);
    expect((await complete(await tokenMailedTo(app, email))).body.role).toBe('company-owner');
  });

  it('is accepted by a newcomer with the password they have', async () => {
    const { id, owner, params } = await aFirm();
    const { id: userId, email } = await anAccount(app, { name: '元の名前' });
    await as(owner).ok(identityApi.inviteToCompany, { params, body: { email, role: 'company-member' } });
    const [mail] = await mailsTo(app, email);
    expect(mail?.text).toContain('今お使いのパスワード');
    const token = await tokenMailedTo(app, email);
    expect((await app.as().ok(identityApi.readLink, { query: { token } })).hasAccount).toBe(true);
    const wrong = await complete(token, 'not the password');
    expect([wrong.status, wrong.error.code]).toEqual([401, 'auth/wrong-password']);
    const done = await complete(token);
    expect(done.body).toMatchObject({
      id: userId,
      name: '元の名前',
      role: 'company-member',
      company: { id },
    });
  });

  it('tells who belongs elsewhere that they cannot, and the inviter nothing', async () => {
    const { owner, params } = await aFirm();
    const other = await aFirm();
    const body = { email: other.member.email, role: 'company-member' } as const;
    const answer = await as(owner).call(identityApi.inviteToCompany, { params, body });
    expect(answer.status).toBe(201);
    const [mail] = await mailsTo(app, other.member.email);
    expect(mail?.text).toContain('すでに別の企業または支援機関に所属している');
    expect(mail?.text).not.toContain('token=');
  });

  it('is refused for who has joined another company since', async () => {
    const { owner, params } = await aFirm();
    const other = await aFirm();
    const { id, email } = await anAccount(app);
    await as(owner).ok(identityApi.inviteToCompany, { params, body: { email, role: 'company-member' } });
    const token = await tokenMailedTo(app, email);
    await app.resources.database.query(
      "update app_user set role = 'company-member', company_id = $2 where id = $1",
      [id, other.id],
    );
    const answer = await complete(token);
    expect([answer.status, answer.error.code]).toEqual([409, 'auth/already-member']);
  });
});

describe('removal from a company', () => {
  it('makes a newcomer, ends their sessions, and records who was what', async () => {
    const { id, owner, params } = await aFirm();
    const { id: userId, email } = await anAccount(app, { role: 'company-member', companyId: id });
    const cookie = await signIn(app, email);
    await as(owner).ok(identityApi.removeFromCompany, { params: { ...params, userId } });
    expect((await app.as(cookie).call(identityApi.me)).status).toBe(401);
    const me = await app.as(await signIn(app, email)).ok(identityApi.me);
    expect([me.role, me.company]).toEqual(['newcomer', null]);
    const events = await app.resources.database.query(
      "select data, company_id, actor_id from event where name = 'identity.member-removed' and subject_id = $1",
      [userId],
    );
    expect(events).toEqual([
      {
        data: { userId, companyId: id, bodyId: null, role: 'company-member' },
        company_id: id,
        actor_id: owner.id,
      },
    ]);
    const again = await as(owner).call(identityApi.removeFromCompany, { params: { ...params, userId } });
    expect(again.status).toBe(404);
  });

  it('can be undone by a new invitation', async () => {
    const { owner, params } = await aFirm();
    const email = newEmail();
    const body = { email, role: 'company-member' } as const;
    await as(owner).ok(identityApi.inviteToCompany, { params, body });
    const done = await complete(await tokenMailedTo(app, email));
    const userId = done.body.id;
    await as(owner).ok(identityApi.removeFromCompany, { params: { ...params, userId } });
    await as(owner).ok(identityApi.inviteToCompany, { params, body });
    const token = await tokenMailedTo(app, email);
    expect((await complete(token)).body.role).toBe('company-member');
  });

  it('is for owners of that company only', async () => {
    const { owner, member, params } = await aFirm();
    const other = await aFirm();
    const remove = (by: TestPerson, userId: string) =>
      as(by).call(identityApi.removeFromCompany, { params: { ...params, userId } });
    expect((await remove(member, owner.id)).status).toBe(403);
    expect((await remove(other.owner, member.id)).status).toBe(404);
    expect((await remove(owner, other.member.id)).status).toBe(404);
  });

  it('never takes the last owner, even of two who leave at once', async () => {
    const { id, owner, params } = await aFirm();
    const remove = (by: TestPerson) =>
      as(by).call(identityApi.removeFromCompany, { params: { ...params, userId: by.id } });
    const last = await remove(owner);
    expect([last.status, last.error.code]).toEqual([409, 'company/last-owner']);
    const second = await person({ role: 'company-owner', companyId: id });
    const answers = await Promise.all([remove(owner), remove(second)]);
    expect(answers.map((a) => a.status).sort()).toEqual([204, 409]);
  });
});

describe('support bodies', () => {
  const input = {
    name: '市産業振興財団',
    nameEn: 'City Foundation',
    prefecture: '27',
    orderersMayPropose: true,
  };

  it('are made by administrators, and known to everybody', async () => {
    const administrator = await person({ role: 'administrator' });
    const newcomer = await person({});
    const centre = await aCentre();
    const wrong = { ...input, name: '' };
    expect((await as(administrator).call(identityApi.createBody, { body: wrong })).status).toBe(400);
    expect((await as(centre.secretary).call(identityApi.createBody, { body: input })).status).toBe(403);
    const body = await as(administrator).ok(identityApi.createBody, { body: input });
    expect(body).toEqual({ ...input, id: body.id, version: 1 });
    expect((await as(newcomer).ok(identityApi.bodies)).items).toContainEqual(body);
  });

  it('are changed by their own secretary or an administrator, never over a newer version', async () => {
    const { secretary, coordinator, params } = await aCentre();
    const other = await aCentre();
    const administrator = await person({ role: 'administrator' });
    const got = await as(secretary).call(identityApi.getBody, { params });
    expect([got.status, got.headers.get('etag')]).toEqual([200, '"v1"']);
    expect((await as(coordinator).call(identityApi.getBody, { params })).status).toBe(403);
    expect((await as(other.secretary).call(identityApi.getBody, { params })).status).toBe(403);
    const missing = { id: randomUUID() };
    expect((await as(administrator).call(identityApi.getBody, { params: missing })).status).toBe(404);

    const update = (by: TestPerson, version?: number, body: object = input) =>
      as(by).call(identityApi.updateBody, {
        params,
        body: body as typeof input,
        ...(version && { version }),
      });
    expect((await update(secretary)).status).toBe(428);
    expect((await update(other.secretary, 1)).status).toBe(403);
    expect((await update(secretary, 1, { ...input, nameEn: '' })).status).toBe(400);
    expect((await update(secretary, 1)).body).toEqual({ ...input, ...params, version: 2 });
    const stale = await update(administrator, 1, { ...input, name: '別の名前' });
    expect([stale.status, stale.error.code]).toEqual([412, 'request/stale']);
    expect(stale.error.current).toEqual({ ...input, ...params, version: 2 });
    expect((await update(administrator, 2, { ...input, name: '別の名前' })).body.version).toBe(3);
  });

  it('invite coordinators and secretaries, who become that', async () => {
    const { secretary, params } = await aCentre();
    const other = await aCentre();
    for (const role of ['coordinator', 'secretary'] as const) {
      const email = newEmail();
      const body = { email, role };
      const refused = await as(other.secretary).call(identityApi.inviteToBody, { params, body });
      expect(refused.status).toBe(403);
      await as(secretary).ok(identityApi.inviteToBody, { params, body });
      expect((await mailsTo(app, email))[0]?.subject).toBe('【Nakadachi】県支援センターへの招待');
      const done = await complete(await tokenMailedTo(app, email));
      expect(done.body).toMatchObject({ role, body: params, company: null });
    }
    const { members } = await as(secretary).ok(identityApi.bodyMembers, { params });
    expect(members.map((m) => m.role).sort()).toEqual([
      'coordinator',
      'coordinator',
      'secretary',
      'secretary',
    ]);
    expect((await as(other.secretary).call(identityApi.bodyMembers, { params })).status).toBe(403);
  });

  it('lose no last secretary', async () => {
    const { id, secretary, coordinator, params } = await aCentre();
    const other = await aCentre();
    const administrator = await person({ role: 'administrator' });
    const remove = (by: TestPerson, userId: string) =>
      as(by).call(identityApi.removeFromBody, { params: { ...params, userId } });
    expect((await remove(other.secretary, coordinator.id)).status).toBe(403);
    expect((await remove(coordinator, coordinator.id)).status).toBe(403);
    expect((await remove(administrator, other.coordinator.id)).status).toBe(404);
    expect((await remove(secretary, coordinator.id)).status).toBe(204);
    expect((await as(coordinator).call(identityApi.me)).status).toBe(401);
    for (const by of [secretary, administrator]) {
      const last = await remove(by, secretary.id);
      expect([last.status, last.error.code]).toEqual([409, 'body/last-secretary']);
    }
    const second = await person({ role: 'secretary', bodyId: id });
    expect((await remove(second, secretary.id)).status).toBe(204);
  });
});

describe('accounts', () => {
  it('are found by an administrator, page by page', async () => {
    const administrator = await person({ role: 'administrator' });
    const mark = randomUUID();
    const { id: companyId } = await aCompany(app.resources.database, { name: `100%_${mark}` });
    for (const name of ['甲', '乙', '丙']) await person({ role: 'company-member', companyId, name });
    const list = (query: object) => as(administrator).ok(identityApi.accounts, { query });
    const first = await list({ q: `100%_${mark}`, limit: 2 });
    expect(first.items.map((a) => [a.name, a.affiliation])).toEqual([
      ['丙', `100%_${mark}`],
      ['乙', `100%_${mark}`],
    ]);
    expect(first.total).toBe(3);
    const rest = await list({ q: mark, limit: 2, cursor: first.nextCursor });
    expect([rest.items.map((a) => a.name), rest.nextCursor]).toEqual([['甲'], null]);
    expect((await list({ q: `100__${mark}` })).items).toEqual([]);
    expect((await list({ cursor: 'broken' })).items.length).toBeGreaterThan(3);
    const wrong = await as(administrator).call(identityApi.accounts, { query: { limit: '0' } });
    expect(wrong.status).toBe(400);
    const { secretary } = await aCentre();
    expect((await as(secretary).call(identityApi.accounts)).status).toBe(403);
  });

  it('are suspended and restored by an administrator, at once and never the own', async () => {
    const administrator = await person({ role: 'administrator' });
    const { id, email } = await anAccount(app);
    const cookie = await signIn(app, email);
    const suspend = (userId: string) =>
      as(administrator).call(identityApi.suspendAccount, { params: { id: userId } });
    expect((await suspend(administrator.id)).status).toBe(403);
    expect((await suspend(randomUUID())).status).toBe(404);
    expect((await suspend(id)).status).toBe(204);
    expect((await suspend(id)).status).toBe(204);
    expect((await app.as(cookie).call(identityApi.me)).status).toBe(401);
    const refused = await app.as().call(identityApi.signIn, { body: { email, password: PASSWORD } });
    expect(refused.error.code).toBe('auth/wrong-password');
    const { items } = await as(administrator).ok(identityApi.accounts, { query: { q: email } });
    expect(items[0]?.suspendedAt).not.toBeNull();
    await as(administrator).ok(identityApi.restoreAccount, { params: { id } });
    await signIn(app, email);
    expect((await app.as(cookie).call(identityApi.me)).status).toBe(401);
    const missing = await as(administrator).call(identityApi.restoreAccount, {
      params: { id: randomUUID() },
    });
    expect(missing.status).toBe(404);
  });
});

describe('what other contexts ask and tell', () => {
  it('makes the newcomer who registered a company its owner, once', async () => {
    const service = app.app.get(IdentityService, { strict: false });
    const { id: companyId } = await aCompany(app.resources.database);
    const { id, cookie } = await person({});
    await service.makeOwner(id, companyId);
    const me = await app.as(cookie).ok(identityApi.me);
    expect([me.role, me.company?.id]).toEqual(['company-owner', companyId]);
    await expect(service.makeOwner(id, companyId)).rejects.toMatchObject({ code: 'auth/already-member' });
    await expect(service.makeOwner(randomUUID(), companyId)).rejects.toMatchObject({
      code: 'request/not-found',
    });
  });

  it('creates no second account for an address', async () => {
    const { email } = await anAccount(app);
    await expect(anAccount(app, { email: email.toUpperCase() })).rejects.toMatchObject({
      code: 'request/conflict',
    });
  });

  it('lists people without suspended accounts, and names each of them', async () => {
    const reader = app.app.get(IdentityReader, { strict: false });
    const { id: companyId, owner, member } = await aFirm();
    const { id: bodyId, secretary, coordinator } = await aCentre();
    const administrator = await person({ role: 'administrator' });
    await app.resources.database.query('update app_user set suspended_at = now() where id = any($1)', [
      [member.id, coordinator.id],
    ]);
    expect(await reader.peopleOfCompany(companyId)).toEqual([
      {
        id: owner.id,
        name: '社長',
        email: owner.email,
        language: 'ja',
        mail: 'instant',
        role: 'company-owner',
        companyId,
        bodyId: null,
      },
    ]);
    expect((await reader.peopleOfBody(bodyId)).map((p) => p.id)).toEqual([secretary.id]);
    expect((await reader.administrators()).map((p) => p.id)).toContain(administrator.id);
    expect((await reader.people([member.id, owner.id])).map((p) => p.name).sort()).toEqual(['社員', '社長']);
    expect((await reader.person(member.id))?.name).toBe('社員');
    expect(await reader.person(randomUUID())).toBeNull();
    expect((await reader.body(bodyId))?.name).toBe('県支援センター');
    expect(await reader.body(randomUUID())).toBeNull();
  });
});
