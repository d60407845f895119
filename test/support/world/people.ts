import type { Role } from '#contracts/permissions.js';
import { hashPassword } from '#identity/passwords.js';
import type { TestApp } from '../app.js';
import type { Client } from '../client.js';
import { PASSWORD } from '../identity.js';
import { aFirm, type Firm } from '../orders.js';
import { aBody, aPerson, type TestPerson } from '../people.js';

/**
 * Who calls. `own`: of the company, or of the support body of the company, whose things are asked for; `other`: of
 * another company or body; null: of none.
 */
export interface Caller {
  readonly name: string;
  readonly role: Role | null;
  readonly side: 'own' | 'other' | null;
  readonly person: TestPerson | null;
  readonly api: Client;
}

export interface People {
  readonly ownBody: string;
  readonly otherBody: string;
  readonly firm: Firm;
  readonly stranger: Firm;
  readonly supplier: Firm;
  readonly waiting: Firm;
  readonly callers: Caller[];
  readonly pending: Caller;
  readonly lockedOut: Caller;
  /** Not in any room. */
  readonly spareMember: TestPerson;
  readonly spareStaff: TestPerson;
}

export async function somePeople(app: TestApp): Promise<People> {
  const { database } = app.resources;
  const ownBody = await aBody(database, '甲支援センター', true);
  const otherBody = await aBody(database, '乙支援センター');
  const firm = await aFirm(app, { name: '自社', bodyId: ownBody });
  const stranger = await aFirm(app, { name: '他社', bodyId: otherBody });
  const supplier = await aFirm(app, { name: '相手先', bodyId: ownBody });
  const waiting = await aFirm(app, { name: '申請中', bodyId: ownBody, state: 'pending' });
  const caller = (name: string, role: Role, side: Caller['side'], person: TestPerson): Caller => ({
    ...{ name, role, side, person },
    api: app.as(person.cookie),
  });
  const made = async (role: Role, side: Caller['side'], belongsTo: object = {}) =>
    caller(`${side ?? ''} ${role}`.trim(), role, side, await aPerson(database, { role, ...belongsTo }));
  const callers = [
    { name: 'nobody', role: null, side: null, person: null, api: app.as() },
    await made('newcomer', null),
    caller('own company-owner', 'company-owner', 'own', firm.owner),
    await made('company-member', 'own', { companyId: firm.id }),
    await made('coordinator', 'own', { bodyId: ownBody }),
    await made('secretary', 'own', { bodyId: ownBody }),
    caller('other company-owner', 'company-owner', 'other', stranger.owner),
    await made('company-member', 'other', { companyId: stranger.id }),
    await made('coordinator', 'other', { bodyId: otherBody }),
    await made('secretary', 'other', { bodyId: otherBody }),
    await made('administrator', null),
  ];
  const lockedOut = await made('administrator', null);
  await database.query('update app_user set suspended_at = now() where id = $1', [lockedOut.person?.id]);
  await database.query('update app_user set password_hash = $1', [await hashPassword(PASSWORD)]);
  return {
    ...{ ownBody, otherBody, firm, stranger, supplier, waiting, callers, lockedOut },
    pending: caller('pending company-owner', 'company-owner', null, waiting.owner),
    spareMember: await aPerson(database, { role: 'company-member', companyId: firm.id }),
    spareStaff: await aPerson(database, { role: 'coordinator', bodyId: ownBody }),
  };
}

export const find = (callers: readonly Caller[], name: string): Caller & { person: TestPerson } => {
  const found = callers.find((caller) => caller.name === name);
  if (!found?.person) throw new Error(`Nobody is ${name}.`);
  return { ...found, person: found.person };
};
