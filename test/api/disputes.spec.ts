import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { disputesApi, lotRecord, type Dispute } from '#contracts/disputes.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { notificationsApi } from '#contracts/notifications.js';
import { DisputesHandlers } from '#disputes/disputes.handlers.js';
import { lotFaults } from '#disputes/index.js';
import { newSeed } from '#platform/commitment.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import * as acts from '../support/disputes.js';
import { leakIn } from '../support/introductions.js';
import type { Firm } from '../support/orders.js';
import { aBody, aPerson } from '../support/people.js';

let app: TestApp;
let firms: Firm[];
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const CLAIM = '納品したのに支払われていません';
const ANSWER = '検収がまだ終わっていません';
const kinds = async (client: Client) =>
  (await client.ok(notificationsApi.list)).items.map(({ kind }) => kind);
const at = (dispute: Pick<Dispute, 'id'>) => ({ params: { id: dispute.id } });
const passTime = async (sql: string, dispute: Dispute) => {
  await app.resources.database.query(sql, [dispute.id]);
  await app.app.get(DisputesHandlers, { strict: false }).followDeadlines();
  await app.settle();
};

describe('opening', () => {
  it('is told both sides and the record; nobody else sees it, and a second of its kind is refused', async () => {
    const quarrel = await acts.aQuarrel(app);
    const dispute = await acts.opened(quarrel);
    expect(dispute).toMatchObject({ state: 'opened', claimant: 'candidate', viewer: 'candidate', seats: 3 });
    expect(dispute.lots).toMatchObject([{ no: 1, seed: null, listHash: null, seats: 3 }]);
    await app.settle();
    expect(await kinds(quarrel.orderer)).toContain('dispute-opened');
    expect(await acts.seen(quarrel.orderer, dispute)).toMatchObject({ viewer: 'owner', step: 'answer' });
    const { items } = await quarrel.broker.ok(negotiationsApi.messages, { params: { id: quarrel.roomId } });
    expect(items.at(-1)?.data).toMatchObject({ key: 'dispute-opened', no: dispute.no, kind: 'unpaid' });
    const again = {
      params: { id: quarrel.roomId },
      body: { kind: 'unpaid', statement: 'もう一度' },
    } as const;
    expect((await quarrel.orderer.call(disputesApi.open, again)).error.code).toBe('dispute/open-already');
    const { supplier: stranger } = await acts.aQuarrel(app);
    expect((await stranger.call(disputesApi.get, at(dispute))).status).toBe(404);
    expect((await stranger.ok(disputesApi.list)).items).toEqual([]);
    expect((await quarrel.orderer.ok(disputesApi.list, { query: { open: 'true' } })).items).toHaveLength(1);
  });

  it('asks a coordinator whose claim it is, and shows the office what keeps it going but no contents', async () => {
    const quarrel = await acts.aQuarrel(app);
    const params = { id: quarrel.roomId };
    const body = { kind: 'quality', statement: CLAIM } as const;
    const unsaid = await quarrel.broker.call(disputesApi.open, { params, body });
    expect(unsaid.error.code).toBe('dispute/side-needed');
    const dispute = await quarrel.broker.ok(disputesApi.open, {
      params,
      body: { ...body, claimant: 'candidate' },
    });
    expect(dispute.statements).toMatchObject([{ side: null, text: CLAIM }]);
    const { cookie } = await aPerson(app.resources.database, { role: 'secretary', bodyId: quarrel.bodyId });
    const office = await acts.seen(app.as(cookie), dispute);
    expect(office).toMatchObject({ viewer: 'office', statements: [], roomId: null });
    expect(leakIn([JSON.stringify(office)], [CLAIM])).toBe(null);
    expect((await app.as(cookie).call(disputesApi.draw, drawCall(dispute))).error.code).toBe(
      'dispute/not-now',
    );
  });
});

const drawCall = (dispute: Dispute) => ({ ...at(dispute), body: { addition: newSeed() } });

