import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { notificationsApi } from '#contracts/notifications.js';
import { offersApi } from '#contracts/offers.js';
import { priceLedgerApi, type PriceIndex, type PriceRound } from '#contracts/price-ledger.js';
import { statutoryApi } from '#contracts/statutory.js';
import { canonicalJson, sha256Of } from '#negotiations/agreement-document.js';
import { WorkerHost } from '#platform/queue/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { openTalks } from '../support/negotiations.js';
import { someTerms } from '../support/terms.js';
import { somePriceRequest } from '../support/world/offers.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const database = () => app.resources.database;

async function talks() {
  const opened = await openTalks(app);
  const params = { id: opened.roomId };
  const person = (cookie: string) => {
    const who: Client = app.as(cookie);
    const of = ({ id }: PriceRound) => ({ ...params, roundId: id });
    return {
      who,
      ask: (given: Parameters<typeof somePriceRequest>[0] = {}) =>
        who.call(priceLedgerApi.ask, { params, body: somePriceRequest(given) }),
      answer: (round: PriceRound, decision: 'accepted' | 'refused', reasons = '') =>
        who.call(priceLedgerApi.answer, { params: of(round), body: { decision, reasons } }),
      sign: (round: PriceRound) =>
        who.call(priceLedgerApi.sign, { params: of(round), body: { sha256: round.sha256 } }),
      withdraw: (round: PriceRound) =>
        who.call(priceLedgerApi.withdraw, { params: of(round), body: { reason: '再計算' } }),
      ledger: () => who.ok(priceLedgerApi.list, { params }),
      attach: (text: string) =>
        who.call(priceLedgerApi.attachIndex, {
          params,
          body: { name: '企業物価指数 鉄鋼', source: '日本銀行' },
          file: { name: 'index.csv', bytes: Buffer.from(text) },
        }),
    };
  };
  return {
    ...opened,
    params,
    orderer: person(opened.owner.cookie),
    supplier: person(opened.candidate.cookie),
  };
}

const steel = '年月,指数\n2025年4月,112.0\n2026年4月,128.4\n合計,5\n';
const byIndex = ({ id }: PriceIndex, period = '2026-04') =>
  somePriceRequest().parts.map((part) => ({
    ...{ ...part, indexId: id, basePeriod: '2025-04', period },
    ...{ baseValue: '', value: '' },
  }));

describe('an index', () => {
  it('is attached from a table, with the rows that could not be read', async () => {
    const { supplier, orderer } = await talks();
    const index = (await supplier.attach(steel)).body;
    expect(index).toMatchObject({
      points: [
        { period: '2025-04', value: '112' },
        { period: '2026-04', value: '128.4' },
      ],
      problems: [{ line: 4 }],
    });
    expect((await orderer.ledger()).indexes).toEqual([index]);
    expect((await supplier.attach('品目,備考\nあ,い\n')).error.code).toBe('ledger/no-rows');
  });
});

