import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { negotiationsApi } from '#contracts/negotiations.js';
import { offersApi, type Agreement, type Offer } from '#contracts/offers.js';
import { ordersApi } from '#contracts/orders.js';
import { canonicalJson } from '#negotiations/agreement-document.js';
import { OffersService } from '#negotiations/index.js';
import { orderAmended } from '#orders/index.js';
import { Events } from '#platform/events/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import type { FlatTerms } from '#contracts/term-sheet.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { openTalks, type Talks } from '../support/negotiations.js';
import { someTerms } from '../support/terms.js';
import { aPerson } from '../support/people.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const database = () => app.resources.database;

/** Talks, and what both sides do in them. */
async function negotiation(kind: 'order' | 'patent' = 'order') {
  const talks = await openTalks(app, kind);
  const params = { id: talks.roomId };
  const person = (cookie: string) => {
    const who: Client = app.as(cookie);
    return {
      who,
      make: (terms: Partial<FlatTerms> = {}) => who.ok(offersApi.make, { params, body: someTerms(terms) }),
      offers: async () => (await who.ok(offersApi.list, { params })).items,
      accept: (offer: Offer) => who.call(offersApi.accept, { params: { ...params, offerId: offer.id } }),
      confirm: (offer: Offer) => who.call(offersApi.confirm, { params: { ...params, offerId: offer.id } }),
      withdraw: (offer: Offer, reason = '') =>
        who.call(offersApi.withdraw, {
          params: { ...params, offerId: offer.id },
          body: { reason },
        }),
      decline: (offer: Offer, reason = '') =>
        who.call(offersApi.decline, {
          params: { ...params, offerId: offer.id },
          body: { reason },
        }),
      record: async () => (await who.ok(negotiationsApi.messages, { params })).items,
    };
  };
  return {
    talks,
    params,
    orderer: person(talks.owner.cookie),
    supplier: person(talks.candidate.cookie),
    coordinator: person(talks.coordinator.cookie),
  };
}

/** The next revision of the order, by the one who posted it. */
async function amend({ owner, subjectId }: Talks): Promise<void> {
  const orderer = app.as(owner.cookie);
  const params = { id: subjectId };
  const { content, version } = await orderer.ok(ordersApi.get, { params });
  await orderer.ok(ordersApi.amend, { params, version, body: { content, reason: '数量の変更' } });
  await app.settle();
}

const eventsOf = async (name: string, subjectId: string) =>
  (await database().query('select 1 from event where name = $1 and subject_id = $2', [name, subjectId]))
    .length;