describe('the lot', () => {
  it('is not drawn from too few, says so, and is never made smaller', async () => {
    const quarrel = await acts.aQuarrel(app);
    const dispute = await acts.opened(quarrel);
    const short = await acts.answered(quarrel, dispute);
    expect(short).toMatchObject({ state: 'short', step: 'find-members' });
    const refused = await quarrel.broker.call(disputesApi.relist, at(dispute));
    expect(refused.error).toMatchObject({ code: 'dispute/too-few' });
    await app.settle();
    expect(await kinds(quarrel.broker)).toContain('dispute-short');
    firms = await Promise.all(Array.from({ length: 5 }, () => acts.aWillingFirm(app)));
    expect((await quarrel.broker.ok(disputesApi.relist, at(dispute))).state).toBe('listed');
  });

  it('leaves out who has a conflict, and tells only how many for what', async () => {
    const quarrel = await acts.aQuarrel(app);
    const { database } = app.resources;
    const willing = { until: acts.IN_A_YEAR };
    const ties = { groupNumber: null, bankBranch: '0001-001' };
    await quarrel.orderer.ok(disputesApi.setWillingness, { body: { ...willing, ties } });
    const sameBank = await acts.aWillingFirm(app, '0001-001');
    await quarrel.broker.ok(disputesApi.setWillingness, { body: willing });
    const colleague = await aPerson(database, { role: 'coordinator', bodyId: quarrel.bodyId });
    const outsider = await aPerson(database, { role: 'coordinator', bodyId: await aBody(database) });
    for (const { cookie } of [colleague, outsider])
      await app.as(cookie).ok(disputesApi.setWillingness, { body: willing });
    const dispute = await acts.opened(quarrel);
    const { lots, untold } = await acts.answered(quarrel, dispute);
    const counts = Object.fromEntries((lots[0]?.excluded ?? []).map(({ code, count }) => [code, count]));
    expect(counts).toMatchObject({ 'in-the-room': 2, 'same-body': 1, 'same-bank-branch': 1 });
    expect(untold).toEqual(['candidate']);
    const [stored] = await database.query<{ candidates: string[] }>(
      'select candidates from council_lot where dispute_id = $1',
      [dispute.id],
    );
    expect(stored?.candidates).toContain(outsider.id);
    expect(stored?.candidates).not.toContain(sameBank.owner.id);
    // So that the other tests' panels are drawn among the firms.
    const staff = [colleague, outsider].map(({ cookie }) => app.as(cookie));
    for (const api of [quarrel.orderer, sameBank.api, quarrel.broker, ...staff])
      await api.ok(disputesApi.setWillingness, { body: { until: null } });
  });

  it('is committed to before, drawn once even by two at a time, and can be drawn again by anybody', async () => {
    const quarrel = await acts.aQuarrel(app);
    const dispute = await acts.opened(quarrel);
    const commitment = dispute.lots[0]?.commitment;
    const listed = await acts.answered(quarrel, dispute);
    expect(listed.lots[0]).toMatchObject({ commitment, seed: null, candidates: 5 });
    const answers = await Promise.all(
      [quarrel.orderer, quarrel.supplier].map((side) => side.call(disputesApi.draw, drawCall(dispute))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { bytes } = await quarrel.supplier.call(disputesApi.lots, at(dispute));
    const [record] = z.array(lotRecord).parse(JSON.parse(bytes.toString('utf8')));
    expect(record && lotFaults(record)).toEqual([]);
    expect(record).toMatchObject({ commitment, listHash: listed.lots[0]?.listHash });
    const asked = await acts.askedOf(firms, dispute);
    expect(new Set(asked.map(({ owner }) => owner.id))).toEqual(new Set(record?.order.slice(0, 3)));
    await app.settle();
    for (const { api } of asked) expect(await kinds(api)).toContain('council-asked');
  });
});

describe('the panel', () => {
  it('shows who is asked nothing but whose dispute it is, and parties nobody who has not accepted', async () => {
    const quarrel = await acts.aQuarrel(app);
    const dispute = await acts.opened(quarrel);
    await acts.answered(quarrel, dispute);
    await acts.drawn(quarrel.supplier, dispute);
    const [one] = await acts.askedOf(firms, dispute);
    const view = await acts.seen(one!.api, dispute);
    expect(view).toMatchObject({ viewer: 'asked', step: 'accept', roomId: null, amountYen: null, lots: [] });
    expect(view.parties.candidate).toBe(quarrel.candidateCompany.name);
    expect(leakIn([JSON.stringify(view)], [CLAIM, ANSWER])).toBe(null);
    expect((await one!.api.call(negotiationsApi.get, { params: { id: quarrel.roomId } })).status).toBe(404);
    const forParty = await acts.seen(quarrel.orderer, dispute);
    expect(forParty.panel.map(({ name, state }) => [name, state])).toEqual(
      Array.from({ length: 3 }, () => [null, 'asked']),
    );
    const unsure = { ...at(dispute), body: { noConflict: false } } as never;
    expect((await one!.api.call(disputesApi.accept, unsure)).status).toBe(400);
    const accepted = await acts.accepts(one!, dispute);
    expect(accepted).toMatchObject({ viewer: 'member', statements: [{ text: CLAIM }, { text: ANSWER }] });
    expect((await acts.seen(quarrel.orderer, dispute)).panel.filter(({ name }) => name)).toHaveLength(1);
  });

  it('asks the next where one declines or is silent, and forms once all seats are taken', async () => {
    const quarrel = await acts.aQuarrel(app);
    const dispute = await acts.opened(quarrel);
    await acts.answered(quarrel, dispute);
    await acts.drawn(quarrel.supplier, dispute);
    const [first, second, third] = await acts.askedOf(firms, dispute);
    // At the same moment: both seats are passed on, to two different people.
    await Promise.all([
      first!.api.ok(disputesApi.decline, { ...at(dispute), body: { code: 'busy' } }),
      acts.accepts(second!, dispute),
    ]);
    expect((await first!.api.call(disputesApi.get, at(dispute))).status).toBe(404);
    const next = (await acts.askedOf(firms, dispute)).filter((firm) => firm !== third);
    expect(next).toHaveLength(1);
    await passTime(
      `update council_seat set due_at = now() - interval '1 hour'
       where dispute_id = $1 and state = 'asked' and user_id <> '${third!.owner.id}'`,
      dispute,
    );
    for (const firm of await acts.askedOf(firms, dispute)) await acts.accepts(firm, dispute);
    await app.settle();
    const formed = await acts.seen(quarrel.supplier, dispute);
    expect(formed).toMatchObject({ state: 'hearing', step: 'add-evidence' });
    expect(formed.panel.map(({ state }) => state).sort()).toEqual([
      ...['accepted', 'accepted', 'accepted', 'declined', 'expired'],
    ]);
    expect(formed.panel.filter(({ isChair }) => isChair)).toHaveLength(1);
    expect(await kinds(quarrel.orderer)).toContain('council-formed');
    // Nobody is left for a seat that is challenged: a second lot finds too few.
    const seat = formed.panel.find(({ state }) => state === 'accepted')!;
    const challenge = { ...at(dispute), body: { seatId: seat.id, reason: '以前の取引相手' } };
    const short = await quarrel.orderer.ok(disputesApi.challenge, challenge);
    expect(short).toMatchObject({ state: 'short', challenged: ['owner'] });
    expect(short.lots.map(({ no, seats }) => [no, seats])).toEqual([
      [1, 3],
      [2, 1],
    ]);
    const twice = await quarrel.orderer.call(disputesApi.challenge, challenge);
    expect(twice.error.code).toBe('dispute/challenged-already');
    const late = await acts.aWillingFirm(app);
    await quarrel.broker.ok(disputesApi.relist, at(dispute));
    await acts.drawn(quarrel.orderer, dispute);
    expect(await acts.askedOf([late], dispute)).toEqual([late]);
    expect((await acts.accepts(late, dispute)).state).toBe('hearing');
    await late.api.ok(disputesApi.setWillingness, { body: { until: null } });
  });
});

describe('time', () => {
  it('goes on without an answer and without a drawer, reminds once, and does nothing twice', async () => {
    const quarrel = await acts.aQuarrel(app);
    const dispute = await acts.opened(quarrel);
    await passTime(`update dispute set due_at = now() + interval '1 day' where id = $1`, dispute);
    await passTime('select $1::uuid', dispute);
    expect((await kinds(quarrel.orderer)).filter((kind) => kind === 'dispute-due')).toHaveLength(1);
    expect(await kinds(quarrel.supplier)).not.toContain('dispute-due');
    const over = `update dispute set due_at = now() - interval '1 hour' where id = $1`;
    await passTime(over, dispute);
    expect((await acts.seen(quarrel.supplier, dispute)).state).toBe('listed');
    await passTime(over, dispute);
    await passTime('select $1::uuid', dispute);
    const asking = await acts.seen(quarrel.supplier, dispute);
    expect(asking).toMatchObject({ state: 'asking', lots: [{ drawnBy: null }] });
    expect(asking.panel).toHaveLength(3);
    const body = { reason: '支払われたため' };
    const withdrawn = await quarrel.supplier.ok(disputesApi.withdraw, { ...at(dispute), body });
    expect(withdrawn).toMatchObject({ state: 'withdrawn', endReason: body.reason, step: null });
    expect((await quarrel.supplier.call(disputesApi.withdraw, { ...at(dispute), body })).error.code).toBe(
      'dispute/not-now',
    );
  });
});
