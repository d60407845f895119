import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { councilVotesApi } from '#contracts/council-votes.js';
import { disputesApi, lotRecord, type Dispute } from '#contracts/disputes.js';
import { messagesApi } from '#contracts/messages.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { recordsApi } from '#contracts/records.js';
import { notificationsApi } from '#contracts/notifications.js';
import { DisputesHandlers } from '#disputes/disputes.handlers.js';
import { lotFaults } from '#disputes/index.js';
import { openVote } from '#disputes/votes/open-vote.js';
import { readEntry, zipEntries } from '#platform/zip/index.js';
import { RoomExport, verifyBytes } from '#negotiations/index.js';
import { newSeed } from '#platform/commitment.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import * as dealings from '../support/dealings.js';
import * as acts from '../support/disputes.js';
import { leakIn } from '../support/introductions.js';
import type { Firm } from '../support/orders.js';
import { tablesWith } from '../support/tables.js';
import { aBody, aPerson } from '../support/people.js';
import { sealedVote } from '../support/sealed-votes.js';

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
    await quarrel.broker.ok(disputesApi.setWillingness, { body: willing });
    const colleague = await aPerson(database, { role: 'coordinator', bodyId: quarrel.bodyId });
    const outsider = await aPerson(database, { role: 'coordinator', bodyId: await aBody(database) });
    for (const { cookie } of [colleague, outsider])
      await app.as(cookie).ok(disputesApi.setWillingness, { body: willing });
    // A firm that met the orderer at an event, one interested in its patent, and a body that once brokered for the supplier.
    const [met, interested] = await Promise.all([acts.aWillingFirm(app), acts.aWillingFirm(app)]);
    const brokerBody = await aBody(database);
    const broker = await aPerson(database, { role: 'coordinator', bodyId: brokerBody });
    await app.as(broker.cookie).ok(disputesApi.setWillingness, { body: willing });
    await dealings.haveMet(database, quarrel, met);
    await dealings.isInterested(database, quarrel, interested);
    await dealings.wasIntroduced(database, quarrel, { bodyId: brokerBody, by: broker.id });
    const dispute = await acts.opened(quarrel);
    const { lots, untold } = await acts.answered(quarrel, dispute);
    const counts = Object.fromEntries((lots[0]?.excluded ?? []).map(({ code, count }) => [code, count]));
    expect(counts).toMatchObject({ 'in-the-room': 2, 'same-body': 2, dealing: 2, 'same-bank-branch': 1 });
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
    for (const api of [quarrel.orderer, sameBank.api, met.api, interested.api, quarrel.broker, ...staff])
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
    expect(panel.filter(({ state }) => state === 'passed')).toHaveLength(2);
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
    expect((await asked!.api.ok(disputesApi.list)).items.map(({ id }) => id)).not.toContain(dispute.id);
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

