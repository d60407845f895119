import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { disputesApi, type Dispute } from '#contracts/disputes.js';
import { notificationsApi } from '#contracts/notifications.js';
import { DisputesHandlers } from '#disputes/disputes.handlers.js';
import { startApp, type TestApp } from '../support/app.js';
import * as acts from '../support/disputes.js';
import type { Firm } from '../support/orders.js';
import { aBody, aPerson } from '../support/people.js';

let app: TestApp;
let firms: Firm[];
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const at = (dispute: Pick<Dispute, 'id'>) => ({ params: { id: dispute.id } });
const passDue = async ({ id }: Dispute) => {
  await app.resources.database.query(`update dispute set due_at = now() - interval '1 hour' where id = $1`, [
    id,
  ]);
  await app.app.get(DisputesHandlers, { strict: false }).followDeadlines();
};

describe('too few candidates', () => {
  it('are looked for once more when their time is over, and then it ends and may begin anew', async () => {
    const [quarrel, other] = [await acts.aQuarrel(app), await acts.aQuarrel(app)];
    const hopeless = await acts.opened(quarrel);
    const late = await acts.opened(other);
    expect((await acts.answered(quarrel, hopeless)).dueAt).not.toBe(null);
    expect((await acts.answered(other, late)).state).toBe('short');
    await passDue(hopeless);
    expect((await acts.seen(quarrel.supplier, hopeless)).state).toBe('lapsed');
    expect((await acts.opened(quarrel)).state).toBe('opened');
    firms = await Promise.all([1, 2, 3].map(() => acts.aWillingFirm(app)));
    await passDue(late);
    expect((await acts.seen(other.supplier, late)).state).toBe('listed');
    // Who gives up since nobody is left to be drawn flees from no panel.
    await acts.drawn(other.supplier, late);
    for (const firm of firms) await acts.accepts(firm, late);
    const { panel } = await acts.seen(other.supplier, late);
    const challenge = { ...at(late), body: { seatId: panel[0]!.id, reason: '以前の勤め先' } };
    expect((await other.supplier.ok(disputesApi.challenge, challenge)).state).toBe('short');
    const ofRoom = { params: { id: other.roomId } };
    expect((await other.supplier.ok(disputesApi.ofRoom, ofRoom)).can.open).toBe(false);
    await other.supplier.ok(disputesApi.withdraw, { ...at(late), body: { reason: '候補がいないため' } });
    expect((await acts.opened(other)).state).toBe('opened');
  });
});

const NO_TIES = { groupNumber: 'none', bankBranch: 'none' } as const;
const countsOf = ({ lots }: Dispute) =>
  Object.fromEntries((lots[0]?.excluded ?? []).map(({ code, count }) => [code, count]));

describe('who has not told a group and bank', () => {
  it('is not listed, of bodies too, whose own bank is compared as well', async () => {
    const { database } = app.resources;
    const quarrel = await acts.aQuarrel(app);
    const ties = { ...NO_TIES, bankBranch: '0005-101' } as const;
    await quarrel.orderer.ok(disputesApi.setWillingness, { body: { until: null, ties } });
    const whole = { until: null, ties: { ...NO_TIES, bankBranch: '0005' } } as const;
    const refused = await quarrel.orderer.call(disputesApi.setWillingness, { body: whole });
    expect(refused.error.code).toBe('dispute/branch-needed');
    const staff = await Promise.all(
      [1, 2, 3].map(async () => aPerson(database, { role: 'coordinator', bodyId: await aBody(database) })),
    );
    const [bank, customer, silent] = staff.map(({ cookie }) => app.as(cookie));
    const until = acts.IN_A_YEAR;
    const serves = (bankBranch: string) => ({ body: { until, ties: { ...NO_TIES, bankBranch } } });
    await bank!.ok(disputesApi.setWillingness, serves('0005'));
    await customer!.ok(disputesApi.setWillingness, serves('0005-101'));
    const unsaid = await silent!.call(disputesApi.setWillingness, { body: { until } });
    expect(unsaid.error.code).toBe('dispute/ties-needed');
    expect((await bank!.ok(disputesApi.willingness)).ties?.bankBranch).toBe('0005');
    // A firm of a team shares the room, and so is a party.
    const partner = await acts.aWillingFirm(app);
    await database.query('delete from company_ties where company_id = $1', [partner.id]);
    await database.query(
      `insert into room_member (room_id, user_id, company_id, role, joined_seq) values ($1, $2, $3, 'partner', 1)`,
      [quarrel.roomId, partner.owner.id, partner.id],
    );
    const dispute = await acts.opened(quarrel);
    const listed = await acts.answered(quarrel, dispute);
    expect(countsOf(listed)).toMatchObject({ 'party-bank': 1, 'same-bank-branch': 1 });
    expect(listed).toMatchObject({ untold: ['candidate'], untoldPartners: 1 });
    for (const one of [bank, customer]) await one!.ok(disputesApi.setWillingness, { body: { until: null } });
  });

  it('keeps the seat until its time is over, tells them, and takes it; so does who is in review again', async () => {
    const { database } = app.resources;
    const quarrel = await acts.aQuarrel(app);
    const dispute = await acts.opened(quarrel);
    await acts.answered(quarrel, dispute);
    await acts.drawn(quarrel.supplier, dispute);
    const [firm] = await acts.askedOf(firms, dispute);
    await database.query('delete from company_ties where company_id = $1', [firm!.id]);
    // Who waits to be drawn looks there no more: they are told that something is missing, once until they tell it.
    const askForTies = async () => {
      await app.app.get(DisputesHandlers, { strict: false }).askForTies();
      await app.settle();
      const told = (await firm!.api.ok(notificationsApi.list)).items;
      return told.filter(({ kind, link }) => kind === 'council-ties-needed' && link === '/account').length;
    };
    expect(await askForTies()).toBe(1);
    expect(await askForTies()).toBe(1);
    expect(await acts.kinds(firms.find((one) => one !== firm)!.api)).not.toContain('council-ties-needed');
    const accept = { ...at(dispute), body: { noConflict: true } } as const;
    expect((await firm!.api.call(disputesApi.accept, accept)).error.code).toBe('dispute/ties-needed');
    await firm!.api.ok(disputesApi.setWillingness, { body: { until: acts.IN_A_YEAR, ties: NO_TIES } });
    expect(await askForTies()).toBe(1);
    // Who says the same again has told nothing new: what a side changes once a panel is known is a tie of its own making.
    const toldAt = async () =>
      (await database.query('select told_at from company_ties where company_id = $1', [firm!.id]))[0];
    const told = await toldAt();
    await firm!.api.ok(disputesApi.setWillingness, { body: { until: acts.IN_A_YEAR, ties: NO_TIES } });
    expect(await toldAt()).toEqual(told);
    // What has to be told became more once again.
    await database.query('delete from company_ties where company_id = $1', [firm!.id]);
    expect(await askForTies()).toBe(2);
    await firm!.api.ok(disputesApi.setWillingness, { body: { until: null, ties: NO_TIES } });
    await database.query(`update company set state = 'pending' where id = $1`, [firm!.id]);
    expect((await firm!.api.call(disputesApi.accept, accept)).error.code).toBe('company/not-approved');
    await database.query(`update company set state = 'approved' where id = $1`, [firm!.id]);
    expect(await acts.accepts(firm!, dispute)).toMatchObject({ viewer: 'member' });
  });
});
