import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gapsApi } from '#contracts/gaps.js';
import { introductionsApi } from '#contracts/introductions.js';
import { messagesApi } from '#contracts/messages.js';
import { negotiationsApi, type Room } from '#contracts/negotiations.js';
import { notificationsApi } from '#contracts/notifications.js';
import { offersApi } from '#contracts/offers.js';
import { ordersApi, type Requirement } from '#contracts/orders.js';
import { priceLedgerApi } from '#contracts/price-ledger.js';
import { teamsApi, type Team } from '#contracts/teams.js';
import { IntroductionsService } from '#introductions/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { aCast, leakIn, secretsOf, type Cast } from '../support/introductions.js';
import { aPublishedOrder, type Firm } from '../support/orders.js';
import { agrees, aDoer, asked, introductionOf } from '../support/teams.js';
import { someTerms } from '../support/terms.js';

const process = (code: string): Requirement => ({ id: code, level: 'must', kind: 'process', code });
const requirements: Requirement[] = [
  process('turning'),
  process('heat-treatment'),
  process('plating'),
  { id: 'iso', level: 'must', kind: 'certificate', certificate: 'iso-9001' },
];
const tokyo = { prefecture: '13', latitude: 35.56, longitude: 139.71 };
const saitama = { prefecture: '11', latitude: 35.86, longitude: 139.65 };
const osaka = { prefecture: '27', latitude: 34.69, longitude: 135.5 };
const iso = [{ kind: 'iso-9001', validUntil: null }] as never;

let app: TestApp;
let cast: Cast;
let turner: Firm;
let hardener: Firm;
let near: Firm;
let far: Firm;
beforeAll(async () => {
  app = await startApp();
  cast = await aCast(app);
  const named = (name: string) => ({ name: `株式会社${name}`, phone: `03-${name}`, ownerName: `${name} 主` });
  turner = await aDoer(app, { turning: 10 }, { ...named('旋盤屋'), ...tokyo, certificates: iso });
  hardener = await aDoer(app, { 'heat-treatment': 5 }, { ...named('熱処理屋'), ...tokyo });
  near = await aDoer(app, { plating: 4 }, { ...named('近所のめっき屋'), ...saitama });
  far = await aDoer(app, { plating: 6 }, { ...named('遠くのめっき屋'), ...osaka });
});
afterAll(() => app.close());

const compose = async (given: object = {}): Promise<Team> => {
  const { id: orderId } = await aPublishedOrder(cast.poster, { requirements });
  return cast.broker.ok(teamsApi.compose, { body: { orderId, ...given } });
};
const seen = (client: Client, { id }: Pick<Team, 'id'>): Promise<Team> =>
  client.ok(teamsApi.get, { params: { id } });
const names = ({ members }: Team) => members.map(({ company }) => company.name);
const kinds = async ({ api }: Firm) => (await api.ok(notificationsApi.list)).items.map(({ kind }) => kind);

async function completed(): Promise<Team> {
  const team = await asked(cast.broker, await compose());
  await cast.poster.api.ok(teamsApi.consent, { params: { id: team.id } });
  for (const firm of [turner, hardener, near]) await agrees(cast.broker, team, firm);
  await app.settle();
  return seen(cast.broker, team);
}

