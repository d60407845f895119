import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { introductionsApi } from '#contracts/introductions.js';
import { matchingApi } from '#contracts/matching.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { notificationsApi } from '#contracts/notifications.js';
import { ordersApi } from '#contracts/orders.js';
import { recordsApi } from '#contracts/records.js';
import { roomFilesApi, type DocumentLevel } from '#contracts/room-files.js';
import { readEntry, zipEntries } from '#platform/zip/index.js';
import { NotificationMails } from '../../libs/notifications/notification-mails.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import {
  aCast,
  allThatIsShown,
  leakIn,
  mailedTo,
  proposed,
  recording,
  secretsOf,
  type Cast,
} from '../support/introductions.js';
import { enterRoom, openTab, type Tab } from '../support/negotiations.js';
import { aFirm, aPublishedOrder, type Firm } from '../support/orders.js';
import type { TestPerson } from '../support/people.js';

/** Nobody learns who the other side is before both have consented: everything that is told is searched for it. */
let app: TestApp;
beforeAll(async () => {
  app = await startApp(['api', 'worker', 'realtime']);
});
const tabs: Tab[] = [];
afterAll(async () => {
  for (const tab of tabs) tab.close();
  await app.close();
});

interface Watched {
  readonly firm: Firm;
  readonly api: Client & { answers: string[] };
  readonly tab: Tab;
}

const kept = (tab: Tab): Tab => {
  tabs.push(tab);
  return tab;
};

/** Both sides of a cast, each with a client and a tab that keep what they were told. */
const watched = async (cast: Cast): Promise<[Watched, Watched]> => {
  const watch = async (firm: Firm) => ({
    ...{ firm, api: recording(app.as(firm.owner.cookie)) },
    tab: kept(await openTab(app.url, firm.owner.cookie)),
  });
  return [await watch(cast.poster), await watch(cast.supplier)];
};

async function heardBy(tab: Tab): Promise<string[]> {
  await tab.caughtUp();
  return tab.heard.map((heard) => JSON.stringify(heard));
}

async function idsOf(cast: Cast, introductionId: string): Promise<string[]> {
  const rows = await app.resources.database.query<{ id: string }>(
    `select id from match_candidate where subject_id = $1
     union all select id from room where introduction_id = $2
     union all select file_id from order_attachment where order_id = $1`,
    [cast.order.id, introductionId],
  );
  return [cast.order.id, introductionId, ...rows.map((row) => row.id)];
}

/** Mails are sent ten seconds after what they tell of. */
async function sendMails(): Promise<void> {
  await app.resources.database.query(
    `update notification set created_at = created_at - interval '1 hour' where mailed_at is null`,
  );
  await app.app.get(NotificationMails, { strict: false }).sendDue();
}

/** What one side was told of the other, if anything, in answers, screens, notices, mails and through its socket. */
async function leakTo(side: Watched, other: Firm, ids: string[]): Promise<string | null> {
  await app.settle();
  await sendMails();
  const secrets = await secretsOf(app, other);
  const shown = await allThatIsShown(side.api, { ids, words: ['', other.name, other.corporateNumber] });
  const mails = mailedTo(app, side.firm.owner.email);
  const heard = await heardBy(side.tab);
  expect([mails.length, heard.length].every((told) => told > 0)).toBe(true);
  return leakIn([...side.api.answers, ...shown, ...mails, ...heard], secrets);
}

async function expectNoLeak(cast: Cast, sides: [Watched, Watched], introductionId: string): Promise<void> {
  const ids = await idsOf(cast, introductionId);
  const [poster, supplier] = sides;
  expect(await leakTo(poster, cast.supplier, ids)).toBeNull();
  expect(await leakTo(supplier, cast.poster, ids)).toBeNull();
}

async function aProposal(): Promise<{ cast: Cast; sides: [Watched, Watched]; id: string }> {
  const cast = await aCast(app);
  await cast.poster.api.ok(ordersApi.attach, {
    params: { id: cast.order.id },
    file: { name: 'a.txt', bytes: Buffer.from('text') },
  });
  await app.settle();
  const sides = await watched(cast);
  const { id } = await proposed(cast);
  return { cast, sides, id };
}

describe('before both have consented', () => {
  it('candidates are found and shown with reasons that do not name them', async () => {
    const { cast } = await aProposal();
    const params = { kind: 'order' as const, id: cast.order.id };
    const toPoster = await cast.poster.api.ok(matchingApi.candidates, { params });
    const ofSupplier = toPoster.items.filter((c) => c.introduction !== null);
    expect(ofSupplier).toHaveLength(1);
    const quotes = ofSupplier.flatMap((c) => c.reasons).filter((r) => r.level === 'text');
    expect(quotes.map((r) => r.words.ja).join()).toContain('〇〇');
    expect(leakIn([JSON.stringify(toPoster)], await secretsOf(app, cast.supplier))).toBeNull();
    const toStaff = await cast.broker.ok(matchingApi.candidates, { params });
    expect(toStaff.items.find((c) => c.introduction)?.company).toMatchObject({
      id: cast.supplier.id,
      name: cast.supplier.name,
    });
    const { items } = await cast.supplier.api.ok(matchingApi.opportunities);
    expect(items.map((o) => o.subject.id)).toContain(cast.order.id);
  });

  it('nothing tells one side who the other is: proposed, half consented, withdrawn', async () => {
    const { cast, sides, id } = await aProposal();
    await expectNoLeak(cast, sides, id);
    const [poster, supplier] = sides;
    await poster.api.ok(introductionsApi.consent, { params: { id } });
    await poster.api.call(introductionsApi.consent, { params: { id } });
    await expectNoLeak(cast, sides, id);
    await cast.broker.ok(introductionsApi.withdraw, { params: { id }, body: { reason: '発注の見直し' } });
    await supplier.api.call(introductionsApi.consent, { params: { id } });
    await expectNoLeak(cast, sides, id);
  });

  it.each([0, 1] as const)('nor a refusal, by side %i', async (decliner) => {
    const { cast, sides, id } = await aProposal();
    const body = { code: 'capacity', text: '年内は余力がありません。' } as const;
    await sides[1 - decliner]!.api.ok(introductionsApi.consent, { params: { id } });
    await sides[decliner].api.ok(introductionsApi.decline, { params: { id }, body });
    await expectNoLeak(cast, sides, id);
    const { items } = await sides[1 - decliner]!.api.ok(notificationsApi.list);
    expect(items.find((n) => n.kind === 'introduction-declined')?.words.ja).toContain('余力がない');
  });

  it('nor a search by name, whatever it is looked for in', async () => {
    const { cast } = await aProposal();
    for (const [who, other] of [
      [cast.poster, cast.supplier],
      [cast.supplier, cast.poster],
    ] as const) {
      for (const q of [other.name, other.corporateNumber]) {
        expect((await who.api.ok(introductionsApi.list, { query: { q } })).total).toBe(0);
        expect((await who.api.ok(ordersApi.list, { query: { q } })).total).toBe(0);
      }
    }
  });
});