describe('an offer', () => {
  it('is made, with its total, for the order as it is', async () => {
    const { talks, supplier, orderer, coordinator } = await negotiation();
    const offer = await supplier.make({ quantity: 0.5, unitPriceYen: 1_001 });
    expect(offer).toMatchObject({
      no: 1,
      side: 'candidate',
      by: talks.candidate.name,
      totalYen: 501,
      state: 'open',
      orderRevision: 1,
      outdated: false,
      endedAt: null,
      can: { accept: false, acceptSome: false, withdraw: true, decline: false, confirm: false },
    });
    expect((await orderer.offers())[0]?.can).toEqual({
      accept: true,
      acceptSome: false,
      withdraw: false,
      decline: true,
      confirm: false,
    });
    expect((await coordinator.offers())[0]?.can).toEqual({
      accept: false,
      acceptSome: false,
      withdraw: false,
      decline: false,
      confirm: false,
    });
    expect((await orderer.record()).at(-1)).toMatchObject({
      seq: 2,
      kind: 'offer',
      sender: { id: talks.candidate.id, role: 'candidate' },
      data: { what: 'made', offerId: offer.id, no: 1, side: 'candidate', totalYen: 501, supersedesNo: null },
    });
  });

  it('is made once for an Idempotency-Key', async () => {
    const { params, supplier } = await negotiation();
    const call = { params, body: someTerms(), idempotencyKey: 'once' };
    const offers = [await supplier.who.ok(offersApi.make, call), await supplier.who.ok(offersApi.make, call)];
    expect(offers[0]).toEqual(offers[1]);
    expect(await supplier.offers()).toHaveLength(1);
  });

  it('takes the place of the open one, whoever made that', async () => {
    const { supplier, orderer } = await negotiation();
    const first = await supplier.make();
    await orderer.make({ unitPriceYen: 1_100 });
    await orderer.make({ unitPriceYen: 1_150 });
    expect((await orderer.offers()).map((o) => [o.no, o.side, o.state, o.endedAt !== null])).toEqual([
      [1, 'candidate', 'superseded', true],
      [2, 'owner', 'superseded', true],
      [3, 'owner', 'open', false],
    ]);
    expect((await orderer.accept(first)).error.code).toBe('negotiation/offer-superseded');
    expect((await orderer.record()).map((m) => m.data['supersedesNo'])).toEqual([undefined, null, 1, 2]);
  });

  it('is withdrawn by its maker and declined by the other side, with a reason', async () => {
    const { talks, supplier, orderer } = await negotiation();
    const first = await supplier.make();
    expect((await orderer.withdraw(first)).error.code).toBe('auth/forbidden');
    expect((await supplier.withdraw(first, '材料が値上がりしました。')).body).toMatchObject({
      state: 'withdrawn',
      reason: '材料が値上がりしました。',
    });
    const second = await supplier.make();
    expect((await supplier.decline(second)).error.code).toBe('auth/forbidden');
    expect((await orderer.decline(second, '予算を超えています。')).body).toMatchObject({
      state: 'declined',
      reason: '予算を超えています。',
    });
    for (const answer of [
      await orderer.accept(second),
      await orderer.decline(second),
      await supplier.withdraw(second),
    ])
      expect([answer.status, answer.error.code]).toEqual([409, 'negotiation/illegal-transition']);
    expect(await eventsOf('negotiation.offer-withdrawn', first.id)).toBe(1);
    expect(await eventsOf('negotiation.offer-declined', second.id)).toBe(1);
    expect((await orderer.record()).map((m) => m.data['what'] ?? m.data['key'])).toEqual([
      'room-opened',
      'made',
      'withdrawn',
      'made',
      'declined',
    ]);
    expect((await supplier.who.ok(negotiationsApi.get, { params: { id: talks.roomId } })).state).toBe('open');
  });

  it('has sound terms', async () => {
    const { params, supplier } = await negotiation();
    const make = async (terms: Partial<FlatTerms>) =>
      (await supplier.who.call(offersApi.make, { params, body: someTerms(terms) })).error;
    expect(await make({ validUntil: '2026-01-01' })).toMatchObject({
      code: 'negotiation/validity-passed',
      fields: { validUntil: expect.any(String) },
    });
    expect(await make({ quantity: 1e9, unitPriceYen: 9e11 })).toMatchObject({
      code: 'negotiation/total-too-large',
    });
    expect(await supplier.offers()).toEqual([]);
  });

  it('belongs to its room', async () => {
    const [here, there] = [await negotiation(), await negotiation()];
    const offer = await there.supplier.make();
    expect((await here.orderer.accept(offer)).status).toBe(404);
    expect((await here.supplier.withdraw(offer)).status).toBe(404);
  });

  it('ends with the talks', async () => {
    const { params, supplier, orderer } = await negotiation();
    const offer = await supplier.make();
    await orderer.who.ok(negotiationsApi.close, { params, body: { reason: '中止' } });
    expect((await supplier.offers())[0]).toMatchObject({ state: 'declined', reason: '中止' });
    expect((await orderer.accept(offer)).error.code).toBe('negotiation/room-closed');
  });
});

describe('the last day of an offer', () => {
  it('ends it once it has passed in Japan, once', async () => {
    const { supplier, orderer } = await negotiation();
    const offer = await supplier.make({ validUntil: todayInJapan() });
    const sweep = () => app.app.get(OffersService, { strict: false }).expireOverdue();
    await sweep();
    expect((await supplier.offers())[0]?.state).toBe('open');

    const yesterday = todayInJapan().replace(/^\d{4}/, (year) => String(Number(year) - 1));
    await database().query('update offer set valid_until = $2 where id = $1', [offer.id, yesterday]);
    // Nobody can accept it even before the sweep has come by.
    expect((await orderer.accept(offer)).error.code).toBe('negotiation/illegal-transition');
    expect((await orderer.offers())[0]?.can.accept).toBe(false);
    await Promise.all([sweep(), sweep()]);
    expect((await supplier.offers())[0]).toMatchObject({ state: 'expired' });
    expect(await eventsOf('negotiation.offer-expired', offer.id)).toBe(1);
    expect((await supplier.record()).at(-1)).toMatchObject({
      sender: null,
      data: { what: 'expired', no: 1 },
    });
  });
});

