import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint } from '#contracts/endpoint.js';
import { introductionsApi, introductionState, outcome } from '#contracts/introductions.js';
import { figure, reportingApi, type Dashboard, type Figure } from '#contracts/reporting.js';
import { readTable } from '#platform/spreadsheet/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { aCompany } from '../support/companies.js';
import { aCast, consented, proposed } from '../support/introductions.js';
import { aFirm, allPages, signedIn } from '../support/orders.js';
import { aBody, aPerson } from '../support/people.js';

let app: TestApp;
let own: { bodyId: string; staff: Client };
let other: { bodyId: string; staff: Client };
let administrator: Client;

/** The last instant of fiscal year 2015 in Japan and the first of 2016: long ago, so that nothing made by the tests themselves falls there. */
const LAST = '2016-03-31T23:59:59.999+09:00';
const FIRST = '2016-04-01T00:00:00+09:00';
const dayOf = (instant: string) => instant.slice(0, 10);

const query = (sql: string, parameters: unknown[] = []) =>
  app.resources.database.query<{ id: string }>(sql, parameters);
const idOf = async (sql: string, parameters: unknown[]) => (await query(sql, parameters))[0]?.id ?? '';

/** One record of every figure at an instant, but for the last day: that has two deals. */
async function aRecordOfEach(bodyId: string, at: string): Promise<void> {
  const { database } = app.resources;
  const owner = await aCompany(database, { bodyId, name: '架空重機' });
  const candidate = await aCompany(database, { bodyId, name: '=架空製作所', state: 'suspended' });
  const proposer = await aPerson(database, { role: 'coordinator', bodyId });
  await query('update company set created_at = $2 where id = $1', [owner.id, at]);
  await query(
    `insert into purchase_order (company_id, state, content, title, visibility, search_text, published_at)
     values ($1, 'closed', '{"budgetYen": 500000}', '軸受け', 'open', '', $2),
            ($1, 'cancelled', '{}', '出さずに消した案件', 'open', '', null)`,
    [owner.id, at],
  );
  await query(
    `insert into open_patent (company_id, state, content, title, licence, visibility, search_text, published_at)
     values ($1, 'withdrawn', '{}', '台車', 'offered', 'open', '', $2)`,
    [owner.id, at],
  );
  const introduction = (state: string, more: Record<string, unknown> = {}) => {
    const columns: Record<string, unknown> = {
      subject_kind: 'order',
      subject_id: randomUUID(),
      subject_title: '軸受けの紹介',
      owner_company_id: owner.id,
      candidate_company_id: candidate.id,
      body_id: bodyId,
      proposed_by: proposer.id,
      reason: '合うため',
      expires_at: at,
      created_at: at,
      state,
      ...more,
    };
    const names = Object.keys(columns);
    return idOf(
      `insert into introduction (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})
       returning id`,
      Object.values(columns),
    );
  };
  const deal = { outcome: 'deal', amount_yen: 1_250_000, outcome_on: dayOf(at) };
  const agreed = await introduction('agreed', deal);
  if (at === LAST) await introduction('agreed', { ...deal, amount_yen: 750_000 });
  await introduction('declined', {
    owner_answered_at: '2016-01-15T12:00:00+09:00',
    candidate_consent: 'declined',
    candidate_answered_at: at,
    decline_code: 'price',
  });
  await query(
    `insert into room (introduction_id, subject_kind, subject_id, title, owner_company_id, candidate_company_id, body_id, created_at)
     values ($1, 'order', $2, '軸受け', $3, $4, $5, $6)`,
    [agreed, randomUUID(), owner.id, candidate.id, bodyId, at],
  );
}

beforeAll(async () => {
  app = await startApp(['api', 'worker']);
  const staffOf = async (name: string) => {
    const bodyId = await aBody(app.resources.database, name);
    return { bodyId, staff: await signedIn(app, { role: 'coordinator', bodyId }) };
  };
  own = await staffOf('甲支援センター');
  other = await staffOf('乙支援センター');
  administrator = await signedIn(app, { role: 'administrator' });
  for (const { bodyId } of [own, other]) for (const at of [LAST, FIRST]) await aRecordOfEach(bodyId, at);
});
afterAll(() => app.close());

const counts = ({ figures }: Dashboard) =>
  Object.fromEntries(figures.map(({ figure: name, count }) => [name, count])) as Record<Figure, number>;