describe('sealed votes', () => {
  let quarrel: acts.Quarrel;
  let dispute: Dispute;
  let members: Firm[];
  beforeAll(async () => {
    quarrel = await acts.aQuarrel(app);
    ({ dispute, members } = await acts.heard(app, quarrel, firms));
    for (const side of [quarrel.orderer, quarrel.supplier]) await side.ok(councilVotesApi.ready, at(dispute));
  });

  it('cannot be read by anything that the platform holds before all are in, by nobody', async () => {
    expect(await acts.seen(members[0]!.api, dispute)).toMatchObject({ state: 'voting', step: 'vote' });
    const first = await acts.says(members[0]!, dispute, { finding: 'rejected', reasons: '最初の考え' });
    const again = await acts.says(members[0]!, dispute, { finding: 'upheld', reasons: '考え直した理由' });
    expect(again.view).toMatchObject({ votes: { sealed: 1, opened: 0, own: 'sealed' }, step: null });
    // Whoever reads the whole database, with the platform's own key in hand, finds neither vote nor key.
    const { database, config } = app.resources;
    const secrets = [first.key, again.key].flatMap((key) => [
      key,
      Buffer.from(key, 'hex').toString('base64'),
    ]);
    expect(await tablesWith(database, [...secrets, '最初の考え', '考え直した'])).toEqual([]);
    expect(await tablesWith(database, [CLAIM])).toContain('dispute_statement');
    const [stored] = await database.query<{
      ciphertext: string;
      iv: string;
      commitment: string;
      times: number;
    }>('select ciphertext, iv, commitment, times from council_vote where dispute_id = $1', [dispute.id]);
    const { ciphertext = '', iv = '', commitment = '' } = stored ?? {};
    expect(stored?.times).toBe(2);
    // By this the member's browser finds the key of the vote that is in, not that of the replaced one.
    expect(again.view.votes?.ownCommitment).toBe(commitment);
    expect(first.view.votes?.ownCommitment).not.toBe(commitment);
    const sealed = { ciphertext, iv, commitment };
    const tries = [config.secretKey.subarray(0, 32), Buffer.from(iv, 'base64')].map((key) =>
      key.toString('hex').padEnd(64, '0').slice(0, 64),
    );
    for (const key of [...tries, first.key])
      expect(openVote(sealed, dispute.id, members[0]!.owner.id, key)).toBe(null);
    expect(openVote(sealed, dispute.id, members[0]!.owner.id, again.key)).not.toBe(null);
    const admin = app.as((await aPerson(database, { role: 'administrator' })).cookie);
    const office = await acts.seen(admin, dispute);
    expect(office).toMatchObject({ viewer: 'office', votes: { sealed: 1, own: null }, outcome: null });
    expect((await admin.call(councilVotesApi.votes, at(dispute))).status).toBe(403);
    expect((await again.open()).error.code).toBe('dispute/not-now');
    for (const client of [quarrel.orderer, members[1]!.api])
      expect((await client.call(councilVotesApi.votes, at(dispute))).status).toBe(403);
    const short = { ...at(dispute), body: { ciphertext: 'AAAA', iv: 'AAAA', commitment: '0' } };
    expect((await members[1]!.api.call(councilVotesApi.vote, short)).status).toBe(400);
    kept.push(again);
  });
  const kept: Awaited<ReturnType<typeof acts.says>>[] = [];

  it('are closed by the last one, opened by each with their own key, and counted once', async () => {
    const others = await Promise.all([
      acts.says(members[1]!, dispute, { finding: 'partly', amountYen: 800_000 }),
      acts.says(members[2]!, dispute, { finding: 'rejected' }),
    ]);
    expect((await acts.seen(quarrel.supplier, dispute)).state).toBe('opening');
    const late = sealedVote(dispute.id, members[0]!.owner.id, {
      finding: 'rejected',
      amountYen: null,
      reasons: '',
    });
    const refused = await members[0]!.api.call(councilVotesApi.vote, { ...at(dispute), body: late.sealed });
    expect(refused.error.code).toBe('dispute/not-now');
    await app.settle();
    expect(await kinds(members[0]!.api)).toContain('council-open');
    const wrong = { ...at(dispute), body: { key: others[0].key } };
    expect((await members[0]!.api.call(councilVotesApi.openVote, wrong)).error.code).toBe(
      'dispute/wrong-key',
    );
    expect((await kept[0]!.open()).status).toBe(200);
    const half = await acts.seen(members[1]!.api, dispute);
    expect(half).toMatchObject({ votes: { opened: 1 }, outcome: null, step: 'open-vote' });
    expect((await members[1]!.api.call(councilVotesApi.votes, at(dispute))).status).toBe(403);
    const opened = await Promise.all(others.map(({ open }) => open()));
    expect(opened.map(({ status }) => status)).toEqual([200, 200]);
    const counted = await acts.seen(quarrel.orderer, dispute);
    expect(counted).toMatchObject({
      state: 'deciding',
      outcome: {
        finding: 'partly',
        amountYen: 800_000,
        abstained: 0,
        counts: { upheld: 1, partly: 1, rejected: 1 },
      },
    });
    expect((await members[2]!.api.ok(councilVotesApi.votes, at(dispute))).items).toHaveLength(3);
  });

  it('become an opinion by the chair, which the record keeps and both sides report on', async () => {
    const body = { reasons: '期日までの連絡がなかったため', remedy: '80万円を支払う', dueOn: '2199-01-31' };
    expect((await members[1]!.api.call(councilVotesApi.decide, { ...at(dispute), body })).status).toBe(403);
    const tooLate = { ...at(dispute), body: { ...body, dueOn: '2025-12-31' } };
    expect((await members[0]!.api.call(councilVotesApi.decide, tooLate)).error).toMatchObject({
      ...{ code: 'request/invalid', fields: { dueOn: expect.any(String) } },
    });
    const decided = await members[0]!.api.ok(councilVotesApi.decide, { ...at(dispute), body });
    expect(decided).toMatchObject({ state: 'decided', decision: body });
    const own = { ...at(dispute), body: { text: '全額とすべきでした' } };
    await members[1]!.api.ok(councilVotesApi.addOpinion, own);
    expect((await members[1]!.api.call(councilVotesApi.addOpinion, own)).error.code).toBe('dispute/not-now');
    const { items } = await quarrel.orderer.ok(negotiationsApi.messages, { params: { id: quarrel.roomId } });
    expect(items.at(-1)?.data).toMatchObject({ key: 'dispute-decided', sha256: decided.decision?.sha256 });
    const seen = await acts.seen(quarrel.orderer, dispute);
    expect(seen).toMatchObject({ step: 'report', opinions: [{ text: '全額とすべきでした' }] });
    const report = { ...at(dispute), body: { outcome: 'followed', note: '振り込みました' } } as const;
    const reported = await quarrel.orderer.ok(councilVotesApi.report, report);
    expect(reported).toMatchObject({ step: null, compliance: [{ side: 'owner', outcome: 'followed' }] });
    expect((await acts.seen(quarrel.supplier, dispute)).step).toBe('report');
    await app.settle();
    expect(await kinds(quarrel.supplier)).toContain('dispute-decided');
  });
});