describe('an amended order', () => {
  it('keeps an earlier offer from being accepted until its maker confirms it', async () => {
    const { talks, supplier, orderer } = await negotiation();
    const offer = await supplier.make();
    expect((await supplier.confirm(offer)).error.code).toBe('negotiation/illegal-transition');
    await amend(talks);
    expect((await orderer.accept(offer)).error.code).toBe('negotiation/offer-outdated');
    expect((await orderer.offers())[0]).toMatchObject({
      outdated: true,
      can: { accept: false, decline: true },
    });
    expect((await supplier.offers())[0]?.can).toEqual({
      accept: false,
      acceptSome: false,
      withdraw: true,
      decline: false,
      confirm: true,
    });
    expect((await orderer.confirm(offer)).error.code).toBe('auth/forbidden');
    expect((await supplier.confirm(offer)).body).toMatchObject({ orderRevision: 2, outdated: false });
    expect((await orderer.record()).slice(-2).map((m) => m.data)).toMatchObject([
      { key: 'order-amended', revision: 2 },
      { what: 'confirmed', no: 1, revision: 2 },
    ]);
    expect((await orderer.accept(offer)).body).toMatchObject({ orderRevision: 2 });
  });

  it('is told to the room once, and to the maker of an offer that it outdates', async () => {
    const { talks, supplier } = await negotiation();
    const offer = await supplier.make();
    await amend(talks);
    const event = { orderId: talks.subjectId, revision: 2 };
    await app.app
      .get(Events, { strict: false })
      .record(orderAmended, event, { subjectId: talks.subjectId, actor: null });
    await app.settle();
    expect((await supplier.record()).filter((m) => m.data['key'] === 'order-amended')).toHaveLength(1);
    expect(await eventsOf('negotiation.offer-outdated', offer.id)).toBe(1);
  });

  it('does not touch talks about a patent', async () => {
    const { supplier, orderer } = await negotiation('patent');
    const offer = await supplier.make();
    expect(offer).toMatchObject({ orderRevision: null, outdated: false });
    expect((await orderer.accept(offer)).body).toMatchObject({ orderRevision: null, subjectKind: 'patent' });
  });
});