const dashboard = (who: Client, fiscalYear: number, bodyId?: string) =>
  who.ok(reportingApi.dashboard, { query: { fiscalYear, ...(bodyId && { bodyId }) } });
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('access', () => {
  const endpoints = Object.entries(reportingApi as Record<string, Endpoint>);
  const sound = { fiscalYear: 2016, figure: 'deals', format: 'csv' };

  it.each(endpoints)('%s is for those who broker', async (_, endpoint) => {
    const call = { query: sound } as object;
    expect((await app.as().call(endpoint, call)).error.code).toBe('auth/not-signed-in');
    const company = await aFirm(app);
    const newcomer = await signedIn(app);
    const secretary = await signedIn(app, { role: 'secretary', bodyId: own.bodyId });
    for (const who of [company.api, newcomer])
      expect((await who.call(endpoint, call)).error.code).toBe('auth/forbidden');
    for (const who of [own.staff, secretary, administrator])
      expect((await who.call(endpoint, call)).status).toBe(200);
  });

  it.each(endpoints)('%s tells a body nothing of another', async (_, endpoint) => {
    const about = (bodyId: string) => ({ query: { ...sound, bodyId } }) as object;
    expect((await own.staff.call(endpoint, about(own.bodyId))).status).toBe(200);
    const answer = await own.staff.call(endpoint, about(other.bodyId));
    expect([answer.status, answer.error.code]).toEqual([403, 'auth/forbidden']);
    expect((await administrator.call(endpoint, about(other.bodyId))).status).toBe(200);
  });

  it.each(endpoints)('%s names what is wrong with the question', async (_, endpoint) => {
    const wrong = [
      { fiscalYear: 1999 },
      { fiscalYear: 'x' },
      { figure: 'profit' },
      { format: 'pdf' },
      { bodyId: 'x' },
    ];
    for (const one of wrong) {
      const [name] = Object.keys(one) as [string];
      if (!(name in (endpoint.query?.shape ?? {}))) continue;
      const answer = await own.staff.call(endpoint, { query: { ...sound, ...one } } as object);
      expect([answer.status, Object.keys(answer.error.fields ?? {})]).toEqual([400, [name]]);
    }
    expect((await own.staff.call(endpoint)).status).toBe(400);
  });
});

describe('the fiscal year', () => {
  const one = { companies: 1, orders: 1, patents: 1, introductions: 2, meetings: 1, deals: 1, declined: 1 };
  /** The last day of the year before has a second deal. */
  const two = { ...one, introductions: 3, deals: 2 };

  it('ends on 31 March at midnight in Japan, for every figure', async () => {
    const [before, now] = [await dashboard(own.staff, 2015), await dashboard(own.staff, 2016)];
    expect([counts(before), before.amountYen]).toEqual([two, 2_000_000]);
    expect([counts(now), now.amountYen, now.amountYenBefore]).toEqual([one, 1_250_000, 2_000_000]);
    expect(now.figures.map((f) => [f.figure, f.before])).toEqual(Object.entries(two));
    expect(Object.values(counts(await dashboard(own.staff, 2017)))).toEqual(figure.options.map(() => 0));
  });

  it('has twelve months from April, whose figures add up to its own', async () => {
    const { months } = await dashboard(own.staff, 2016);
    expect(months.map((m) => m.month)).toEqual([
      ...['2016-04', '2016-05', '2016-06', '2016-07', '2016-08', '2016-09'],
      ...['2016-10', '2016-11', '2016-12', '2017-01', '2017-02', '2017-03'],
    ]);
    expect(months[0]).toEqual({
      month: '2016-04',
      introductions: 2,
      meetings: 1,
      deals: 1,
      amountYen: 1_250_000,
    });
    expect((await dashboard(own.staff, 2015)).months.at(-1)).toMatchObject({ month: '2016-03', deals: 2 });
  });

  it('is all bodies together for an administrator, or any one of them', async () => {
    const all = await dashboard(administrator, 2016);
    expect(counts(all)).toEqual(Object.fromEntries(Object.entries(one).map(([name, n]) => [name, 2 * n])));
    expect(all.amountYen).toBe(2_500_000);
    expect(await dashboard(administrator, 2016, own.bodyId)).toEqual(await dashboard(own.staff, 2016));
    expect(Object.values(counts(await dashboard(administrator, 2016, randomUUID())))).not.toContain(1);
  });
});