describe('a request to change a price', () => {
  it('is a numbered round, computed from the index to the yen, with its formula', async () => {
    const { supplier } = await talks();
    const index = (await supplier.attach(steel)).body;
    const { body, status } = await supplier.ask({ parts: byIndex(index) });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ no: 1, side: 'candidate', state: 'asked', waitingDays: 0, answer: null },
      document: {
        // 1250 × (1 + 0.45 × (128.4 ÷ 112 − 1))
        ...{ computedPrice: '1332', requestedPrice: '1332' },
        formula: '1250 × (1 + 45% × (128.4 ÷ 112 − 1)) = 1332.366071… → 1332',
        parts: [
          { baseValue: '112', value: '128.4', changePercent: '14.64', index: { name: '企業物価指数 鉄鋼' } },
        ],
      },
      can: { answer: false, sign: false, withdraw: true },
    });
    expect((await supplier.ask()).body.no).toBe(2);
  });

  it('names what is wrong with it', async () => {
    const { supplier, orderer } = await talks();
    const [part] = somePriceRequest().parts as [ReturnType<typeof somePriceRequest>['parts'][0]];
    const fields = async (given: Parameters<typeof somePriceRequest>[0]) =>
      Object.keys((await supplier.ask(given)).error.fields ?? {});
    expect(await fields({ parts: [{ ...part, value: '' }] })).toEqual(['parts.0.value']);
    expect(await fields({ parts: [part, { ...part, sharePercent: '60' }] })).toEqual(['parts']);
    expect(await fields({ currentPrice: '0', reason: '' })).toEqual(['currentPrice', 'reason']);
    const index = (await orderer.attach(steel)).body;
    const { code, fields: wrong } = (await supplier.ask({ parts: byIndex(index, '2026-05') })).error;
    expect([code, wrong]).toEqual([
      'ledger/no-such-month',
      { 'parts.0.period': expect.stringContaining('2026-05') },
    ]);
    const elsewhere = (await (await talks()).supplier.attach(steel)).body;
    expect((await supplier.ask({ parts: byIndex(elsewhere) })).status).toBe(404);
  });

  it('is answered by the other side once, and countersigned by both', async () => {
    const { supplier, orderer } = await talks();
    const asked = (await supplier.ask()).body;
    expect((await supplier.answer(asked, 'accepted')).error.code).toBe('auth/forbidden');
    expect((await supplier.sign(asked)).error.code).toBe('negotiation/illegal-transition');
    const answered = (await orderer.answer(asked, 'refused', '他社の見積と比べて高いため')).body;
    expect(answered).toMatchObject({ state: 'answered', answer: { decision: 'refused', price: '1250' } });
    expect((await orderer.answer(asked, 'accepted')).error.code).toBe('negotiation/illegal-transition');
    expect((await orderer.sign(asked)).error.code).toBe('negotiation/offer-changed');
    expect((await orderer.sign(answered)).body.state).toBe('answered');
    expect((await orderer.sign(answered)).error.code).toBe('negotiation/illegal-transition');
    expect((await supplier.sign(answered)).body).toMatchObject({
      state: 'settled',
      signed: { owner: { by: '発注 花子' }, candidate: { by: '受注 太郎' } },
    });
    const { no, document, answer, sha256 } = answered;
    expect(sha256).toBe(sha256Of({ no, document, answer }));
    expect(canonicalJson(document)).toContain('"computedPrice":"1332"');
  });

  it('is settled once, however often both sign at the same time', async () => {
    const { supplier, orderer } = await talks();
    const asked = (await supplier.ask()).body;
    const answered = (await orderer.answer(asked, 'accepted')).body;
    const signs = [orderer, supplier, orderer, supplier].map((who) => who.sign(answered));
    expect((await Promise.all(signs)).filter(({ status }) => status === 200)).toHaveLength(2);
    expect((await orderer.ledger()).items[0]?.state).toBe('settled');
  });

  it('is withdrawn by its maker while it waits, and stays in the record', async () => {
    const { supplier, orderer } = await talks();
    const asked = (await supplier.ask()).body;
    expect((await orderer.withdraw(asked)).error.code).toBe('auth/forbidden');
    expect((await supplier.withdraw(asked)).body).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: '再計算',
    });
    expect((await orderer.answer(asked, 'accepted')).error.code).toBe('negotiation/illegal-transition');
    expect((await orderer.ledger()).items).toHaveLength(1);
  });
});

