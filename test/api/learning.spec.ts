import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CompanyProfile } from '#contracts/companies.js';
import { learningApi } from '#contracts/learning.js';
import { matchingApi, type Reason } from '#contracts/matching.js';
import type { Order } from '#contracts/orders.js';
import { WorkerHost } from '#platform/queue/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { aCompany } from '../support/companies.js';
import { aFirm, aPublishedOrder, eventsAbout, signedIn, type Firm } from '../support/orders.js';
import { aBody } from '../support/people.js';

let app: TestApp;
let worker: WorkerHost;
let bodyId: string;
let poster: Firm;
let broker: Client;

const order = { params: { kind: 'order' as const } };
const process = (code: string) => [{ code } as CompanyProfile['processes'][number]];
const nightly = () => worker.run('learning.nightly', { eventId: null });
const rankedAgain = async () => {
  await app.settle();
  await worker.run('matching.run-waiting', { eventId: null });
  await app.settle();
};
const listOf = async ({ id }: Order) =>
  (await broker.ok(matchingApi.candidates, { params: { kind: 'order', id }, query: { limit: 100 } })).items;
const namesOf = async (of: Order) => (await listOf(of)).map(({ company }) => company.name);

const said = (level: Reason['level'], kind: string, verdict: Reason['verdict']) => ({
  ...{ requirementId: kind, level, kind, verdict, question: null, change: null },
  words: { ja: '理由', en: 'reason' },
});
const fitsByProcess = [said('must', 'process', 'met'), said('want', 'certificate', 'unknown')];
const fitsByCertificate = [said('must', 'process', 'partly'), said('want', 'certificate', 'met')];

/** Orders of which both sides consented to the firm with the certificate; the one with the process was not asked. */
async function certificateWon(orders: number, [winner, loser]: readonly Firm[]): Promise<void> {
  const ids = Array.from({ length: orders }, () => randomUUID());
  const { database } = app.resources;
  await database.query(
    `insert into match_run (subject_id, subject_kind, state, finished_at)
     select id, 'order', 'finished', now() from unnest($1::uuid[]) id`,
    [ids],
  );
  await database.query(
    `insert into match_candidate (subject_id, company_id, rank, score, reasons)
     select id, $2, 1, 80, $3 from unnest($1::uuid[]) id`,
    [ids, loser!.id, JSON.stringify(fitsByProcess)],
  );
  await database.query(
    `insert into introduction (subject_kind, subject_id, subject_title, owner_company_id, candidate_company_id,
       proposed_by, reason, reasons, state, owner_consent, candidate_consent, expires_at)
     select 'order', id, '過去の案件', $2, $3, $4, '', $5, 'consented', 'consented', 'consented', now()
     from unnest($1::uuid[]) id`,
    [ids, poster.id, winner!.id, poster.owner.id, JSON.stringify(fitsByCertificate)],
  );
}

beforeAll(async () => {
  app = await startApp(['api', 'worker']);
  worker = app.app.get(WorkerHost, { strict: false });
  bodyId = await aBody(app.resources.database);
  poster = await aFirm(app, { name: '架空重機', bodyId, isSupplier: false });
  broker = await signedIn(app, { role: 'coordinator', bodyId });
});
afterAll(() => app.close());