describe("a room's archive", () => {
  it('holds its disputes, sealed with the record, but not who on the panel found what', async () => {
    const quarrel = await acts.aQuarrel(app);
    const { dispute, members } = await acts.heard(app, quarrel, firms);
    for (const side of [quarrel.supplier, quarrel.orderer]) await side.ok(councilVotesApi.ready, at(dispute));
    const said = await Promise.all(
      members.map((member) => acts.says(member, dispute, { reasons: '委員だけの理由' })),
    );
    for (const { open } of said) expect((await open()).status).toBe(200);
    const { content } = await app.app.get(RoomExport, { strict: false }).forPlatform(quarrel.roomId, 'ja');
    const all = await buffer(Readable.from(content, { objectMode: false }));
    const { bytes: own } = await quarrel.supplier.call(recordsApi.export, { params: { id: quarrel.roomId } });
    const held = (bytes: Buffer) =>
      zipEntries(bytes).filter(({ name }) => name.startsWith(`disputes/${dispute.no}/`));
    const papers = ['summary.pdf', 'dispute.json', 'lots.json'].map(
      (name) => `disputes/${dispute.no}/${name}`,
    );
    expect(held(own).map(({ name }) => name)).toEqual(papers);
    expect(held(all).map(({ name }) => name)).toEqual([...papers, `disputes/${dispute.no}/votes.json`]);
    for (const bytes of [all, own]) {
      expect((await verifyBytes(bytes)).report.unaltered).toBe(true);
      const texts = await Promise.all(
        held(bytes).map(async (entry) => (await readEntry(bytes, entry, 1_000_000)).toString('utf8')),
      );
      expect(texts.join()).toContain(CLAIM);
      expect(leakIn(texts, ['委員だけの理由'])).toBe(null);
    }
  });
});

describe('silent members and settlements', () => {
  it('counts who is silent as abstaining, gives too few votes one more time, and then lapses', async () => {
    const quarrel = await acts.aQuarrel(app);
    const { dispute, members } = await acts.heard(app, quarrel, firms);
    const over = `update dispute set due_at = now() - interval '1 hour' where id = $1`;
    await passTime(over, dispute);
    expect((await acts.seen(quarrel.supplier, dispute)).state).toBe('voting');
    const [, second, third] = members;
    const one = await acts.says(second!, dispute, { finding: 'rejected' });
    await passTime(over, dispute);
    expect((await acts.seen(quarrel.supplier, dispute)).state).toBe('voting');
    const two = await acts.says(third!, dispute, { finding: 'upheld' });
    await passTime(over, dispute);
    for (const { open } of [one, two]) expect((await open()).status).toBe(200);
    const counted = await acts.seen(second!.api, dispute);
    expect(counted).toMatchObject({ state: 'deciding', outcome: { finding: 'rejected', abstained: 1 } });
    // The chair did not vote: another one writes, and where that one is silent, the next.
    const chair = counted.panel.find(({ isChair }) => isChair)?.userId;
    expect([second!.owner.id, third!.owner.id]).toContain(chair);
    await passTime(over, dispute);
    const passed = (await acts.seen(second!.api, dispute)).panel.find(({ isChair }) => isChair)?.userId;
    expect(new Set([chair, passed])).toEqual(new Set([second!.owner.id, third!.owner.id]));
    // Both had their time to write.
    await passTime(over, dispute);
    expect(await acts.seen(quarrel.supplier, dispute)).toMatchObject({
      ...{ state: 'lapsed', outcome: { finding: 'rejected' }, decision: null },
    });
  });

  it('ends where both sides say the same words, whose hash the record keeps', async () => {
    const quarrel = await acts.aQuarrel(app);
    const dispute = await acts.opened(quarrel);
    const words = { text: '分割で支払う', accept: false };
    const proposed = await quarrel.orderer.ok(councilVotesApi.settle, { ...at(dispute), body: words });
    const accept = { ...at(dispute), body: { ...words, accept: true } };
    expect((await quarrel.orderer.call(councilVotesApi.settle, accept)).error.code).toBe('dispute/not-now');
    const others = { ...at(dispute), body: { text: '一括で支払う', accept: true } };
    expect((await quarrel.supplier.call(councilVotesApi.settle, others)).error.code).toBe('dispute/not-now');
    await app.settle();
    expect(await kinds(quarrel.supplier)).toContain('dispute-settlement');
    const settled = await quarrel.supplier.ok(councilVotesApi.settle, accept);
    const sha256 = proposed.settlement?.sha256;
    expect(settled).toMatchObject({ state: 'settled', endReason: words.text, settlement: { sha256 } });
    expect(settled.settlement?.confirmed).not.toBe(null);
    const { items } = await quarrel.orderer.ok(negotiationsApi.messages, { params: { id: quarrel.roomId } });
    expect(items.at(-1)?.data).toMatchObject({ key: 'dispute-ended', to: 'settled', sha256 });
  });

  it('lapses without a quorum', async () => {
    const quarrel = await acts.aQuarrel(app);
    const { dispute } = await acts.heard(app, quarrel, firms);
    const over = `update dispute set due_at = now() - interval '1 hour' where id = $1`;
    for (let i = 0; i < 3; i += 1) await passTime(over, dispute);
    expect((await acts.seen(quarrel.supplier, dispute)).state).toBe('lapsed');
  });
});
