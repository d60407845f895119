import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { councilVotesApi } from '#contracts/council-votes.js';
import { disputesApi, lotRecord, type Dispute } from '#contracts/disputes.js';
import { messagesApi } from '#contracts/messages.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { notificationsApi } from '#contracts/notifications.js';
import { lotFaults } from '#disputes/index.js';
import { readEntry, zipEntries } from '#platform/zip/index.js';
import { verifyBytes } from '#negotiations/index.js';
import { newSeed } from '#platform/commitment.js';
import { startApp, type TestApp } from '../support/app.js';
import * as dealings from '../support/dealings.js';
import * as acts from '../support/disputes.js';
import { leakIn } from '../support/introductions.js';
import type { Client } from '../support/client.js';
import type { Firm } from '../support/orders.js';
import { pdfText } from '../support/pdf-text.js';
import { aBody, aPerson } from '../support/people.js';
import { votesAndEndings } from './votes-and-endings.js';

let app: TestApp;
let firms: Firm[];
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const { CLAIM, ANSWER } = acts;
const { at, kinds } = acts;
const passTime = (sql: string, dispute: Dispute) => acts.passTime(app, sql, dispute);

describe('opening', () => {
  it('is told both sides and the record; nobody else sees it, and another of that side is refused', async () => {
    const quarrel = await acts.aQuarrel(app);
    const dispute = await acts.opened(quarrel);
    expect(dispute).toMatchObject({ state: 'opened', claimant: 'candidate', viewer: 'candidate', seats: 3 });
    expect(dispute.lots).toMatchObject([{ no: 1, seed: null, listHash: null, seats: 3 }]);
    await app.settle();
    expect(await kinds(quarrel.orderer)).toContain('dispute-opened');
    expect(await acts.seen(quarrel.orderer, dispute)).toMatchObject({ viewer: 'owner', step: 'answer' });
    const { items } = await quarrel.broker.ok(negotiationsApi.messages, { params: { id: quarrel.roomId } });
    const { commitment } = dispute.lots[0]!;
    const note = items.at(-1)?.data;
    expect(note).toEqual({ key: 'dispute-opened', no: dispute.no, disputeId: dispute.id, hash: commitment });
    const again = {
      params: { id: quarrel.roomId },
      body: { kind: 'quality', statement: '別の種類として', claimant: 'candidate' },
    } as const;
    // By whoever brings it, and whatever it is called: who had several panels drawn could choose among them.
    for (const by of [quarrel.supplier, quarrel.broker])
      expect((await by.call(disputesApi.open, again)).error.code).toBe('dispute/open-already');
    const ofRoom = { params: { id: quarrel.roomId } };
    expect((await quarrel.supplier.ok(disputesApi.ofRoom, ofRoom)).can.open).toBe(false);
    expect((await quarrel.orderer.ok(disputesApi.ofRoom, ofRoom)).can.open).toBe(true);
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
    expect((await app.as(cookie).call(disputesApi.draw, drawCall(dispute))).status).toBe(403);
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
    const ties = { groupNumber: 'none', bankBranch: '0001-001' } as const;
    await quarrel.orderer.ok(disputesApi.setWillingness, { body: { ...willing, ties } });
    const sameBank = await acts.aWillingFirm(app, '0001-001');
    const told = { ...willing, ties: { groupNumber: 'none', bankBranch: 'none' } as const };
    await quarrel.broker.ok(disputesApi.setWillingness, { body: told });
    const colleague = await aPerson(database, { role: 'coordinator', bodyId: quarrel.bodyId });
    const outsider = await aPerson(database, { role: 'coordinator', bodyId: await aBody(database) });
    for (const { cookie } of [colleague, outsider])
      await app.as(cookie).ok(disputesApi.setWillingness, { body: told });
    // Firms that met the orderer at an event, talked at its booth and want its patent; a body that brokered for the supplier.
    const aFirm = () => acts.aWillingFirm(app);
    const [met, visited, interested] = await Promise.all([aFirm(), aFirm(), aFirm()]);
    const brokerBody = await aBody(database);
    const broker = await aPerson(database, { role: 'coordinator', bodyId: brokerBody });
    await app.as(broker.cookie).ok(disputesApi.setWillingness, { body: told });
    await dealings.haveMet(database, quarrel, met);
    await dealings.talkedAtBooth(database, quarrel, visited);
    await dealings.isInterested(database, quarrel, interested);
    await dealings.wasIntroduced(database, quarrel, { bodyId: brokerBody, by: broker.id });
    const dispute = await acts.opened(quarrel);
    const { lots, untold } = await acts.answered(quarrel, dispute);
    const counts = Object.fromEntries((lots[0]?.excluded ?? []).map(({ code, count }) => [code, count]));
    expect(counts).toMatchObject({ 'in-the-room': 2, 'same-body': 2, dealing: 3, 'same-bank-branch': 1 });
    expect(lots[0]?.untold).toEqual(['candidate']);
    expect(untold).toEqual(['candidate']);
    // What is told afterwards was not compared, and the page goes on saying so.
    const late = { until: null, ties: { groupNumber: 'none', bankBranch: 'none' } } as const;
    await quarrel.supplier.ok(disputesApi.setWillingness, { body: late });
    expect((await acts.seen(quarrel.orderer, dispute)).untold).toEqual(['candidate']);
    const [stored] = await database.query<{ candidates: string[] }>(
      'select candidates from council_lot where dispute_id = $1',
      [dispute.id],
    );
    expect(stored?.candidates).toContain(outsider.id);
    expect(stored?.candidates).not.toContain(sameBank.owner.id);
    // So that the other tests' panels are drawn among the firms.
    const staff = [colleague, outsider, broker].map(({ cookie }) => app.as(cookie));
    const firms = [sameBank, met, visited, interested].map(({ api }) => api);
    for (const api of [quarrel.orderer, quarrel.broker, ...firms, ...staff])
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
    expect(record?.notes).toEqual([]);
    expect(record).toMatchObject({ commitment, listHash: listed.lots[0]?.listHash });
    const { items } = await quarrel.broker.ok(negotiationsApi.messages, { params: { id: quarrel.roomId } });
    const notes = items.map(({ data }) => [data['key'], data['hash'] ?? data['addition']]);
    expect(notes.slice(-3)).toEqual([
      ['dispute-opened', commitment],
      ['lot-listed', record?.listHash],
      ['lot-drawn', record?.addition],
    ]);
    const asked = await acts.askedOf(firms, dispute);
    // Nobody is named before they take a seat; from then on it is proved that they were drawn.
    for (const { owner } of firms) expect(bytes.includes(owner.id)).toBe(false);
    await acts.accepts(asked[0]!, dispute);
    const after = await quarrel.supplier.call(disputesApi.lots, at(dispute));
    const [named] = z.array(lotRecord).parse(JSON.parse(after.bytes.toString('utf8')));
    expect(named && lotFaults(named)).toEqual([]);
    expect(named?.named.map(({ userId }) => userId)).toEqual([asked[0]!.owner.id]);
    for (const { owner } of firms.filter((firm) => firm !== asked[0]))
      expect(after.bytes.includes(owner.id)).toBe(false);
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
    // Nobody is left for a seat that is challenged: a second lot finds too few. What the other side had ready it had
    // for another panel, so it is asked again.
    await quarrel.supplier.ok(councilVotesApi.ready, at(dispute));
    const seat = formed.panel.find(({ state }) => state === 'accepted')!;
    const challenge = { ...at(dispute), body: { seatId: seat.id, reason: '以前の取引相手' } };
    const short = await quarrel.orderer.ok(disputesApi.challenge, challenge);
    expect(short).toMatchObject({ state: 'short', challenged: ['owner'], ready: [] });
    const replaced = { challengedBy: 'owner', challengeReason: challenge.body.reason };
    expect(short.panel.find(({ id }) => id === seat.id)).toMatchObject(replaced);
    const { bytes: zip } = await quarrel.supplier.call(councilVotesApi.export, at(dispute));
    const data = zipEntries(zip).find(({ name }) => name === 'dispute.json')!;
    expect((await readEntry(zip, data, 1_000_000)).toString('utf8')).toContain(challenge.body.reason);
    const judge = firms.find(({ owner }) => owner.id === seat.userId);
    await app.settle();
    expect(await kinds(judge!.api)).toContain('council-replaced');
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
    expect((await acts.seen(quarrel.supplier, dispute)).step).toBe('add-evidence');
    // One side alone does not begin the votes.
    expect((await quarrel.orderer.ok(councilVotesApi.ready, at(dispute))).state).toBe('hearing');
    await late.api.ok(disputesApi.setWillingness, { body: { until: null } });
  });
});

