import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companiesApi } from '#contracts/companies.js';
import type { Endpoint } from '#contracts/endpoint.js';
import { introductionsApi } from '#contracts/introductions.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { offersApi } from '#contracts/offers.js';
import {
  notificationKind,
  notificationsApi,
  type Notification,
  type NotificationKind,
} from '#contracts/notifications.js';
import { ordersApi } from '#contracts/orders.js';
import { patentsApi } from '#contracts/patents.js';
import { IntroductionsService } from '#introductions/index.js';
import { OffersService } from '../../libs/negotiations/offers.service.js';
import { HandlerRegistry, WorkerHost } from '#platform/queue/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { corporateNumberOf } from '../support/companies.js';
import { aCast, consented, proposed, type Cast } from '../support/introductions.js';
import { someTerms } from '../support/terms.js';
import { allPages, aPublishedOrder, aPublishedPatent, signedIn, someOrder } from '../support/orders.js';
import { aPerson } from '../support/people.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp(['api', 'worker']);
});
afterAll(() => app.close());

const database = () => app.resources.database;

/** A changed company has everything matched again some seconds later: waits until that is over. */
async function calm(): Promise<void> {
  const worker = app.app.get(WorkerHost, { strict: false });
  for (let left = 1; left > 0;) {
    await app.settle();
    await worker.run('matching.run-waiting', { eventId: null });
    const waiting = await database().query(`select 1 from match_run where state = 'waiting'`);
    left = waiting.length;
  }
  await app.settle();
}

/** What a person was told since the last time they were asked, oldest first. */
async function news(who: Client): Promise<Notification[]> {
  await app.settle();
  const { items } = await who.ok(notificationsApi.list, { query: { unread: 'true', limit: 100 } });
  await who.ok(notificationsApi.readAll);
  return items.reverse();
}
const kinds = async (who: Client): Promise<NotificationKind[]> => (await news(who)).map((n) => n.kind);
/** What each of these was told since the last time. */
const told = (...people: Client[]): Promise<NotificationKind[][]> => Promise.all(people.map(kinds));
/** What has been told so far no longer counts. */
const forget = async (...people: Client[]): Promise<void> => void (await told(...people));

async function aQuietCast(given?: { orderersMayPropose?: boolean }): Promise<Cast> {
  const cast = await aCast(app, given);
  await forget(cast.poster.api, cast.supplier.api, cast.broker);
  return cast;
}

describe('access', () => {
  it.each(Object.entries(notificationsApi as Record<string, Endpoint>))(
    '%s is for whoever is signed in',
    async (_, endpoint) => {
      const call = { params: { id: randomUUID() } } as object;
      expect((await app.as().call(endpoint, call)).error.code).toBe('auth/not-signed-in');
      for (const role of ['newcomer', 'administrator'] as const) {
        const who = await signedIn(app, { role });
        expect([200, 204, 404]).toContain((await who.call(endpoint, call)).status);
      }
    },
  );

  it('nobody reads what another was told', async () => {
    const cast = await aCast(app);
    await app.settle();
    const { items } = await cast.poster.api.ok(notificationsApi.list);
    const params = { id: items[0]?.id ?? '' };
    expect((await cast.broker.call(notificationsApi.read, { params })).status).toBe(404);
    expect((await cast.poster.api.call(notificationsApi.read, { params: { id: 'no-id' } })).status).toBe(404);
    const after = await cast.poster.api.ok(notificationsApi.list);
    expect(after.items[0]?.readAt).toBeNull();
    expect((await cast.poster.api.call(notificationsApi.list, { query: { limit: 0 } })).status).toBe(400);
  });
});

describe('reading', () => {
  it('counts what is unread, one by one and all at once, page after page', async () => {
    const reader = await aPerson(database());
    const api = app.as(reader.cookie);
    await database().query(
      `insert into notification (user_id, kind, words, link, event_id)
       select $1, 'opportunity-found', '{"ja": "お知らせ", "en": "News"}', '/orders', -n from generate_series(1, 7) n`,
      [reader.id],
    );
    const all = await allPages((cursor) =>
      api.ok(notificationsApi.list, { query: { limit: 2, ...(cursor && { cursor }) } }),
    );
    expect(new Set(all.map((n) => n.id)).size).toBe(7);
    const { items, unread } = await api.ok(notificationsApi.list);
    expect([items.map((n) => n.id), unread]).toEqual([all.map((n) => n.id), 7]);
    const params = { id: items[3]?.id ?? '' };
    for (let i = 0; i < 2; i += 1) await api.ok(notificationsApi.read, { params });
    const left = await api.ok(notificationsApi.list, { query: { unread: 'true' } });
    expect([left.items.length, left.unread]).toEqual([6, 6]);
    expect(left.items.map((n) => n.id)).not.toContain(params.id);
    await api.ok(notificationsApi.readAll);
    expect(await api.ok(notificationsApi.list)).toMatchObject({ unread: 0, items: { length: 7 } });
  });
});

