import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sheetOf, termSheet, type FlatTerms } from '#contracts/term-sheet.js';
import type { TestDatabase } from '#platform/testing/index.js';
import { testDatabase } from '../support/database.js';
import { consentedParties } from '../support/negotiations.js';
import { StructureOffers1764100600000 } from '#negotiations/migrations/1764100600000-structure-offers.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.drop());

const flat: FlatTerms[] = [
  {
    ...{ item: '軸受け "A-100"', quantity: 200, unit: '個', unitPriceYen: 1_250, deliveryOn: '2026-06-30' },
    ...{
      deliveryPlace: '大阪工場',
      payment: '月末締め翌月末払い',
      validUntil: '2026-05-31',
      note: '一行目\n二行目',
    },
  },
  {
    ...{ item: '粉', quantity: 0.5, unit: 'kg', unitPriceYen: 0, deliveryOn: '2026-07-01' },
    ...{ deliveryPlace: '自社', payment: '現金', validUntil: '2026-05-01', note: '' },
  },
];

/** Puts the tables back to how the version before left them, with its rows, and runs the migration again. */
it('offers of the version before become term sheets that say the same', async () => {
  const { database } = test;
  const { introductionId, ownerCompany, candidateCompany, owner, candidate } =
    await consentedParties(database);
  const [room] = await database.query<{ id: string }>(
    `insert into room (introduction_id, subject_kind, subject_id, title, owner_company_id, candidate_company_id)
     values ($1, 'order', $2, '軸受け', $3, $4) returning id`,
    [introductionId, randomUUID(), ownerCompany.id, candidateCompany.id],
  );
  await database.query(`drop index offer_accepted; alter table offer drop accepted_by, drop accepted_lots`);
  const ids: string[] = [];
  for (const [i, terms] of flat.entries()) {
    const [row] = await database.query<{ id: string }>(
      `insert into offer (room_id, no, side, company_id, made_by, terms, total_yen, state, valid_until, ended_at)
       values ($1, $2::int, 'candidate', $3, $4, $5, 250000, $6, $7, $8) returning id`,
      [
        ...[room?.id, i + 1, candidateCompany.id, candidate.id, JSON.stringify(terms)],
        ...[i === 0 ? 'accepted' : 'open', terms.validUntil, i === 0 ? new Date() : null],
      ],
    );
    ids.push(row?.id ?? '');
  }
  const agreementId = randomUUID();
  const document = JSON.stringify({ terms: flat[0] });
  await database.query(
    `insert into agreement (id, no, room_id, introduction_id, offer_id, document, sha256, agreed_at)
     values ($1, '2026-000001', $2, $3, $4, $5, 'hash', now())`,
    [agreementId, room?.id, introductionId, ids[0], document],
  );
  await database.query(
    `insert into event (name, subject_id, actor_id, data, created_at)
     values ('negotiation.agreement-made', $1, $2, '{}', now())`,
    [agreementId, owner.id],
  );

  const runner = database.schema.createQueryRunner();
  await new StructureOffers1764100600000().up(runner);
  await runner.release();

  const rows = await database.query<{ terms: unknown; acceptedBy: string | null }>(
    'select terms, accepted_by "acceptedBy" from offer order by no',
  );
  expect(rows.map(({ terms }) => terms)).toEqual(flat.map(sheetOf));
  for (const { terms } of rows) expect(termSheet.safeParse(terms).error).toBeUndefined();
  expect(rows.map(({ acceptedBy }) => acceptedBy)).toEqual([owner.id, null]);
  const [agreement] = await database.query<{ document: unknown }>('select document from agreement');
  expect(agreement?.document).toEqual({ terms: flat[0] });
});
