import { demoPassword, type DemoPerson } from '../../apps/demo/accounts.js';
import { seedDemoOnce } from '../../apps/demo/seed-once.js';
import { companiesApi } from '#contracts/companies.js';
import { learningApi } from '#contracts/learning.js';
import { identityApi } from '#contracts/identity.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { offersApi } from '#contracts/offers.js';
import { VisitorsReader } from '#fairs/index.js';
import type { TestApp } from '../support/app.js';
import { aCapacityToken } from '../support/capacity.js';
import type { Client } from '../support/client.js';
import { aBoardToken, anAsk } from '../support/world/meetings.js';
import { anAccount, signIn, tokenMailedTo } from '../support/identity.js';
import { someTerms } from '../support/terms.js';

/** Whose eyes a screen is seen with. */
export type Viewer = 'visitor' | 'newcomer' | DemoPerson;

export interface Demonstration {
  /** Session cookies; a visitor has none. */
  readonly cookies: Partial<Record<Viewer, string>>;
  /** What stands for `:name` in a path. */
  readonly names: Record<string, string>;
}

const demoEmail = (key: string) => `${key}@demo.example`;

/** The demonstration, and what it lacks for every screen to have something to show. */
export async function seedDemonstration(app: TestApp): Promise<Demonstration> {
  await seedDemoOnce(app.app);
  await app.settle();
  const newcomer = await anAccount(app, { name: '新田 はじめ' });
  const cookies: Demonstration['cookies'] = { newcomer: await signIn(app, newcomer.email) };
  for (const key of ['orderer', 'supplier', 'supplier2', 'coordinator', 'council'] as const)
    cookies[key] = await signIn(app, demoEmail(key), demoPassword);
  cookies.secretary = await signIn(app, demoEmail('jimukyoku'), demoPassword);
  cookies.administrator = await signIn(app, demoEmail('admin'), demoPassword);

  const coordinator = app.as(cookies.coordinator);
  const supplier = await app.as(cookies.supplier).ok(identityApi.me);
  await coordinator.ok(companiesApi.verify, { params: { id: supplier.company?.id ?? '' } });
  const ids = await idsOf(app);
  const names = {
    import: await anImport(app, coordinator),
    agreement: await anAgreement(app, app.as(cookies.supplier2)),
    capacity: encodeURIComponent(await aCapacityToken(app, supplier.id)),
    signUp: await mailedToken(app, 'hajime@example.test'),
    ...ids,
    learned: await aReport(coordinator),
    boardToken: aBoardToken(app, ids['running'] ?? ''),
    fairTicket: app.app.get(VisitorsReader, { strict: false }).tokenOf(ids['fairVisitor'] ?? ''),
    askedTicket: app.app.get(VisitorsReader, { strict: false }).tokenOf(ids['askedVisitor'] ?? ''),
    outcomeToken: await anAsk(app, ids['runningEntry'] ?? ''),
  };
  await app.settle();
  return { cookies, names };
}

async function mailedToken(app: TestApp, email: string): Promise<string> {
  await app.as().ok(identityApi.signUp, { body: { email } });
  return tokenMailedTo(app, email);
}

/** The latest report with something adopted. */
async function aReport(coordinator: Client): Promise<string> {
  const { history } = await coordinator.ok(learningApi.current, { params: { kind: 'order' } });
  return history.findLast(({ adopted }) => adopted)?.runId ?? '';
}

/** A finished import with good and bad lines. */
async function anImport(app: TestApp, coordinator: Client): Promise<string> {
  const bytes = Buffer.from('法人番号,会社名\n8999900000091,架空工業\n123,番号の誤った会社\n');
  const { id, mapping } = await coordinator.ok(companiesApi.upload, { file: { name: 'kigyo.csv', bytes } });
  await coordinator.ok(companiesApi.runImport, { params: { id }, body: { mapping, dryRun: false } });
  await app.settle();
  return id;
}

/** Ends the talks that have only begun with an agreement. */
async function anAgreement(app: TestApp, baker: Client): Promise<string> {
  const { items } = await baker.ok(negotiationsApi.list);
  const roomId = items[0]?.id ?? '';
  const terms = { item: '低糖質の和菓子 詰め合わせ', quantity: 5_000, unit: '個', unitPriceYen: 180 };
  const rest = { deliveryOn: '2199-03-31', deliveryPlace: '本社', payment: '月末締め 翌月末払い' };
  const body = someTerms({ ...terms, ...rest, validUntil: '2199-01-31' });
  const offer = await baker.ok(offersApi.make, { params: { id: roomId }, body });
  const orderer = app.as(await signIn(app, demoEmail('orderer-food'), demoPassword));
  const params = { id: roomId, offerId: offer.id };
  return (await orderer.ok(offersApi.accept, { params })).id;
}

/** The records that the demonstration's people work with. */
async function idsOf({ resources: { database } }: TestApp): Promise<Record<string, string>> {
  const [ids] = await database.query<Record<string, string>>(
    `select o.company_id orderer, s.company_id supplier, c.body_id body,
       (select id from purchase_order where company_id = o.company_id and state = 'published' order by id limit 1) "order",
       (select id from open_patent where company_id = o.company_id and state = 'published' order by id limit 1) patent,
       (select id from meeting_event where state = 'wishes') meeting,
       (select id from meeting_event where state = 'open') call,
       (select id from meeting_event where state = 'running') running,
       (select p.id from meeting_participant p join meeting_event e on e.id = p.event_id
         where p.company_id = s.company_id and e.state = 'running') "runningEntry",
       (select id from fair where state = 'running') fair,
       (select id from fair where state = 'open') "fairCall",
       (select id from fair_visitor where code = 'DEM22345') "fairVisitor",
       (select x.id from fair_exhibitor x join fair f on f.id = x.fair_id
         where x.company_id = s.company_id and f.state = 'running') booth,
       (select id from fair where state = 'finished' order by starts_on desc limit 1) "overFair",
       (select x.id from fair_exhibitor x join fair f on f.id = x.fair_id
         where x.company_id = s.company_id and f.state = 'finished' order by f.starts_on desc limit 1) "overBooth",
       (select a.visitor_id from fair_ask a join fair f on f.id = a.fair_id
         where a.visitor_id is not null and a.answered_at is null order by f.starts_on desc limit 1) "askedVisitor",
       (select p.id from meeting_participant p join meeting_event e on e.id = p.event_id
         where p.company_id = s.company_id and e.state = 'wishes') entry,
       (select id from introduction where owner_company_id = o.company_id and state = 'proposed' order by id limit 1)
         introduction,
       (select id from team) team,
       (select id from dispute where state = 'decided') decided,
       (select id from dispute where state = 'voting') voting,
       (select i.id from introduction i where i.team_id is not null and i.candidate_company_id = s.company_id) invited,
       (select introduction_id from room where candidate_company_id = s.company_id and state = 'open' order by id limit 1)
         consented,
       (select r.id from room r left join room_member m on m.room_id = r.id and m.user_id = c.id and m.left_at is null
         where r.candidate_company_id = s.company_id and r.state = 'open' order by m.room_id is null, r.id limit 1) room,
       (select subject_id from room where owner_company_id = o.company_id and subject_kind = 'order'
         group by subject_id having count(*) > 1 order by subject_id limit 1) compared
     from app_user o, app_user s, app_user c
     where o.email = $1 and s.email = $2 and c.email = $3`,
    [demoEmail('orderer'), demoEmail('supplier'), demoEmail('coordinator')],
  );
  return ids ?? {};
}