describe('who is told what', () => {
  it('a registration is told to the body, its answer to the company', async () => {
    const cast = await aQuietCast();
    const newcomer = await signedIn(app);
    const body = {
      corporateNumber: corporateNumberOf(),
      name: '新興精機',
      isOrderer: false,
      isSupplier: true,
      prefecture: '13',
      bodyId: cast.bodyId,
    };
    const { id } = await newcomer.ok(companiesApi.register, { body });
    const [registered] = await news(cast.broker);
    expect(registered).toMatchObject({ kind: 'company-registered', link: '/admin/approvals' });
    expect(registered?.words).toEqual({
      ja: '「新興精機」が登録を申し込みました。内容を確認してください。',
      en: '新興精機 has registered. Please check its data.',
    });
    await cast.broker.ok(companiesApi.approve, { params: { id } });
    expect(await told(newcomer, cast.broker)).toEqual([['company-approved'], []]);
    await cast.broker.ok(companiesApi.reject, { params: { id }, body: { reason: '連絡が取れない' } });
    expect(await told(newcomer, cast.broker)).toEqual([['company-rejected'], []]);
    await calm();
  });

  it('candidates are told to the poster and its body, what fits to the companies it fits, once', async () => {
    const cast = await aQuietCast();
    const order = await aPublishedOrder(cast.poster, {
      title: '軸の量産',
      requirements: [{ id: 'a', level: 'must', kind: 'process', code: 'turning' }],
    });
    const toPoster = await news(cast.poster.api);
    expect(toPoster).toMatchObject([{ kind: 'candidates-found', link: `/orders/${order.id}/candidates` }]);
    expect(toPoster[0]?.words.ja).toMatch(/^「軸の量産」の候補企業が\d+社見つかりました。$/);
    expect(await news(cast.supplier.api)).toMatchObject([
      {
        kind: 'opportunity-found',
        link: `/orders/${order.id}`,
        words: { ja: expect.stringContaining('軸の量産') },
      },
    ]);
    expect(await kinds(cast.broker)).toEqual(['candidates-found']);
    const content = someOrder({ ...order.content, summary: '数量は300個' });
    await cast.poster.api.ok(ordersApi.amend, {
      params: { id: order.id },
      version: order.version,
      body: { content, reason: '数量' },
    });
    expect(await told(cast.poster.api, cast.supplier.api, cast.broker)).toEqual([[], [], []]);
  });

  it('interest in a patent is told to its holder and the body, without a name', async () => {
    const cast = await aQuietCast();
    const patent = await aPublishedPatent(cast.poster, { title: '運搬台車' });
    await forget(cast.poster.api, cast.supplier.api, cast.broker);
    const call = { params: { id: patent.id }, body: { reason: '台車に使いたい' } };
    await cast.supplier.api.ok(patentsApi.showInterest, call);
    await cast.supplier.api.ok(patentsApi.showInterest, call);
    const toHolder = await news(cast.poster.api);
    expect(toHolder).toMatchObject([{ kind: 'patent-interest', link: `/patents/${patent.id}` }]);
    expect(toHolder[0]?.words.ja).toBe('開放特許「運搬台車」に関心を示した企業があります。');
    expect(await told(cast.broker, cast.supplier.api)).toEqual([['patent-interest'], []]);
  });

  it('a proposal is told to both sides, the first consent to the coordinator, the second by the room', async () => {
    const cast = await aQuietCast();
    const { poster, supplier, broker } = cast;
    const { id } = await proposed(cast);
    const [asked] = await news(supplier.api);
    expect(asked).toMatchObject({ kind: 'introduction-proposed', link: `/introductions/${id}` });
    expect(asked?.words.ja).toContain('14日以内にお返事ください');
    expect(await told(poster.api, broker)).toEqual([['introduction-proposed'], []]);
    await poster.api.ok(introductionsApi.consent, { params: { id } });
    const [half] = await news(broker);
    expect(half).toMatchObject({
      kind: 'introduction-consented',
      words: {
        ja: expect.stringContaining('依頼元が承諾'),
        en: expect.stringContaining('The company that asks'),
      },
    });
    expect(await told(poster.api, supplier.api)).toEqual([[], []]);
    await supplier.api.ok(introductionsApi.consent, { params: { id } });
    const everybody = [poster.api, supplier.api, broker];
    expect(await told(...everybody)).toEqual(everybody.map(() => ['room-opened']));
  });

  it('a proposal by the owner is told to the candidate only, its answer to the whole body', async () => {
    const cast = await aQuietCast({ orderersMayPropose: true });
    const { id } = await cast.poster.api.ok(introductionsApi.propose, {
      body: { kind: 'order', subjectId: cast.order.id, companyId: cast.supplier.id, reason: '合うため' },
    });
    expect(await told(cast.poster.api, cast.supplier.api)).toEqual([[], ['introduction-proposed']]);
    const body = { code: 'delivery', text: '' } as const;
    await cast.supplier.api.ok(introductionsApi.decline, { params: { id }, body });
    expect(await told(cast.poster.api, cast.supplier.api, cast.broker)).toEqual([
      ['introduction-declined'],
      [],
      ['introduction-declined'],
    ]);
  });

  it('a refusal is told to the other side and the coordinator, kindly', async () => {
    const cast = await aQuietCast();
    const { id } = await proposed(cast);
    await forget(cast.poster.api, cast.supplier.api);
    const body = { code: 'price', text: '' } as const;
    await cast.poster.api.ok(introductionsApi.decline, { params: { id }, body });
    const [declined] = await news(cast.supplier.api);
    expect(declined?.words).toEqual({
      ja: '「軸受けの試作」は今回は見送りとなりました。理由：価格の条件が合わないとのことです',
      en: 'The introduction for “軸受けの試作” will not go ahead this time. Reason: the price does not fit',
    });
    expect(await told(cast.poster.api, cast.broker)).toEqual([[], ['introduction-declined']]);
  });

  it('reminders go to those who have not answered, the end to everybody concerned', async () => {
    const cast = await aQuietCast();
    const { poster, supplier, broker } = cast;
    const service = app.app.get(IntroductionsService, { strict: false });
    const { id } = await proposed(cast);
    await poster.api.ok(introductionsApi.consent, { params: { id } });
    await forget(poster.api, supplier.api, broker);
    await database().query(`update introduction set created_at = now() - interval '4 days' where id = $1`, [
      id,
    ]);
    await service.remindWaiting();
    expect(await told(poster.api, supplier.api, broker)).toEqual([[], ['introduction-reminder'], []]);
    await database().query('update introduction set expires_at = now() where id = $1', [id]);
    await service.expireOverdue();
    const everybody = [poster.api, supplier.api, broker];
    expect(await told(...everybody)).toEqual(everybody.map(() => ['introduction-expired']));
    const again = await proposed(cast);
    await forget(...everybody);
    await broker.ok(introductionsApi.withdraw, { params: { id: again.id }, body: { reason: '見直し' } });
    expect(await told(...everybody)).toEqual([['introduction-withdrawn'], ['introduction-withdrawn'], []]);
  });

  it('what happens in a room is told to its other members, messages once until they are read', async () => {
    const cast = await aQuietCast();
    const { poster, supplier, broker } = cast;
    const everybody = [poster.api, supplier.api, broker];
    const params = { id: (await consented(app, cast)).roomId ?? '' };
    await forget(...everybody);
    const say = (text: string) =>
      poster.api.ok(negotiationsApi.post, { params, body: { clientId: randomUUID(), text } });
    await say('はじめまして。');
    await app.settle();
    await say('図面を送ります。');
    expect(await told(...everybody)).toEqual([[], ['message-received'], ['message-received']]);
    const { members } = await broker.ok(negotiationsApi.get, { params });
    const named = members.find(({ role }) => role === 'coordinator')?.userId ?? '';
    await poster.api.ok(negotiationsApi.post, {
      params,
      body: { clientId: randomUUID(), text: 'ご確認ください。', mentions: [named] },
    });
    expect(await told(...everybody)).toEqual([[], ['message-received'], ['mentioned']]);
    const make = (who: Client) => who.ok(offersApi.make, { params, body: someTerms() });
    const first = await make(supplier.api);
    expect(await told(...everybody)).toEqual([['offer-made'], [], ['offer-made']]);
    const reason = { body: { reason: '' } };
    const step = (offerId: string) => ({ params: { ...params, offerId }, ...reason });
    await supplier.api.ok(offersApi.withdraw, step(first.id));
    expect(await told(...everybody)).toEqual([['offer-withdrawn'], [], ['offer-withdrawn']]);
    const second = await make(supplier.api);
    await forget(...everybody);
    await poster.api.ok(offersApi.decline, step(second.id));
    expect(await told(...everybody)).toEqual([[], ['offer-declined'], ['offer-declined']]);
    const third = await make(supplier.api);
    await forget(...everybody);
    const { id, version, content } = await poster.api.ok(ordersApi.get, { params: { id: cast.order.id } });
    await poster.api.ok(ordersApi.amend, { params: { id }, version, body: { content, reason: '訂正' } });
    expect(await told(...everybody)).toEqual([[], ['offer-outdated'], []]);
    const { id: offerId } = await supplier.api.ok(offersApi.confirm, {
      params: { ...params, offerId: third.id },
    });
    await forget(...everybody);
    await poster.api.ok(offersApi.accept, { params: { ...params, offerId } });
    expect(await told(...everybody)).toEqual([[], ['agreement-made'], ['agreement-made']]);
  });

  it('the lapse of an offer and the end of the talks are told too', async () => {
    const cast = await aQuietCast();
    const everybody = [cast.poster.api, cast.supplier.api, cast.broker];
    const params = { id: (await consented(app, cast)).roomId ?? '' };
    await cast.supplier.api.ok(offersApi.make, { params, body: someTerms() });
    await forget(...everybody);
    await database().query(`update offer set valid_until = '2020-01-01' where room_id = $1`, [params.id]);
    await app.app.get(OffersService, { strict: false }).expireOverdue();
    expect(await told(...everybody)).toEqual(everybody.map(() => ['offer-expired']));
    await cast.supplier.api.ok(negotiationsApi.close, { params, body: { reason: '納期が合わず' } });
    expect(await told(...everybody)).toEqual([['room-closed'], [], ['room-closed']]);
  });

  it('the end of an import is told to who started it', async () => {
    const cast = await aQuietCast();
    const csv = `法人番号,企業名\n${corporateNumberOf()},取込製作所\n${corporateNumberOf()},取込工業\n`;
    const { id, mapping } = await cast.broker.ok(companiesApi.upload, {
      file: { name: 'a.csv', bytes: Buffer.from(csv) },
    });
    await cast.broker.ok(companiesApi.runImport, { params: { id }, body: { mapping, dryRun: false } });
    const [finished] = await news(cast.broker);
    expect(finished).toMatchObject({ kind: 'import-finished', link: `/company-imports/${id}` });
    expect(finished?.words.en).toBe('The import has finished (2 new, 0 updated, 0 with errors).');
    // New companies are matched with what is open, so that the others may hear of something else.
    expect((await told(cast.poster.api)).flat()).not.toContain('import-finished');
    await calm();
  });

  it('is never told to who was locked out', async () => {
    const cast = await aQuietCast();
    const colleague = await aPerson(database(), { role: 'company-member', companyId: cast.supplier.id });
    await database().query('update app_user set suspended_at = now() where id = $1', [colleague.id]);
    await proposed(cast);
    expect(await kinds(cast.supplier.api)).toEqual(['introduction-proposed']);
    const rows = await database().query('select 1 from notification where user_id = $1', [colleague.id]);
    expect(rows).toEqual([]);
  });
});