describe('composing', () => {
  it('says whether one firm, several or nobody can do an order', async () => {
    const outlook = async (...wanted: Requirement[]) => {
      const order = await aPublishedOrder(cast.poster, { requirements: wanted });
      return cast.broker.ok(teamsApi.outlook, { params: { id: order.id } });
    };
    expect(await outlook(process('turning'))).toMatchObject({ firms: 1, can: { compose: false } });
    expect(await outlook(...requirements)).toMatchObject({ firms: 3, lack: null, can: { compose: true } });
    const lacking = await outlook(process('turning'), process('hot-forging'));
    expect(lacking).toMatchObject({ firms: null, lack: { kind: 'steps', steps: ['hot-forging'] } });
    expect(lacking.steps.map(({ doers }) => doers > 0)).toEqual([true, false]);
    expect((await outlook()).lack?.kind).toBe('no-steps');
  });

  it('finds the nearest of the smallest teams, led by who holds the certificate, inspected by others', async () => {
    const team = await compose();
    expect(team).toMatchObject({ state: 'draft', viewer: 'coordinator', proven: true, leadTimeDays: 19 });
    expect(new Set(names(team))).toEqual(new Set([turner.name, hardener.name, near.name]));
    const [lead] = team.members;
    expect(lead).toMatchObject({ key: 'A', isLead: true, km: 0, company: { id: turner.id } });
    expect(team.held.map(({ en }) => en)).toEqual(['Holds ISO 9001 (quality) (no expiry told)']);
    for (const { doer, inspector } of team.steps) expect(inspector).not.toBe(doer);
    expect(team.handOvers.map(({ afterStep }) => afterStep)).toEqual([
      'turning',
      'heat-treatment',
      'plating',
    ]);
    const again = await cast.broker.call(teamsApi.compose, { body: { orderId: team.order.id } });
    expect(again.error.code).toBe('team/exists');
  });

  it('takes firms in and out, tells what changed, and refuses what cannot be', async () => {
    const team = await compose();
    const call = { params: { id: team.id }, version: team.version };
    const other = await cast.broker.ok(teamsApi.recompose, { ...call, body: { excludedIds: [near.id] } });
    expect(other).toMatchObject({ revision: 2, excluded: [{ companyId: near.id, reason: 'chosen' }] });
    expect(other.change).toMatchObject({ cause: 'chosen', moved: ['plating'], leadChanged: false });
    expect(other.change?.left).toEqual([{ name: near.name, reason: 'chosen' }]);
    const { items } = await cast.broker.ok(teamsApi.standIns, { params: { id: team.id } });
    expect(items[2]?.firms).toMatchObject([{ companyId: near.id, isMember: false, leadTimeDays: 4 }]);
    const stale = await cast.broker.call(teamsApi.recompose, { ...call, body: {} });
    expect(stale.error.code).toBe('request/stale');
    const none = await cast.broker.call(teamsApi.recompose, {
      params: { id: team.id },
      version: other.version,
      body: { excludedIds: [near.id, far.id] },
    });
    expect(none.error.code).toBe('team/none');
    const back = await cast.broker.ok(teamsApi.recompose, {
      params: { id: team.id },
      version: other.version,
      body: { lockedIds: [near.id] },
    });
    expect(names(back)).toContain(near.name);
    expect(back.members.find(({ isLocked }) => isLocked)?.company.id).toBe(near.id);
  });

  it('composes no team where one firm is enough, or for an order that has ended', async () => {
    const single = await aPublishedOrder(cast.poster, { requirements: [process('turning')] });
    const refused = await cast.broker.call(teamsApi.compose, { body: { orderId: single.id } });
    expect(refused.error.code).toBe('team/single-firm');
    const body = { outcome: 'not-placed', reason: '' } as const;
    await cast.poster.api.ok(ordersApi.close, { params: { id: single.id }, version: single.version, body });
    const ended = await cast.broker.call(teamsApi.compose, { body: { orderId: single.id } });
    expect(ended.error.code).toBe('team/order-not-open');
  });
});

describe('asking', () => {
  it('shows firms neither the orderer nor each other before the consents, and a stranger nothing', async () => {
    const draft = await compose();
    expect((await turner.api.call(teamsApi.get, { params: { id: draft.id } })).status).toBe(404);
    const team = await asked(cast.broker, draft);
    await app.settle();
    expect(await kinds(hardener)).toContain('team-invited');
    expect((await kinds(cast.poster)).filter((kind) => kind === 'team-asked')).toHaveLength(1);
    expect((await far.api.call(teamsApi.get, { params: { id: team.id } })).status).toBe(404);
    const forFirm = await seen(hardener.api, team);
    expect(forFirm.viewer).toBe('member');
    expect(forFirm.members.filter(({ isOwn }) => isOwn)).toHaveLength(1);
    const others = [...(await secretsOf(app, turner)), ...(await secretsOf(app, cast.poster))];
    expect(leakIn([JSON.stringify(forFirm)], others)).toBe(null);
    const forOrderer = await seen(cast.poster.api, team);
    const firms = [turner, hardener, near];
    const secrets = (await Promise.all(firms.map((firm) => secretsOf(app, firm)))).flat();
    expect(leakIn([JSON.stringify(forOrderer)], secrets)).toBe(null);
    const introduction = await hardener.api.ok(introductionsApi.get, {
      params: { id: await introductionOf(cast.broker, team, hardener) },
    });
    expect(introduction.team).toMatchObject({ id: team.id, isLead: false, firms: 3 });
    expect(introduction.team?.steps.map(({ en }) => en)).toEqual(['Heat treatment']);
  });

  it('ends where the orderer declines, and lets every firm know', async () => {
    const team = await asked(cast.broker, await compose());
    await agrees(cast.broker, team, turner);
    const body = { code: 'price', text: '予算に合わないため' } as const;
    const broken = await cast.poster.api.ok(teamsApi.decline, { params: { id: team.id }, body });
    expect(broken.state).toBe('broken');
    await app.settle();
    const { members } = await seen(cast.broker, team);
    for (const { introduction } of members) expect(introduction?.state).toBe('declined');
    expect((await seen(cast.broker, team)).revision).toBe(1);
  });
});