describe('who is tied to a side since the list was fixed', () => {
  it('is passed over when it is their turn, and cannot accept where they were asked before', async () => {
    const quarrel = await acts.aQuarrel(app);
    const dispute = await acts.opened(quarrel);
    await acts.answered(quarrel, dispute);
    await acts.drawn(quarrel.supplier, dispute);
    const asked = await acts.askedOf(firms, dispute);
    const [first] = asked;
    const waiting = firms.filter((firm) => !asked.includes(firm));
    const { database } = app.resources;
    const [{ next } = { next: '' }] = await database.query<{ next: string }>(
      'select drawn_order[4] next from council_lot where dispute_id = $1',
      [dispute.id],
    );
    await dealings.haveMet(
      database,
      quarrel,
      waiting.find(({ owner }) => owner.id === next)!,
    );
    await dealings.isInterested(database, quarrel, first!);
    const accept = { ...at(dispute), body: { noConflict: true } } as const;
    expect((await first!.api.call(disputesApi.accept, accept)).error.code).toBe('dispute/conflict-arisen');
    expect((await first!.api.call(disputesApi.get, at(dispute))).status).toBe(404);
    const { panel } = await acts.seen(quarrel.supplier, dispute);
    expect(panel.map(({ rank, state }) => [rank, state])).toEqual(
      expect.arrayContaining([
        [4, 'passed'],
        [5, 'asked'],
      ]),
    );
    expect(panel.map(({ state }) => state).sort()).toEqual(['asked', 'asked', 'asked', 'passed', 'tied']);
  });
});