describe('every figure opens its records', () => {
  type Query = { month?: string; bodyId?: string };
  const recordsOf = (who: Client, fiscalYear: number, name: Figure, more: Query = {}) =>
    allPages((cursor) =>
      who.ok(reportingApi.records, {
        query: { fiscalYear, figure: name, limit: 2, ...more, ...(cursor && { cursor }) },
      }),
    );

  /** Whether each count of a dashboard is the number of the records behind it, and each amount their sum. */
  async function expectFigures(who: Client, fiscalYear: number): Promise<void> {
    const shown = await dashboard(who, fiscalYear);
    for (const { figure: name, count } of shown.figures) {
      const records = await recordsOf(who, fiscalYear, name);
      const { total } = await who.ok(reportingApi.records, { query: { fiscalYear, figure: name } });
      expect([name, records.length, total]).toEqual([name, count, count]);
      expect(new Set(records.map((r) => r.id)).size).toBe(count);
      expect(records.map((r) => r.on)).toEqual(
        records
          .map((r) => r.on)
          .sort()
          .reverse(),
      );
    }
    const deals = await recordsOf(who, fiscalYear, 'deals');
    expect(sum(deals.map((r) => r.amountYen ?? 0))).toBe(shown.amountYen);
    for (const name of ['introductions', 'meetings', 'deals'] as const) {
      expect(sum(shown.months.map((m) => m[name]))).toBe(counts(shown)[name]);
      for (const month of shown.months.filter((m) => m[name] > 0))
        expect(await recordsOf(who, fiscalYear, name, { month: month.month })).toHaveLength(month[name]);
    }
    expect(sum(shown.months.map((m) => m.amountYen))).toBe(shown.amountYen);
  }

  it.each([2015, 2016])('in %i, for the body and for the administrator', async (fiscalYear) => {
    await expectFigures(own.staff, fiscalYear);
    await expectFigures(administrator, fiscalYear);
  });

  it('also where they came about by people doing their work', async () => {
    const cast = await aCast(app);
    const { id, version } = await consented(app, cast);
    await proposed({ ...cast, supplier: await aFirm(app, { bodyId: cast.bodyId }) });
    const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    await cast.broker.ok(introductionsApi.recordOutcome, {
      params: { id },
      version,
      body: { outcome: 'deal', amountYen: 480_000, reason: '', on: today },
    });
    const fiscalYear = Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 1 : 0);
    const shown = await dashboard(cast.broker, fiscalYear);
    expect([counts(shown), shown.amountYen]).toEqual([
      { companies: 3, orders: 1, patents: 0, introductions: 2, meetings: 1, deals: 1, declined: 0 },
      480_000,
    ]);
    await expectFigures(cast.broker, fiscalYear);
    const [deal] = await recordsOf(cast.broker, fiscalYear, 'deals');
    expect(deal).toMatchObject({
      on: today,
      title: cast.order.content.title,
      detail: `${cast.poster.name} / ${cast.supplier.name}`,
      amountYen: 480_000,
      link: `/introductions/${id}`,
    });
  });

  it('states and outcomes are those of the list of cases', async () => {
    for (const fiscalYear of [2015, 2016]) {
      const shown = await dashboard(own.staff, fiscalYear);
      const total = async (filter: object) =>
        (await own.staff.ok(introductionsApi.list, { query: { fiscalYear, ...filter } })).total;
      for (const state of introductionState.options) {
        const count = shown.states.find((s) => s.state === state)?.count ?? 0;
        expect([state, await total({ state: [state] })]).toEqual([state, count]);
      }
      for (const name of outcome.options) {
        const count = shown.outcomes.find((o) => o.outcome === name)?.count ?? 0;
        expect([name, await total({ outcome: [name] })]).toEqual([name, count]);
      }
      expect(shown.declineCodes).toEqual([{ code: 'price', count: 1 }]);
    }
  });
});

describe('the records as a file', () => {
  const file = (format: 'csv' | 'csv-sjis' | 'xlsx', language = 'ja') =>
    own.staff.call(reportingApi.export, {
      query: { fiscalYear: 2015, figure: 'deals', format },
      headers: { 'accept-language': language },
    });

  it.each([
    ['csv', 'text/csv; charset=utf-8', 'csv'],
    ['csv-sjis', 'text/csv; charset=Shift_JIS', 'csv'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ] as const)('%s has a row per record, under Japanese headings', async (format, mime, extension) => {
    const answer = await file(format);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, mime]);
    const name = `deals-FY2015.${extension}`;
    expect(answer.headers.get('content-disposition')).toContain(`attachment; filename="${name}"`);
    const rows = [];
    for await (const row of readTable({ name, bytes: answer.bytes }))
      rows.push('cells' in row ? row.cells : row);
    expect(rows.map((row) => ({ ...row, '金額（円）': Number((row as never)['金額（円）']) }))).toEqual(
      expect.arrayContaining(
        [1_250_000, 750_000].map((amount) => ({
          日付: '2016-03-31',
          件名: '軸受けの紹介',
          内容: '架空重機 / =架空製作所',
          '金額（円）': amount,
        })),
      ),
    );
    expect(rows).toHaveLength(2);
  });

  it('has English headings for who reads English', async () => {
    const { bytes } = await file('csv', 'en');
    expect(bytes.toString('utf8').split('\r\n')[0]).toBe('\ufeffDate,Title,Detail,Amount (yen)');
  });
});