describe('what is told of a request', () => {
  it('goes to the company whose turn it is, and to nobody else in the room', async () => {
    const { supplier, orderer, coordinator } = await talks();
    const broker = app.as(coordinator.cookie);
    const news = async (who: Client) => {
      await app.settle();
      const { items } = await who.ok(notificationsApi.list, { query: { unread: 'true' } });
      await who.ok(notificationsApi.readAll);
      return items.map(({ kind }) => kind).filter((kind) => kind.startsWith('price-'));
    };
    const told = async () => [await news(orderer.who), await news(supplier.who), await news(broker)];
    const asked = (await supplier.ask()).body;
    expect(await told()).toEqual([['price-asked'], [], []]);
    const answered = (await orderer.answer(asked, 'refused', '据え置きのため')).body;
    expect(await told()).toEqual([[], ['price-answered'], []]);
    await orderer.sign(answered);
    expect(await told()).toEqual([[], ['price-signed'], []]);
    await supplier.sign(answered);
    expect(await told()).toEqual([['price-settled'], [], []]);
    await orderer.withdraw((await orderer.ask()).body);
    expect(await told()).toEqual([[], ['price-withdrawn', 'price-asked'], []]);
  });

  it('is once more, before the answer clock runs out, to who has not answered', async () => {
    const { supplier, orderer, params } = await talks();
    await supplier.ask();
    await orderer.answer((await supplier.ask()).body, 'accepted');
    const worker = app.app.get(WorkerHost, { strict: false });
    const reminded = async (days: number) => {
      // What was asked stays as it was: the trigger alone is put aside to age it.
      await database().query('alter table price_round disable trigger price_round_kept');
      await database().query(
        `update price_round set asked_at = now() - make_interval(days => $2) where room_id = $1`,
        [params.id, days],
      );
      await database().query('alter table price_round enable trigger price_round_kept');
      for (let i = 0; i < 2; i += 1) await worker.run('negotiations.price-reminders', { eventId: null });
      await app.settle();
      const { items } = await orderer.who.ok(notificationsApi.list);
      return items.filter(({ kind }) => kind === 'price-due');
    };
    expect(await reminded(10)).toEqual([]);
    const [notice, ...more] = await reminded(11);
    expect(more).toEqual([]);
    expect(notice?.link).toBe(`/rooms/${params.id}/prices`);
    expect(notice?.words.ja).toMatch(/第1回.*\d月\d+日を目安に/);
    expect(notice?.words.en).toMatch(/round 1.* by \d+ [A-Z][a-z]+\./);
    const { items } = await supplier.who.ok(notificationsApi.list);
    expect(items.map(({ kind }) => kind)).not.toContain('price-due');
  });
});