describe('who is tied to a side since they took their seat', () => {
  it('is replaced before the votes, and the sides see the new member first', async () => {
    const quarrel = await acts.aQuarrel(app);
    const { dispute, members } = await acts.heard(app, quarrel, firms);
    const [tied] = members;
    await dealings.isInterested(app.resources.database, quarrel, tied!);
    for (const side of [quarrel.orderer, quarrel.supplier]) await side.ok(councilVotesApi.ready, at(dispute));
    expect((await tied!.api.call(disputesApi.get, at(dispute))).status).toBe(404);
    await app.settle();
    expect((await tied!.api.ok(notificationsApi.list)).items[0]).toMatchObject({
      ...{ kind: 'council-replaced', link: '/disputes' },
    });
    const asking = await acts.seen(quarrel.supplier, dispute);
    expect(asking).toMatchObject({ state: 'asking', ready: [] });
    expect(asking.panel.find(({ userId }) => userId === tied!.owner.id)?.state).toBe('replaced');
    const [next] = await acts.askedOf(firms, dispute);
    expect((await acts.accepts(next!, dispute)).state).toBe('hearing');
    await passTime(`update dispute set due_at = now() - interval '1 hour' where id = $1`, dispute);
    const voting = await acts.seen(quarrel.supplier, dispute);
    expect(voting.state).toBe('voting');
    expect(voting.panel.filter(({ isChair }) => isChair)).toHaveLength(1);
  });
});