describe('an acceptance', () => {
  it('records the agreement with both names, the revision and the terms', async () => {
    const { talks, params, supplier, orderer } = await negotiation();
    expect((await supplier.accept(await supplier.make())).error.code).toBe('negotiation/own-offer');
    const offer = await supplier.make();
    const answer = await orderer.accept(offer);
    const agreement = answer.body;
    expect(answer.status).toBe(200);
    expect(agreement).toMatchObject({
      roomId: talks.roomId,
      introductionId: talks.introductionId,
      title: '軸受けの試作',
      orderRevision: 1,
      owner: {
        companyId: talks.ownerCompany.id,
        name: '架空重機',
        corporateNumber: talks.ownerCompany.corporateNumber,
        by: '発注 花子',
      },
      candidate: {
        companyId: talks.candidateCompany.id,
        name: '架空製作所',
        corporateNumber: talks.candidateCompany.corporateNumber,
        by: '受注 太郎',
      },
      terms: offer.terms,
      totalYen: 250_000,
    });
    const { sha256, ...document } = agreement;
    expect(sha256).toBe(createHash('sha256').update(canonicalJson(document)).digest('hex'));

    const room = await supplier.who.ok(negotiationsApi.get, { params });
    expect(room).toMatchObject({
      state: 'agreed',
      agreementId: agreement.id,
      can: { write: true, offer: false, close: false },
    });
    expect((await supplier.record()).at(-1)).toMatchObject({
      kind: 'offer',
      data: { what: 'accepted', agreementId: agreement.id, agreementNo: agreement.no },
    });
    for (const refused of [
      await orderer.accept(offer),
      await orderer.who.call(offersApi.make, { params, body: someTerms() }),
      await orderer.who.call(negotiationsApi.close, { params, body: { reason: 'x' } }),
    ])
      expect(refused.error.code).toBe('negotiation/illegal-transition');
    await app.settle();
    const [introduction] = await database().query(
      'select state, outcome, amount_yen "amountYen", outcome_on "on" from introduction where id = $1',
      [talks.introductionId],
    );
    expect(introduction).toEqual({
      state: 'agreed',
      outcome: 'deal',
      amountYen: 250_000,
      on: todayInJapan(),
    });
  });

  it('numbers agreements within the fiscal year, without gaps', async () => {
    const rooms = await Promise.all(Array.from({ length: 5 }, () => negotiation()));
    const accepted = await Promise.all(
      rooms.map(async ({ supplier, orderer }) => orderer.accept(await supplier.make())),
    );
    const numbers = await database().query<{ no: string }>('select no from agreement order by no');
    const [year, month] = todayInJapan().split('-').map(Number) as [number, number];
    const expected = numbers.map(
      (_, i) => `${month >= 4 ? year : year - 1}-${String(i + 1).padStart(6, '0')}`,
    );
    expect(numbers.map(({ no }) => no)).toEqual(expected);
    expect(new Set(accepted.map((answer) => answer.body.no)).size).toBe(5);
  });

  it('happens once, however often it is pressed at the same time', async () => {
    const { talks, supplier, orderer } = await negotiation();
    const offer = await supplier.make();
    const answers = await Promise.all(Array.from({ length: 6 }, () => orderer.accept(offer)));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const agreements = await database().query('select 1 from agreement where room_id = $1', [talks.roomId]);
    expect(agreements).toHaveLength(1);
  });

  it('cannot meet another version at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { talks, supplier, orderer } = await negotiation();
      const offer = await supplier.make();
      const [accepted, countered] = await Promise.all([
        orderer.accept(offer),
        supplier.who.call(offersApi.make, {
          params: { id: talks.roomId },
          body: someTerms({ unitPriceYen: 9_999 }),
        }),
      ]);
      const states = (await orderer.offers()).map((o) => o.state);
      if (accepted.status === 200) {
        expect(countered.error.code).toBe('negotiation/illegal-transition');
        expect(states).toEqual(['accepted']);
      } else {
        expect(accepted.error.code).toBe('negotiation/offer-superseded');
        expect([countered.status, states]).toEqual([201, ['superseded', 'open']]);
      }
    }
  });
});

describe('an agreement', () => {
  let agreement: Agreement;
  let talks: Talks;
  beforeAll(async () => {
    const made = await negotiation();
    talks = made.talks;
    agreement = (await made.orderer.accept(await made.supplier.make())).body;
  });
  const read = (cookie: string) => app.as(cookie).call(offersApi.agreement, { params: { id: agreement.id } });

  it('is for everybody of both companies and the coordinator of the talks', async () => {
    const colleague = await aPerson(database(), {
      role: 'company-member',
      companyId: talks.candidateCompany.id,
    });
    for (const { cookie } of [talks.owner, talks.candidate, talks.coordinator, colleague])
      expect((await read(cookie)).body).toEqual(agreement);
  });

  it('is for nobody else', async () => {
    const other = await aPerson(database(), { role: 'coordinator', bodyId: talks.bodyId });
    const stranger = (await openTalks(app)).owner;
    for (const { cookie } of [other, stranger]) {
      expect((await read(cookie)).status).toBe(404);
      const pdf = await app.as(cookie).call(offersApi.agreementPdf, { params: { id: agreement.id } });
      expect(pdf.status).toBe(404);
    }
  });

  it('prints as a PDF, the same each time', async () => {
    const print = () =>
      app.as(talks.owner.cookie).call(offersApi.agreementPdf, { params: { id: agreement.id } });
    const pdf = await print();
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('content-disposition')).toContain(
      encodeURIComponent(`合意書_${agreement.no}.pdf`),
    );
    expect(pdf.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect((await print()).bytes.equals(pdf.bytes)).toBe(true);
  });
});