describe('a kept record', () => {
  it('is not deleted, emptied or changed, whoever tries, until its time is over', async () => {
    const { supplier, orderer, roomId } = await talks();
    await supplier.attach(steel);
    const asked = (await supplier.ask()).body;
    await orderer.answer(asked, 'accepted');
    const refused = (sql: string) => expect(database().query(sql, [roomId])).rejects.toThrow('kept');
    await refused('delete from price_round where room_id = $1');
    await refused('delete from price_index where room_id = $1');
    await refused(`update price_round set document = '{}' where room_id = $1`);
    await refused(`update price_round set answer = '{}' where room_id = $1`);
    await refused(`update price_round set retain_until = current_date - 1 where room_id = $1`);
    await refused(`update price_index set points = '[]' where room_id = $1`);
    await expect(database().query('truncate price_round, price_index')).rejects.toThrow('kept by law');
    const [row] = await database().query<{ years: number }>(
      `select extract(year from age(retain_until, current_date))::int years from price_round where room_id = $1`,
      [roomId],
    );
    expect(row?.years).toBeGreaterThanOrEqual(1);

    // Two years later: the trigger alone is put aside to age the rows.
    await database().query('alter table price_round disable trigger price_round_kept');
    await database().query('update price_round set retain_until = current_date - 1 where room_id = $1', [
      roomId,
    ]);
    await database().query('alter table price_round enable trigger price_round_kept');
    await database().query('delete from price_round where room_id = $1', [roomId]);
    expect((await orderer.ledger()).items).toEqual([]);
  });

  it('goes out as PDF and JSON', async () => {
    const { supplier, orderer, params } = await talks();
    await orderer.answer((await supplier.ask()).body, 'accepted');
    const pdf = await orderer.who.call(priceLedgerApi.pdf, { params });
    expect(pdf.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const json = await orderer.who.call(priceLedgerApi.json, { params });
    const { rounds } = JSON.parse(json.bytes.toString('utf8')) as { rounds: PriceRound[] };
    expect(rounds).toMatchObject([{ no: 1, answer: { decision: 'accepted', price: '1332' } }]);
  });
});

describe('what the law looks at', () => {
  it('asks for what is missing, decides once it is told, and flags by what is offered', async () => {
    const { params, ownerCompany, candidateCompany, supplier, orderer } = await talks();
    const room = () => supplier.who.ok(statutoryApi.room, { params });
    expect((await room()).verdicts[0]).toMatchObject({ answer: 'unknown' });
    expect((await room()).verdicts[0]?.missing).toContain('work');

    const tell = (who: Client, id: string, capitalYen: number, staff: number, version = 0) =>
      who.call(statutoryApi.tellFacts, {
        ...{ params: { id }, version },
        body: { legalForm: 'corporation', capitalYen, staff, soleOfficer: false },
      });
    expect((await tell(supplier.who, ownerCompany.id, 1, 1)).status).toBe(404);
    await tell(orderer.who, ownerCompany.id, 500_000_000, 900);
    await tell(supplier.who, candidateCompany.id, 10_000_000, 30);
    const stale = await tell(supplier.who, candidateCompany.id, 20_000_000, 30);
    expect([stale.status, stale.error.current]).toMatchObject([412, { capitalYen: 10_000_000, version: 1 }]);
    const set = (version: number) =>
      supplier.who.call(statutoryApi.setWork, { params, version, body: { work: 'manufacture' } });
    expect((await set(0)).body).toMatchObject({ work: 'manufacture', version: 1 });
    expect((await set(0)).status).toBe(412);

    await supplier.who.ok(offersApi.make, { params, body: someTerms() });
    const judged = await room();
    expect(judged.verdicts[0]).toMatchObject({ answer: 'applies', rule: 'toriteki.capital-300m-upper' });
    expect(judged.flags.map(({ code, certain }) => [code, certain])).toEqual([
      ['payment-undated', true],
      ['terms-missing', true],
    ]);
    const noted = { ...someTerms(), payment: { ...someTerms().payment, method: 'note' as const } };
    const check = await orderer.who.ok(statutoryApi.check, { params, body: noted });
    expect(check.flags.map(({ code }) => code)).toContain('promissory-note');
  });

  it('shows the clock of a request, and an offer that passes over it', async () => {
    const { params, supplier, orderer } = await talks();
    const codes = async () =>
      (await supplier.who.ok(statutoryApi.room, { params })).flags.map(({ code }) => code);
    const asked = (await supplier.ask()).body;
    expect(await codes()).toEqual(['price-unanswered']);
    await orderer.who.ok(offersApi.make, { params, body: someTerms() });
    expect(await codes()).toContain('price-ignored');
    await orderer.answer(asked, 'refused');
    expect(await codes()).toContain('price-unreasoned');
  });

  it('has the other side asked once a day, in the room', async () => {
    const { params, supplier, orderer, roomId } = await talks();
    const before = (await supplier.who.ok(statutoryApi.room, { params })).asked;
    await supplier.who.ok(statutoryApi.ask, { params });
    expect([before, (await supplier.who.ok(statutoryApi.ask, { params })).asked]).toEqual([false, true]);
    expect((await orderer.who.ok(statutoryApi.room, { params })).asked).toBe(false);
    const entries = await database().query(
      `select 1 from message where room_id = $1 and data->>'key' = 'facts-asked'`,
      [roomId],
    );
    expect(entries).toHaveLength(1);
  });

  it('lists its rules with their sources, by day', async () => {
    const { supplier } = await talks();
    const rules = async (on: string) =>
      (await supplier.who.ok(statutoryApi.rules, { query: { on } })).items.map(({ code }) => code);
    expect(await rules('2025-12-31')).not.toContain('toriteki.staff-300');
    expect(await rules('2026-01-01')).toContain('toriteki.staff-300');
  });
});