describe('a tie that a side makes to a member whom it knows', () => {
  it('releases nobody, is shown to both sides, and the other side or the member may ask for another', async () => {
    const quarrel = await acts.aQuarrel(app);
    const { orderer, supplier } = quarrel;
    const { dispute, members } = await acts.heard(app, quarrel, firms);
    const [first, second, third] = members;
    for (const member of [first!, second!]) await dealings.courts(app.resources.database, quarrel, member);
    for (const side of [orderer, supplier]) await side.ok(councilVotesApi.ready, at(dispute));
    const seatOf = async (viewer: Client, { owner }: Firm) => {
      const { panel } = await acts.seen(viewer, dispute);
      return panel.find(({ userId }) => userId === owner.id)!;
    };
    const shown = await acts.seen(orderer, dispute);
    expect(shown).toMatchObject({ state: 'hearing', ready: [], step: 'add-evidence' });
    expect(await seatOf(orderer, first!)).toMatchObject({
      state: 'accepted',
      tiedBy: ['owner'],
      mayReplace: false,
    });
    const seat = await seatOf(supplier, first!);
    expect(seat).toMatchObject({ state: 'accepted', tiedBy: ['owner'], mayReplace: true });
    expect((await seatOf(supplier, third!)).mayReplace).toBe(false);
    await app.settle();
    for (const one of [orderer, supplier, first!.api]) expect(await kinds(one)).toContain('council-tied');
    const challenge = { ...at(dispute), body: { seatId: seat.id, reason: '関係が生じたため' } };
    const asking = await supplier.ok(disputesApi.challenge, challenge);
    // Its one challenge is left to it.
    expect(asking).toMatchObject({ state: 'asking', challenged: [], can: { challenge: true } });
    expect(await seatOf(orderer, first!)).toMatchObject({ state: 'replaced', challengedBy: 'candidate' });
    const decline = { ...at(dispute), body: { code: 'conflict' } } as const;
    expect((await third!.api.call(disputesApi.decline, decline)).status).toBe(403);
    expect((await acts.seen(second!.api, dispute)).can.stepDown).toBe(true);
    await second!.api.ok(disputesApi.decline, decline);
    expect(await seatOf(supplier, second!)).toMatchObject({ state: 'replaced', challengedBy: null });
    for (const next of await acts.askedOf(firms, dispute)) await acts.accepts(next, dispute);
    // Whom nobody wants replaced stays, and the votes begin in their time.
    await dealings.courts(app.resources.database, quarrel, third!);
    const over = `update dispute set due_at = now() - interval '1 hour' where id = $1`;
    await passTime(over, dispute);
    const again = await acts.seen(supplier, dispute);
    expect(again.state).toBe('hearing');
    expect(Date.parse(again.dueAt!)).toBeGreaterThan(Date.now() + 4 * 86_400_000);
    await passTime(over, dispute);
    expect((await acts.seen(supplier, dispute)).state).toBe('voting');
    expect(await seatOf(supplier, third!)).toMatchObject({ state: 'accepted', tiedBy: ['owner'] });
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
    // One that is broken holds up no other.
    const broken = await acts.opened(await acts.aQuarrel(app));
    await app.resources.database.query('delete from council_lot where dispute_id = $1', [broken.id]);
    await app.resources.database.query(over, [broken.id]);
    await passTime(over, dispute);
    expect((await acts.seen(quarrel.supplier, dispute)).state).toBe('listed');
    await app.resources.database.query('update dispute set due_at = null where id = $1', [broken.id]);
    await passTime(over, dispute);
    await passTime('select $1::uuid', dispute);
    const asking = await acts.seen(quarrel.supplier, dispute);
    expect(asking).toMatchObject({ state: 'asking', lots: [{ drawnBy: null }] });
    expect(asking.panel).toHaveLength(3);
    const [asked] = await acts.askedOf(firms, dispute);
    const body = { reason: '支払われたため' };
    const withdrawn = await quarrel.supplier.ok(disputesApi.withdraw, { ...at(dispute), body });
    expect(withdrawn).toMatchObject({ state: 'withdrawn', endReason: body.reason, step: null });
    expect(withdrawn.panel.map(({ state }) => state)).toEqual(['expired', 'expired', 'expired']);
    // Whoever reads what is taken out of the platform is told that the lot rests on the platform's word.
    const { bytes: zip } = await quarrel.supplier.call(councilVotesApi.export, at(dispute));
    const part = (name: string) =>
      readEntry(
        zip,
        zipEntries(zip).find((entry) => entry.name === name)!,
        1_000_000,
      );
    const [lot] = z.array(lotRecord).parse(JSON.parse((await part('lots.json')).toString('utf8')));
    expect(lot && lotFaults(lot)).toEqual([]);
    expect(lot?.notes.map(({ ja, en }) => [ja.slice(0, 13), en.slice(0, 12)])).toEqual([
      ['誰も乱数を加えていません。', 'Nobody added'],
    ]);
    const summary = pdfText(await part('summary.pdf'));
    if (summary !== null) expect(summary).toContain('誰も乱数を加えていません。');
    expect((await asked!.api.ok(disputesApi.list)).items.map(({ id }) => id)).not.toContain(dispute.id);
    await app.settle();
    // They are told, and led to where they still may go.
    const told = (await asked!.api.ok(notificationsApi.list)).items[0];
    expect(told).toMatchObject({ kind: 'council-not-needed', link: '/disputes' });
    expect((await quarrel.supplier.call(disputesApi.withdraw, { ...at(dispute), body })).error.code).toBe(
      'dispute/not-now',
    );
    // Nobody has another panel drawn by withdrawing, whatever they call their claim.
    const another = { params: { id: quarrel.roomId }, body: { kind: 'quality', statement: CLAIM } } as const;
    expect((await quarrel.supplier.call(disputesApi.open, another)).error.code).toBe(
      'dispute/withdrawn-after-lot',
    );
    const ofRoom = { params: { id: quarrel.roomId } };
    expect((await quarrel.supplier.ok(disputesApi.ofRoom, ofRoom)).can.open).toBe(false);
    expect((await quarrel.broker.ok(disputesApi.ofRoom, ofRoom)).can.open).toBe(true);
    expect((await quarrel.orderer.ok(disputesApi.open, another)).claimant).toBe('owner');
  });
});