describe('a firm that declines', () => {
  it('is replaced, the others keep their consents, and the coordinator asks the new one alone', async () => {
    const team = await asked(cast.broker, await compose());
    await agrees(cast.broker, team, turner);
    const declined = await introductionOf(cast.broker, team, near);
    const kept = await introductionOf(cast.broker, team, turner);
    const body = { code: 'capacity', text: '' } as const;
    await near.api.ok(introductionsApi.decline, { params: { id: declined }, body });
    await app.settle();
    const now = await seen(cast.broker, team);
    expect(now).toMatchObject({ state: 'draft', revision: 2 });
    expect(new Set(names(now))).toEqual(new Set([turner.name, hardener.name, far.name]));
    expect(now.change).toMatchObject({ cause: 'declined', left: [{ name: near.name, reason: 'declined' }] });
    expect((await near.api.ok(gapsApi.list)).items.some(({ code }) => code === 'capacity')).toBe(true);
    await asked(cast.broker, now);
    expect(await introductionOf(cast.broker, team, turner)).toBe(kept);
    await app.settle();
    expect(await kinds(far)).toContain('team-invited');
    expect((await seen(turner.api, team)).members.find(({ isOwn }) => isOwn)?.introduction?.candidate).toBe(
      'consented',
    );
  });

  it('breaks the team where nobody can take its place, and says which step is lacking', async () => {
    const team = await asked(cast.broker, await compose({ excludedIds: [far.id] }));
    const declined = await introductionOf(cast.broker, team, near);
    const body = { code: 'price', text: '' } as const;
    await near.api.ok(introductionsApi.decline, { params: { id: declined }, body });
    await app.settle();
    expect(await seen(cast.broker, team)).toMatchObject({
      state: 'broken',
      lack: { kind: 'steps', steps: ['plating'] },
    });
    const withdrawn = await turner.api.ok(introductionsApi.list, { query: { state: ['withdrawn'] } });
    expect(withdrawn.items.some(({ subject }) => subject.id === team.order.id)).toBe(true);
  });

  it('counts as declining where it is silent; where the orderer is, the team ends', async () => {
    const silent = await asked(cast.broker, await compose());
    const unanswered = await asked(cast.broker, await compose());
    await cast.poster.api.ok(teamsApi.consent, { params: { id: silent.id } });
    await agrees(cast.broker, unanswered, turner);
    const overdue = [
      await introductionOf(cast.broker, silent, near),
      await introductionOf(cast.broker, unanswered, turner),
    ];
    await app.resources.database.query(
      `update introduction set expires_at = now() - interval '1 day' where id = any($1)`,
      [overdue],
    );
    await app.app.get(IntroductionsService, { strict: false }).expireOverdue();
    await app.settle();
    expect((await seen(cast.broker, silent)).change?.left).toEqual([{ name: near.name, reason: 'expired' }]);
    expect((await seen(cast.broker, unanswered)).state).toBe('broken');
  });
});