describe('after both have consented', () => {
  it('the two know each other, and a third company still neither', async () => {
    const { cast, sides, id } = await aProposal();
    for (const side of sides) await side.api.ok(introductionsApi.consent, { params: { id } });
    await app.settle();
    const ids = await idsOf(cast, id);
    const [poster, supplier] = sides;
    expect(await leakTo(poster, cast.supplier, ids)).toContain(cast.supplier.id);
    expect(await leakTo(supplier, cast.poster, ids)).toContain(cast.poster.id);
    const full = await supplier.api.ok(ordersApi.get, { params: { id: cast.order.id } });
    expect([full.poster.name, full.attachments.length]).toEqual([cast.poster.name, 1]);
    const candidates = await poster.api.ok(matchingApi.candidates, {
      params: { kind: 'order', id: cast.order.id },
    });
    expect(candidates.items.find((c) => c.introduction?.id === id)?.company.name).toBe(cast.supplier.name);

    const third = await aFirm(app, { name: '第三製作所' });
    const shown = await allThatIsShown(third.api, { ids, words: [cast.poster.name, cast.supplier.name] });
    const secrets = [...(await secretsOf(app, cast.poster)), ...(await secretsOf(app, cast.supplier))];
    expect(leakIn(shown, secrets)).toBeNull();
  });

  it('what one sends the other in the talk is told to nobody before its step, in any way', async () => {
    const { cast, sides, id } = await aProposal();
    for (const side of sides) await side.api.ok(introductionsApi.consent, { params: { id } });
    await app.settle();
    const [poster, supplier] = sides;
    const broker = recording(cast.broker);
    const [room] = (await poster.api.ok(negotiationsApi.list)).items;
    const params = { id: room?.id ?? '' };
    const inRoom = (person: TestPerson) => enterRoom(app.url, person, params.id).then(kept);
    const suppliersTab = await inRoom(supplier.firm.owner);
    const brokersTab = await inRoom(cast.coordinator);
    const secrets = ['極秘機構', '極秘寸法'];
    const file = { name: `${secrets[0]}.txt`, bytes: Buffer.from(secrets[1] ?? '') };
    const send = (level: DocumentLevel) =>
      poster.api.ok(roomFilesApi.add, {
        ...{ params, file, body: { clientId: randomUUID(), kind: 'other', level } },
      });
    const leaked = async (who: typeof broker, tab: Tab, email: string) => {
      await app.settle();
      await sendMails();
      const files = await app.resources.database.query<{ id: string }>(
        `select v.file_id id from room_document d join room_document_revision v on v.document_id = d.id
         where d.room_id = $1 union select id from room_document where room_id = $1`,
        [params.id],
      );
      const ids = [params.id, ...files.map((row) => row.id)];
      const archive = (await who.call(recordsApi.export, { params })).bytes;
      const exported = await Promise.all(
        zipEntries(archive).map(
          async (entry) => `${entry.name} ${(await readEntry(archive, entry, 10_000_000)).toString('utf8')}`,
        ),
      );
      const shown = await allThatIsShown(who, { ids, words: secrets });
      const heard = await heardBy(tab);
      expect(heard.length).toBeGreaterThan(0);
      return leakIn([...who.answers, ...shown, ...exported, ...mailedTo(app, email), ...heard], secrets);
    };
    const brokersMail = cast.coordinator.email;
    const attached = await poster.api.call(negotiationsApi.attach, {
      ...{ params, file, body: { clientId: randomUUID() } },
    });
    expect(attached.error.code).toBe('negotiation/attach-as-document');
    await send('nda');
    expect(await leaked(supplier.api, suppliersTab, supplier.firm.owner.email)).toBeNull();
    expect(await leaked(broker, brokersTab, brokersMail)).toBeNull();
    // For the two companies alone: the other one reads it at once.
    await send('parties');
    const { items } = await supplier.api.ok(roomFilesApi.list, { params });
    expect(items.map(({ title }) => title)).toEqual([null, secrets[0]]);
    expect(await leaked(broker, brokersTab, brokersMail)).toBeNull();
  });

  it('for one order, they stay unknown with another', async () => {
    const { cast, sides, id } = await aProposal();
    for (const side of sides) await side.api.ok(introductionsApi.consent, { params: { id } });
    const second = await aPublishedOrder(cast.poster);
    const seen = await cast.supplier.api.ok(ordersApi.get, { params: { id: second.id } });
    expect(seen.poster).toMatchObject({ id: null, name: null });
  });
});