describe('evidence', () => {
  it('is what the sides chose of the record, for the panel too, and proves that nothing was changed', async () => {
    const quarrel = await acts.aQuarrel(app);
    const params = { id: quarrel.roomId };
    const say = async (text: string, between = false) =>
      quarrel.supplier.ok(negotiationsApi.post, {
        params,
        body: { clientId: randomUUID(), text, ...(between && { between }) },
      });
    await say('11月20日に20個を納品しました');
    await say('社外秘の原価は1個あたり8000円です');
    await say('二人だけの話：値引きの約束', true);
    const { dispute, members } = await acts.heard(app, quarrel, firms);
    const { items } = await quarrel.supplier.ok(councilVotesApi.choices, at(dispute));
    expect(items.filter(({ what }) => what.includes('くじ'))).toEqual([]);
    const placeOf = (text: string) => items.find((item) => item.text.includes(text))?.position ?? 0;
    const positions = [placeOf('納品しました'), placeOf('値引き')];
    await quarrel.supplier.ok(councilVotesApi.choose, { ...at(dispute), body: { positions, chosen: true } });
    const [ofLot] = await app.resources.database.query<{ position: number }>(
      `select position from room_chain where room_id = $1 and body -> 'data' ->> 'key' = 'lot-drawn'`,
      [quarrel.roomId],
    );
    for (const position of [99_999, ofLot!.position]) {
      const refused = { ...at(dispute), body: { positions: [position], chosen: true } };
      const { error } = await quarrel.supplier.call(councilVotesApi.choose, refused);
      expect(error.code).toBe('request/invalid');
    }
    const [member] = members;
    const forPanel = await member!.api.ok(councilVotesApi.evidence, at(dispute));
    expect(forPanel.items.map(({ text, chosenBy }) => [text, chosenBy])).toEqual([
      ['11月20日に20個を納品しました', ['candidate']],
      ['二人だけの話：値引きの約束', ['candidate']],
    ]);
    expect((await quarrel.broker.ok(councilVotesApi.evidence, at(dispute))).items).toHaveLength(1);
    expect((await member!.api.call(councilVotesApi.choices, at(dispute))).status).toBe(403);
    const { bytes } = await member!.api.call(councilVotesApi.pack, at(dispute));
    const { report } = await verifyBytes(bytes);
    expect(report).toMatchObject({ unaltered: true, shown: 2 });
    expect(report.withheld).toBeGreaterThan(2);
    expect(bytes.includes('8000円')).toBe(false);
    await quarrel.supplier.ok(councilVotesApi.choose, {
      ...at(dispute),
      body: { positions: [placeOf('値引き')], chosen: false },
    });
    const { bytes: zip } = await quarrel.orderer.call(councilVotesApi.export, at(dispute));
    const names = zipEntries(zip).map(({ name }) => name);
    expect(names).toEqual(['README.txt', 'summary.pdf', 'dispute.json', 'lots.json', 'evidence.zip']);
    expect((await member!.api.call(councilVotesApi.export, at(dispute))).status).toBe(403);
  });
});