describe('the shared room', () => {
  const roomOf = (client: Client, { roomId }: Team): Promise<Room> =>
    client.ok(negotiationsApi.get, { params: { id: roomId ?? '' } });

  it('opens once all have consented, for the orderer, the lead and the partners, who know each other now', async () => {
    const team = await completed();
    expect(team.state).toBe('complete');
    const room = await roomOf(hardener.api, await seen(hardener.api, team));
    expect(room).toMatchObject({
      teamId: team.id,
      candidate: { companyId: turner.id },
      viewer: { role: 'partner' },
      can: { write: true, offer: false, seeDeal: false, close: false },
    });
    expect(new Set(room.partners.map(({ companyId }) => companyId))).toEqual(new Set([hardener.id, near.id]));
    expect(names(await seen(hardener.api, team))).toContain(near.name);
    expect(await kinds(near)).toContain('room-opened');
    const params = { id: room.id };
    const said = { clientId: randomUUID(), text: '熱処理は来週から入れます' };
    const posted = await hardener.api.ok(negotiationsApi.post, { params, body: said });
    expect(posted.sender).toMatchObject({ organisation: hardener.name, role: 'partner' });
    const found = await near.api.ok(messagesApi.search, { params, query: { q: '熱処理' } });
    expect(found.total).toBe(1);
    expect((await near.api.ok(negotiationsApi.list)).items.some(({ id }) => id === room.id)).toBe(true);
  });

  it('keeps offers and prices between orderer and lead', async () => {
    const team = await completed();
    const { id } = await roomOf(turner.api, await seen(turner.api, team));
    const params = { id };
    const offered = await turner.api.ok(offersApi.make, { params, body: someTerms() });
    const between = { clientId: randomUUID(), text: '単価は内々に', between: true } as const;
    await turner.api.ok(negotiationsApi.post, { params, body: between });
    const heard = await hardener.api.ok(messagesApi.search, { params, query: { q: '内々' } });
    expect(heard.total).toBe(0);
    const refused = [
      await hardener.api.call(negotiationsApi.post, { params, body: { ...between, clientId: randomUUID() } }),
      await hardener.api.call(offersApi.list, { params }),
      await hardener.api.call(offersApi.make, { params, body: someTerms() }),
      await hardener.api.call(priceLedgerApi.list, { params }),
      await hardener.api.call(negotiationsApi.close, { params, body: { reason: '終わり' } }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    const { items } = await hardener.api.ok(negotiationsApi.messages, { params });
    expect(items.filter(({ kind }) => kind === 'offer')).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain(String(offered.totalYen));
    const agreement = await cast.poster.api.ok(offersApi.accept, { params: { id, offerId: offered.id } });
    await app.settle();
    expect((await hardener.api.call(offersApi.agreement, { params: { id: agreement.id } })).status).toBe(404);
    const states = (await seen(cast.broker, team)).members.map(({ introduction }) => introduction?.state);
    expect(states).toEqual(['agreed', 'agreed', 'agreed']);
    const late = { params: { id: team.id }, body: { code: 'capacity', text: '' } } as const;
    expect((await hardener.api.call(teamsApi.leave, late)).error.code).toBe('team/illegal-transition');
  });

  it('lets go who leaves and lets in who takes the place, in the same room', async () => {
    const team = await completed();
    const { roomId } = team;
    const body = { code: 'capacity', text: '設備の故障' } as const;
    await near.api.ok(teamsApi.leave, { params: { id: team.id }, body });
    await app.settle();
    const params = { id: roomId ?? '' };
    expect((await near.api.call(negotiationsApi.get, { params })).status).toBe(404);
    const now = await seen(cast.broker, team);
    expect(now).toMatchObject({ state: 'draft', change: { cause: 'left', moved: ['plating'] } });
    await asked(cast.broker, now);
    await cast.poster.api.ok(teamsApi.consent, { params: { id: team.id } });
    await agrees(cast.broker, team, far);
    await app.settle();
    expect(await seen(cast.broker, team)).toMatchObject({ state: 'complete', roomId });
    const { items } = await far.api.ok(negotiationsApi.messages, { params });
    expect(items.map(({ data }) => data['key'])).toContain('partner-joined');
    expect(await kinds(far)).toContain('room-opened');
  });

  it('begins anew with another lead where the lead leaves', async () => {
    const second = await aDoer(app, { turning: 12 }, { name: '第二旋盤', ...osaka, certificates: iso });
    const team = await completed();
    const body = { code: 'delivery', text: '' } as const;
    await turner.api.ok(teamsApi.leave, { params: { id: team.id }, body });
    await app.settle();
    const now = await seen(cast.broker, team);
    expect(now).toMatchObject({ state: 'draft', roomId: null, change: { leadChanged: true } });
    expect(now.members[0]?.company.id).toBe(second.id);
    await asked(cast.broker, now);
    await cast.poster.api.ok(teamsApi.consent, { params: { id: team.id } });
    await agrees(cast.broker, team, second);
    await app.settle();
    const again = await seen(cast.broker, team);
    expect(again.state).toBe('complete');
    expect(again.roomId).not.toBe(team.roomId);
    expect(await roomOf(second.api, again)).toMatchObject({ candidate: { companyId: second.id } });
    await cast.broker.ok(teamsApi.end, { params: { id: team.id }, body: { reason: '計画の中止' } });
    await app.settle();
    expect((await roomOf(cast.broker, again)).state).toBe('closed');
    const { items } = await cast.broker.ok(notificationsApi.list, { query: { limit: 100 } });
    const told = items.filter(({ link }) => link === `/teams/${team.id}`).map(({ kind }) => kind);
    expect(told).toEqual(['team-completed', 'team-recomposed', 'team-completed']);
    expect(await kinds(cast.poster)).toContain('team-broken');
  });
});
