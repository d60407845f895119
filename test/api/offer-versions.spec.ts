import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { offersApi, type Offer } from '#contracts/offers.js';
import { sheetOf, type TermSheet } from '#contracts/term-sheet.js';
import { onlyLots } from '#contracts/term-totals.js';
import { OffersService } from '#negotiations/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { openTalks } from '../support/negotiations.js';
import { aPerson } from '../support/people.js';
import { someSheet } from '../support/terms.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** Talks, and two people of each side who may act in them. */
async function negotiation() {
  const talks = await openTalks(app);
  const params = { id: talks.roomId };
  const { database } = app.resources;
  const colleague = await aPerson(database, { role: 'company-member', companyId: talks.ownerCompany.id });
  await database.query(
    `insert into room_member (room_id, user_id, role, joined_seq) values ($1, $2, 'owner', 1)`,
    [talks.roomId, colleague.id],
  );
  const person = (cookie: string) => {
    const who = app.as(cookie);
    const of = (offer: Offer) => ({ ...params, offerId: offer.id });
    return {
      make: (terms: Partial<TermSheet> = {}) => who.call(offersApi.make, { params, body: someSheet(terms) }),
      accept: (offer: Offer, body: { sha256?: string; lots?: string[] } = {}) =>
        who.call(offersApi.accept, { params: of(offer), body }),
      withdraw: (offer: Offer) => who.call(offersApi.withdraw, { params: of(offer), body: { reason: '' } }),
      decline: (offer: Offer) => who.call(offersApi.decline, { params: of(offer), body: { reason: '' } }),
      offers: async () => (await who.ok(offersApi.list, { params })).items,
    };
  };
  return {
    talks,
    orderer: person(talks.owner.cookie),
    colleague: person(colleague.cookie),
    supplier: person(talks.candidate.cookie),
  };
}

const agreementsOf = (roomId: string) =>
  app.resources.database.query<{ offerId: string; document: { terms: TermSheet; totalYen: number } }>(
    'select offer_id "offerId", document from agreement where room_id = $1',
    [roomId],
  );

describe('a structured offer', () => {
  it('keeps what was offered, names its version and who said yes', async () => {
    const { talks, supplier, orderer } = await negotiation();
    const made = (await supplier.make()).body;
    expect(made).toMatchObject({ terms: someSheet(), totalYen: 488_483, acceptedLots: null });
    expect(made.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(made.acceptances.map(({ side, by }) => [side, by])).toEqual([['candidate', talks.candidate.name]]);

    const agreed = await orderer.accept(made, { sha256: made.sha256 });
    expect(agreed.body).toMatchObject({ terms: someSheet(), totalYen: 488_483 });
    const [offer] = await orderer.offers();
    expect(offer?.acceptances.map(({ side, by }) => [side, by])).toEqual([
      ['candidate', talks.candidate.name],
      ['owner', talks.owner.name],
    ]);
  });

  it('is not accepted by who read another version of it', async () => {
    const { talks, supplier, orderer } = await negotiation();
    const first = (await supplier.make()).body;
    const second = (await supplier.make({ note: '追記' })).body;
    expect((await orderer.accept(second, { sha256: first.sha256 })).error.code).toBe(
      'negotiation/offer-changed',
    );
    expect(await agreementsOf(talks.roomId)).toEqual([]);
  });

  it('names a wrong field of a line', async () => {
    const { supplier } = await negotiation();
    const [line, ...others] = someSheet().lines as [TermSheet['lines'][0]];
    const answer = await supplier.make({ lines: [{ ...line, unitPrice: '1,000' }, ...others] });
    expect(Object.keys(answer.error.fields ?? {})).toEqual(['lines.0.unitPrice']);
  });
});

describe('some lots of an offer', () => {
  it('are accepted alone where its maker allows it, with what comes once', async () => {
    const { talks, supplier, orderer } = await negotiation();
    const offer = (await supplier.make()).body;
    expect((await orderer.offers())[0]?.can).toMatchObject({ accept: true, acceptSome: true });
    expect((await orderer.accept(offer, { lots: ['9'] })).error.code).toBe('negotiation/no-such-lot');
    const { body } = await orderer.accept(offer, { lots: ['1'] });
    expect(sheetOf(body.terms)).toEqual(onlyLots(someSheet(), ['1']));
    expect(body.totalYen).toBe(205_050);
    expect((await supplier.offers())[0]).toMatchObject({ state: 'accepted', acceptedLots: ['1'] });
    expect(await agreementsOf(talks.roomId)).toHaveLength(1);
  });

  it('are not where the offer is one whole', async () => {
    const { supplier, orderer } = await negotiation();
    const offer = (await supplier.make({ separable: false })).body;
    expect((await orderer.offers())[0]?.can.acceptSome).toBe(false);
    expect((await orderer.accept(offer, { lots: ['1'] })).error.code).toBe('negotiation/not-separable');
    expect((await orderer.accept(offer, { lots: ['1', '2'] })).status).toBe(200);
  });
});

describe('two versions', () => {
  /** A small generator of our own, so that a failing round can be run again (mulberry32). */
  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    };
  }

  it.each([1, 2, 3, 4, 5, 6])(
    'are never both accepted, whatever both sides do at the same moment (%i)',
    async (seed) => {
      const next = random(seed);
      const { talks, supplier, orderer, colleague } = await negotiation();
      const mine = (await supplier.make()).body;
      const sweep = () => app.app.get(OffersService, { strict: false }).expireOverdue();
      const moves: (() => Promise<unknown>)[] = [
        () => orderer.accept(mine),
        () => colleague.accept(mine, { lots: ['1'] }),
        () => orderer.make({ note: 'こちらの条件' }).then(({ body }) => body && supplier.accept(body)),
        () => supplier.make({ note: '出し直し' }).then(({ body }) => body && colleague.accept(body)),
        () => supplier.withdraw(mine),
        () => orderer.decline(mine),
        sweep,
      ];
      const chosen = Array.from({ length: 12 }, () => moves[Math.floor(next() * moves.length)] ?? sweep);
      await Promise.all(chosen.map((move) => move()));

      const offers = await orderer.offers();
      const accepted = offers.filter(({ state }) => state === 'accepted');
      const agreements = await agreementsOf(talks.roomId);
      expect(accepted.length).toBeLessThanOrEqual(1);
      expect(agreements.map(({ offerId }) => offerId)).toEqual(accepted.map(({ id }) => id));
      if (accepted.length === 1) expect(offers.filter(({ state }) => state === 'open')).toEqual([]);
      for (const { document } of agreements)
        expect(document.terms).toEqual(
          onlyLots(accepted[0]?.terms as TermSheet, accepted[0]?.acceptedLots ?? ['1', '2']),
        );
      expect(offers.map(({ no }) => no)).toEqual(offers.map((_, i) => i + 1));
    },
  );

  it('are refused by the database even where the lock is forgotten', async () => {
    const { talks, supplier, orderer } = await negotiation();
    await orderer.accept((await supplier.make()).body);
    await expect(
      app.resources.database.query(
        `insert into offer (room_id, no, side, company_id, made_by, terms, total_yen, state, valid_until, ended_at)
         select room_id, 99, side, company_id, made_by, terms, total_yen, 'accepted', valid_until, now()
         from offer where room_id = $1`,
        [talks.roomId],
      ),
    ).rejects.toThrow('offer_accepted');
  });
});