describe('what was changed or taken back', () => {
  it('goes with its original, and a withdrawn file to nobody', async () => {
    const quarrel = await acts.aQuarrel(app);
    const params = { id: quarrel.roomId };
    const clientId = () => ({ clientId: randomUUID() });
    const { seq } = await quarrel.supplier.ok(negotiationsApi.post, {
      params,
      body: { ...clientId(), text: '納品は30個です' },
    });
    const { dispute, members } = await acts.heard(app, quarrel, firms);
    const send = (name: string) =>
      quarrel.broker.ok(negotiationsApi.attach, {
        ...{ params, body: clientId() },
        file: { name, bytes: Buffer.from(`${name}の中身`) },
      });
    const [kept, taken] = [await send('検収書.txt'), await send('取り下げた資料.txt')];
    const edit = { ...clientId(), text: '訂正：納品は20個です' };
    await quarrel.supplier.ok(messagesApi.edit, { params: { ...params, seq }, body: edit });
    await quarrel.broker.ok(messagesApi.withdraw, {
      params: { ...params, seq: taken.seq },
      body: clientId(),
    });
    const { items } = await quarrel.supplier.ok(councilVotesApi.choices, at(dispute));
    const positions = items
      .filter(({ text }) => ['納品は30個です', '検収書.txt', '取り下げた資料.txt'].includes(text))
      .map(({ position }) => position);
    expect(positions).toHaveLength(3);
    await quarrel.supplier.ok(councilVotesApi.choose, { ...at(dispute), body: { positions, chosen: true } });
    const seen = await members[0]!.api.ok(councilVotesApi.evidence, at(dispute));
    expect(seen.items).toHaveLength(5);
    expect(seen.items.map(({ text, chosenBy }) => [text, chosenBy])).toContainEqual([
      '訂正：納品は20個です',
      ['candidate'],
    ]);
    for (const reader of [members[0]!.api, quarrel.orderer]) {
      const { bytes } = await reader.call(councilVotesApi.pack, at(dispute));
      const names = zipEntries(bytes).map(({ name }) => name);
      expect(names.filter((name) => name.startsWith('files/'))).toEqual([`files/${kept.seq}_検収書.txt`]);
      expect((await verifyBytes(bytes)).report).toMatchObject({ unaltered: true, shown: 5 });
    }
  });
});

votesAndEndings(() => ({ app, firms }));