describe('learning from outcomes', () => {
  let firms: Firm[];
  let wanted: Order;

  beforeAll(async () => {
    const certificates = [{ kind: 'iso-13485', validUntil: null }] as CompanyProfile['certificates'];
    firms = [
      await aFirm(app, { name: '認証工業', bodyId, processes: process('machining'), certificates }),
      await aFirm(app, { name: '旋削工業', bodyId, processes: process('turning') }),
    ];
    wanted = await aPublishedOrder(poster, {
      requirements: [
        { id: 'p', level: 'must', kind: 'process', code: 'turning' },
        { id: 'c', level: 'want', kind: 'certificate', certificate: 'iso-13485' },
      ],
    });
    await rankedAgain();
  });

  it('begins with what was shipped, and says each night that there is too little to learn from', async () => {
    await nightly();
    await nightly();
    const { version, latest, history } = await broker.ok(learningApi.current, order);
    expect(version).toMatchObject({ number: 0, author: 'shipped', isCurrent: true });
    expect(new Set(Object.values(version.weights))).toEqual(new Set([1]));
    expect(latest).toMatchObject({ result: 'too-few', outcomes: 0, outcomesNeeded: 50, requestedBy: null });
    expect(history).toEqual([]);
    expect((await broker.ok(learningApi.runs, order)).total).toBe(1);
    expect(await namesOf(wanted)).toEqual(['旋削工業', '認証工業']);
  });

  it('adopts what outcomes teach, tells what changed, and ranks open orders by it', async () => {
    await certificateWon(60, firms);
    const asked = await broker.ok(learningApi.start, order);
    expect(asked).toMatchObject({ state: 'waiting', result: null });
    await rankedAgain();

    const report = await broker.ok(learningApi.report, { params: { id: asked.id } });
    expect(report).toMatchObject({ state: 'finished', result: 'adopted', outcomes: 60, progress: 100 });
    expect(report.heldOut).toBeGreaterThan(0);
    expect(report.after).toBeGreaterThanOrEqual(report.before!);
    expect(report.weightsBefore.certificate).toBe(1);
    expect(report.weightsAfter.certificate).toBeCloseTo(1.1);
    expect(report.weightsAfter.process).toBeCloseTo(0.9);
    const [example] = report.examples;
    const tops = [example!.before, example!.after].map((top) => top.map(({ name }) => name));
    expect([example!.subjectId, ...tops]).toEqual([
      wanted.id,
      ['旋削工業', '認証工業'],
      ['認証工業', '旋削工業'],
    ]);

    expect(await namesOf(wanted)).toEqual(['認証工業', '旋削工業']);
    const { version, history, changedBy } = await broker.ok(learningApi.current, order);
    expect(version).toMatchObject({ number: 1, author: 'nightly', id: report.versionId });
    expect([history.length, changedBy]).toEqual([1, null]);
    expect((await broker.ok(learningApi.current, { params: { kind: 'patent' } })).version.number).toBe(0);
  });

  it('gives the report as a table', async () => {
    const { items } = await broker.ok(learningApi.runs, order);
    const answer = await broker.call(learningApi.export, {
      params: { id: items[0]!.id },
      query: { format: 'csv' },
    });
    const table = answer.bytes.toString('utf8');
    expect(table).toContain('結論,,採用');
    expect(table).toContain('認証,1,1.1');
    expect(table).toContain('旋削工業,認証工業');
  });

  it('is switched back to any version, which is recorded with who did it', async () => {
    const { items, total } = await broker.ok(learningApi.versions, order);
    expect([total, items.map(({ number }) => number)]).toEqual([2, [1, 0]]);
    const shipped = items[1]!;
    const used = await broker.ok(learningApi.use, { params: { id: shipped.id } });
    expect(used).toMatchObject({ number: 0, isCurrent: true });
    await broker.ok(learningApi.use, { params: { id: shipped.id } });
    expect(await eventsAbout(app, shipped.id)).toEqual(['matching.ranking-weights-changed']);
    await rankedAgain();
    expect(await namesOf(wanted)).toEqual(['旋削工業', '認証工業']);
    expect((await broker.ok(learningApi.current, order)).changedBy).not.toBeNull();
    const nobody = await broker.call(learningApi.use, { params: { id: randomUUID() } });
    expect(nobody.status).toBe(404);
  });

  it('is not moved by a night from the version that a person chose, only by a run that a person asks for', async () => {
    await app.resources.database.query(`delete from learning_run where requested_by is null`);
    await nightly();
    await rankedAgain();
    const held = await broker.ok(learningApi.current, order);
    expect(held).toMatchObject({ version: { number: 0 }, latest: { result: 'held', requestedBy: null } });
    const asked = await broker.ok(learningApi.start, order);
    await rankedAgain();
    const report = await broker.ok(learningApi.report, { params: { id: asked.id } });
    expect(report.result).toBe('adopted');
    expect((await broker.ok(learningApi.current, order)).version.number).toBe(2);
  });
});

describe('new and small firms', () => {
  it('keep their places whatever others score, and the reason says so', async () => {
    const { database } = app.resources;
    for (let i = 0; i < 12; i++)
      await aCompany(database, { name: `大手${i}`, bodyId, processes: process('plating') });
    const small = await aCompany(database, {
      name: '小さな工場',
      bodyId,
      processes: process('surface-treatment'),
    });
    await database.query(
      `update company set created_at = now() - interval '2 years', staff = 150 where name like '大手%' or id = $1`,
      [small.id],
    );
    const wanted = await aPublishedOrder(poster, {
      requirements: [{ id: 'p', level: 'must', kind: 'process', code: 'plating' }],
    });
    await rankedAgain();
    expect((await namesOf(wanted)).at(-1)).toBe('小さな工場');

    await database.query('update company set staff = 8 where id = $1', [small.id]);
    await broker.ok(matchingApi.rerun, { params: { kind: 'order', id: wanted.id } });
    await rankedAgain();
    const list = await listOf(wanted);
    const at = list.findIndex(({ company }) => company.id === small.id);
    expect([at, list.length]).toEqual([8, 13]);
    expect(list[at]!.reasons.at(-1)).toMatchObject({
      kind: 'newcomer',
      words: {
        ja: '小規模の企業です（点数では13番目）。10社のうち2社の枠を、新しい企業と小規模の企業に空けています',
      },
    });
  });
});
