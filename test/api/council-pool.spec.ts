import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { disputesApi, type Dispute } from '#contracts/disputes.js';
import { DisputesHandlers } from '#disputes/disputes.handlers.js';
import { startApp, type TestApp } from '../support/app.js';
import * as acts from '../support/disputes.js';

let app: TestApp;
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
    const firms = await Promise.all([1, 2, 3].map(() => acts.aWillingFirm(app)));
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
