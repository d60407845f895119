import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fairsApi, type Fair } from '#contracts/fair-exhibition.js';
import { fairExhibitorsApi as routes } from '#contracts/fair-exhibitors.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { anOpenFair, exhibits, fairAt, someBooth, someFair } from '../support/fairs.js';
import { sentMails } from '../support/mails.js';
import { aFirm, signedIn, type Firm } from '../support/orders.js';
import { aBody } from '../support/people.js';

let app: TestApp;
let lead: Client;
let firms: Firm[];
let visitor: Client;

beforeAll(async () => {
  app = await startApp();
  const bodyId = await aBody(app.resources.database);
  lead = await signedIn(app, { role: 'secretary', bodyId });
  visitor = app.as();
  firms = await Promise.all(['甲製作所', '乙工業', '丙技研'].map((name) => aFirm(app, { name, bodyId })));
});
afterAll(() => app.close());

const firmNo = (n: number): Firm => firms[n] as Firm;
const byId = ({ id }: { id: string }) => ({ params: { id } });

describe('a fair', () => {
  it('is its organisers’ alone as a draft, and public once its call is open', async () => {
    const draft = await lead.ok(fairsApi.create, { body: someFair({ title: '内々の展' }) });
    expect((await visitor.call(fairsApi.get, byId(draft))).status).toBe(404);
    expect((await visitor.ok(fairsApi.list, { query: { q: '内々' } })).items).toEqual([]);
    await fairAt(lead, draft, 'open');
    expect((await visitor.ok(fairsApi.list, { query: { q: '内々' } })).total).toBe(1);
    expect(
      (await lead.call(fairsApi.advance, { ...byId(draft), version: 2, body: { to: 'published' } })).error
        .code,
    ).toBe('fair/nobody-exhibits');
  });

  it('names the field that is wrong', async () => {
    const body = { ...someFair(), endsOn: '2020-01-01', place: '' };
    const { error } = await lead.call(fairsApi.create, { body });
    expect(Object.keys(error.fields ?? {}).sort()).toEqual(['endsOn', 'place']);
  });

  it('that is cancelled stays visible with reason and cost', async () => {
    const fair = await anOpenFair(lead, { title: '流れた展' });
    await lead.ok(fairsApi.cancel, {
      ...byId(fair),
      version: fair.version,
      body: { reason: '会場が使えないため', costYen: 2_388 },
    });
    const seen = await visitor.ok(fairsApi.get, byId(fair));
    expect([seen.state, seen.reason, seen.costYen]).toEqual(['cancelled', '会場が使えないため', 2_388]);
  });
});

describe('exhibitors', () => {
  let fair: Fair;
  const ids: string[] = [];
  const list = (who: Client, query: object = {}) => who.ok(routes.list, { ...byId(fair), query });

  beforeAll(async () => {
    fair = await anOpenFair(lead);
    ids.push((await exhibits(lead, firmNo(0), fair, { booths: 2, pavilionKey: 'city' })).id);
    ids.push((await exhibits(lead, firmNo(1), fair, { pavilionKey: 'city' })).id);
  });

  it('are hidden until the fair is published, and then show no contact', async () => {
    expect((await list(visitor)).items).toEqual([]);
    expect(
      (await firmNo(0).api.ok(routes.get, { params: { id: fair.id, exhibitorId: ids[0] ?? '' } })).content
        .contact,
    ).toBe('展示 花子');
    await fairAt(lead, fair, 'published');
    const { items } = await list(visitor);
    expect(items.map(({ content }) => [content.contact, content.phone])).toEqual([
      ['', ''],
      ['', ''],
    ]);
    expect(
      (await visitor.ok(routes.catalogue, { ...byId(fair), query: { kind: 'brand' } })).items,
    ).toHaveLength(2);
  });

  it('get booths side by side, each booth once', async () => {
    expect(await lead.ok(routes.fill, byId(fair))).toEqual({ assigned: 3, left: 0 });
    const { booths } = await visitor.ok(fairsApi.get, byId(fair));
    expect(booths.map(({ no, pavilionKey }) => [no, pavilionKey])).toEqual([
      ['A-01', 'city'],
      ['A-02', 'city'],
      ['A-03', 'city'],
    ]);
    const put = (no: string, exhibitorId: string | null) =>
      lead.call(routes.assign, { params: { id: fair.id, no }, body: { exhibitorId } });
    expect((await put('A-01', ids[1] ?? '')).error.code).toBe('fair/booth-taken');
    expect((await put('C-01', ids[1] ?? '')).error.code).toBe('fair/no-such-booth');
    const smaller = { ...someFair(), halls: someFair().halls.slice(1) };
    const current = await lead.ok(fairsApi.get, byId(fair));
    const shrunk = await lead.call(fairsApi.update, {
      ...byId(fair),
      version: current.version,
      body: smaller,
    });
    expect(shrunk.error.code).toBe('fair/booth-taken');
  });

  it('are found by what the vocabulary understands', async () => {
    const { items } = await list(visitor, { q: '流路' });
    expect(items).toHaveLength(2);
    expect((await list(visitor, { q: '溶接ロボットの群れ' })).items).toEqual([]);
  });

  it('are reminded once of what is due, by mail', async () => {
    await app.settle();
    const { ExhibitorsHandlers } = await import('#fairs/exhibition/exhibitors/exhibitors.handlers.js');
    const handlers = app.app.get(ExhibitorsHandlers, { strict: false });
    const tick = { params: { id: fair.id, exhibitorId: ids[1] ?? '', key: 'panel' } };
    await firmNo(1).api.ok(routes.tick, { ...tick, body: { isDone: true } });
    await handlers.remind();
    await handlers.remind();
    await app.settle();
    const mails = sentMails(app.mailFolder);
    const about = mails.filter(({ text }) => text.includes('パネルを送る'));
    expect(about.map(({ to }) => to)).toEqual([firmNo(0).owner.email]);
  });

  it('that withdraw free their booths; after the last day only the organisers enter firms', async () => {
    const params = { id: fair.id, exhibitorId: ids[0] ?? '' };
    await firmNo(0).api.ok(routes.withdraw, { params, body: { reason: '都合により' } });
    expect((await visitor.ok(fairsApi.get, byId(fair))).booths.map(({ no }) => no)).toHaveLength(1);
    const body = { ...someBooth(), companyId: firmNo(2).id };
    expect((await firmNo(2).api.call(routes.apply, { ...byId(fair), body })).error.code).toBe('fair/closed');
    const entered = await lead.ok(routes.apply, { ...byId(fair), body });
    expect([entered.isProxy, entered.company.name]).toEqual([true, '丙技研']);
  });
});
