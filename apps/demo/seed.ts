import type { INestApplicationContext } from '@nestjs/common';
import { CompaniesService } from '#companies/index.js';
import { IdentityService } from '#identity/index.js';
import { OrdersService } from '#orders/index.js';
import { PatentsService } from '#patents/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { demoAccounts, demoPassword, type DemoPerson } from './accounts.js';
import { actorOf } from './demo-actors.js';
import { demoCompanies } from './demo-companies.js';
import { seedCapacity } from './seed-capacity.js';
import { demoOrders, demoPatents } from './demo-subjects.js';

/** Who and what the demonstration has so far, by its keys. */
export interface Demo {
  readonly staff: Record<'administrator' | 'secretary' | 'coordinator', Actor>;
  /** The owner of each company. */
  readonly owners: Map<string, Actor>;
  readonly orders: Map<string, string>;
  readonly patents: Map<string, string>;
}

/** People, bodies, companies, orders and patents; all through the services that people use. */
export async function seedSubjects(app: INestApplicationContext): Promise<Demo> {
  const database = app.get(Database, { strict: false });
  const bodies = await seedBodies(database);
  const passwordHash = await app.get(IdentityService, { strict: false }).hashPassword(demoPassword);
  const staff = await seedStaff(app, passwordHash, bodies.tokyo);
  const owners = await seedCompanies(app, passwordHash, bodies);
  await seedCapacity(app, owners);
  const demo: Demo = { staff, owners, orders: new Map(), patents: new Map() };
  await seedOrders(app, demo);
  await seedPatents(app, demo);
  // Otherwise the first start would greet the staff with a notice per company.
  await database.query(
    `update event set relayed_at = now() where name like 'company.%' or name like 'identity.%'`,
  );
  await database.query(`update app_user set mail = 'off'`);
  return demo;
}

async function seedBodies(database: Database): Promise<{ tokyo: string; kanagawa: string }> {
  const [tokyo, kanagawa] = await database.query<{ id: string }>(
    `insert into support_body (name, name_en, prefecture, orderers_may_propose) values
       ('城南ものづくり支援センター（架空）', 'Jonan Manufacturing Support Centre (fictional)', '13', false),
       ('相模産業振興機構（架空）', 'Sagami Industry Promotion (fictional)', '14', true)
     returning id`,
  );
  return { tokyo: tokyo?.id ?? '', kanagawa: kanagawa?.id ?? '' };
}

const account = (key: DemoPerson) => demoAccounts.find((a) => a.key === key) ?? demoAccounts[0];

async function seedStaff(
  app: INestApplicationContext,
  passwordHash: string,
  bodyId: string,
): Promise<Demo['staff']> {
  const identity = app.get(IdentityService, { strict: false });
  const database = app.get(Database, { strict: false });
  const add = async (role: 'administrator' | 'secretary' | 'coordinator') => {
    const { email, name } = account(role);
    const membership = role === 'administrator' ? {} : { bodyId };
    return actorOf(database, await identity.insertPerson({ email, name, passwordHash, role, ...membership }));
  };
  return {
    administrator: await add('administrator'),
    secretary: await add('secretary'),
    coordinator: await add('coordinator'),
  };
}

async function seedCompanies(
  app: INestApplicationContext,
  passwordHash: string,
  bodies: { tokyo: string; kanagawa: string },
): Promise<Map<string, Actor>> {
  const identity = app.get(IdentityService, { strict: false });
  const companies = app.get(CompaniesService, { strict: false });
  const database = app.get(Database, { strict: false });
  const owners = new Map<string, Actor>();
  for (const [i, { key, body, profile }] of demoCompanies.entries()) {
    const known = demoAccounts.find((a) => a.key === key);
    const email = known?.email ?? `${key}@demo.example`;
    const name = known?.name ?? `${profile.name.replace(/株式会社|有限会社/g, '')} 担当`;
    const userId = await identity.insertPerson({ email, name, passwordHash });
    const { name: companyName, isOrderer, isSupplier } = profile;
    const prefecture = profile.prefecture ?? '13';
    const registration = { name: companyName, isOrderer, isSupplier, prefecture };
    const number = fictionalNumber(i + 1);
    const id = await companies.register(
      await actorOf(database, userId),
      { ...registration, corporateNumber: number, bodyId: bodies[body] },
      'ja',
    );
    const [row] = await database.query<{ version: number }>(
      `update company set state = 'approved', verified_at = now() - make_interval(days => $2), created_at = now() - make_interval(days => $2 + 40)
       where id = $1 returning version`,
      [id, (i * 17) % 300],
    );
    await companies.updateProfile(await actorOf(database, userId), id, row?.version ?? 1, profile, 'ja');
    owners.set(key, await actorOf(database, userId));
  }
  return owners;
}

/** A corporate number with a right check digit, in a range that is not given out. */
function fictionalNumber(n: number): string {
  const rest = `9999${String(n).padStart(8, '0')}`;
  const sum = [...rest].reverse().reduce((total, d, i) => total + Number(d) * (i % 2 === 0 ? 1 : 2), 0);
  return `${9 - (sum % 9)}${rest}`;
}

async function seedOrders(app: INestApplicationContext, demo: Demo): Promise<void> {
  const orders = app.get(OrdersService, { strict: false });
  for (const { key, by, content } of demoOrders()) {
    const owner = demo.owners.get(by) as Actor;
    const id = await orders.create(owner, content);
    await orders.publish(owner, id, 1);
    demo.orders.set(key, id);
  }
}

async function seedPatents(app: INestApplicationContext, demo: Demo): Promise<void> {
  const patents = app.get(PatentsService, { strict: false });
  for (const { key, by, content } of demoPatents) {
    const owner = demo.owners.get(by) as Actor;
    const id = await patents.create(owner, content);
    await patents.publish(owner, id, 1);
    demo.patents.set(key, id);
  }
  const baker = demo.owners.get('supplier2') as Actor;
  const reason = '介護食の和菓子に使いたい。小ロットで試作できます。';
  await patents.showInterest(baker, demo.patents.get('jelly') ?? '', reason);
}