describe('everything that was told above', () => {
  const stored = () => database().query<Notification>('select id, kind, words, link from notification');

  it('covers every kind, in both languages, and leads to a screen that there is', async () => {
    const all = await stored();
    // What meeting events, teams, documents, appointments, prices, signatures and minutes tell is told in their own specs.
    const elsewhere =
      /^(meeting|team|nda|document|appointment|minutes|fair|price|file|dispute|council)-|^agreement-(signed|in-force)$/;
    const wanted = notificationKind.options.filter((kind) => !elsewhere.test(kind));
    expect([...new Set(all.map((n) => n.kind))].sort()).toEqual([...wanted].sort());
    const router = readFileSync('apps/web/src/router.tsx', 'utf8');
    const screens = [...router.matchAll(/screen\('([^']+)'/g)].map(
      ([, path = '']) => new RegExp(`^${path.replace(/\$\w+/g, '[\\w-]+')}$`),
    );
    for (const { words, link } of all) {
      expect(words.ja).toMatch(/[ぁ-んァ-ン一-龠]/);
      expect(words.en).toMatch(/[A-Za-z]{3}/);
      expect(`${words.ja}${words.en}`).not.toMatch(/[{}]|undefined|null/);
      expect([link, screens.some((screen) => screen.test(link.split('?')[0] ?? ''))]).toEqual([link, true]);
    }
  });

  it('is told once, however often its event is handled', async () => {
    await calm();
    const before = await stored();
    const worker = app.app.get(WorkerHost, { strict: false });
    const handlers = app.app.get(HandlerRegistry, { strict: false });
    const events = await database().query<{ id: number; name: string }>(
      // A message is told again to who has read the notice and not yet the room: that depends on the moment.
      `select id, name from event where name not in ('negotiation.messages-posted', 'notification.created') order by id`,
    );
    for (const { id, name } of events)
      for (const { declaration } of handlers.forEvent(name))
        if (declaration.name.startsWith('notifications.'))
          await worker.run(declaration.name, { eventId: id });
    expect((await stored()).length).toBe(before.length);
  });
});
