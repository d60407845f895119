import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { searchApi } from '#contracts/search.js';
import { SearchAlerts } from '#search/saved/search-alerts.js';
import { startApp, type TestApp } from '../support/app.js';
import { sentMails } from '../support/mails.js';
import { aFirm, aPublishedOrder, aWord, type Firm } from '../support/orders.js';

let app: TestApp;
let poster: Firm;
let supplier: Firm;
let stranger: Firm;

beforeAll(async () => {
  app = await startApp(['api', 'worker']);
  poster = await aFirm(app, { name: '極秘重工業', prefecture: '13' });
  supplier = await aFirm(app, { name: '受注製作所' });
  stranger = await aFirm(app, { name: '他社' });
});
afterAll(() => app.close());

const save = (query: object, alert: 'off' | 'daily' | 'instant' = 'instant') =>
  supplier.api.ok(searchApi.save, { body: { name: aWord(), query, alert } });
const fresh = async (id: string) =>
  (await supplier.api.ok(searchApi.saved)).items.find((item) => item.id === id)?.fresh;
async function published(title: string): Promise<void> {
  await aPublishedOrder(poster, { title });
  await app.settle();
}
async function mails(name: string): Promise<string[]> {
  await app.app.get(SearchAlerts, { strict: false }).sendDue();
  const all = sentMails(app.mailFolder).filter(({ to }) => to.includes(supplier.owner.email));
  return all.map(({ subject, text }) => `${subject}\n${text}`).filter((mail) => mail.includes(name));
}

describe('a saved search', () => {
  it('tells what is new since one last looked', async () => {
    const word = aWord();
    await published(`${word} 一`);
    const { id } = await save({ q: word }, 'off');
    expect(await fresh(id)).toBe(0);
    await published(`${word} 二`);
    expect(await fresh(id)).toBe(1);
    await supplier.api.ok(searchApi.seenSaved, { params: { id } });
    expect(await fresh(id)).toBe(0);
  });

  it('mails what fits newly, once, and no more than its owner may see', async () => {
    const word = aWord();
    const { name } = await save({ q: word });
    expect(await mails(name)).toEqual([]);
    await published(`${word} 軸`);
    const [mail, ...more] = await mails(name);
    expect(more).toEqual([]);
    expect(mail).toContain(`${word} 軸`);
    expect(mail).not.toContain('極秘重工業');
    expect(await mails(name)).toHaveLength(1);
  });

  it('without mails sends none, and begins with what comes after they are turned on', async () => {
    const word = aWord();
    const { id, name, version } = await save({ q: word }, 'off');
    await published(`${word} 一`);
    const changed = await supplier.api.ok(searchApi.changeSaved, {
      params: { id },
      version,
      body: { name, alert: 'instant' },
    });
    expect(await mails(name)).toEqual([]);
    await published(`${word} 二`);
    expect(await mails(name)).toHaveLength(1);
    const stale = await supplier.api.call(searchApi.changeSaved, {
      params: { id },
      version,
      body: { name, alert: 'off' },
    });
    expect([stale.status, changed.version]).toEqual([412, version + 1]);
  });

  it('stops by the link in a mail, without signing in', async () => {
    const word = aWord();
    const { id, name } = await save({ q: word });
    await published(`${word} 一`);
    const [mail = ''] = await mails(name);
    const token = /unsubscribe\?token=([\w.-]+)/.exec(mail)?.[1] ?? '';
    const nobody = app.as();
    expect(await nobody.ok(searchApi.unsubscribe, { body: { token } })).toEqual({ name });
    expect((await supplier.api.ok(searchApi.saved)).items.find((item) => item.id === id)?.alert).toBe('off');
    const forged = `${id}.${'A'.repeat(43)}`;
    for (const bad of [forged, id, ''])
      expect((await nobody.call(searchApi.unsubscribe, { body: { token: bad } })).error.code).toBe(
        'auth/invalid-link',
      );
  });

  it('is its owner’s alone, and there are at most fifty', async () => {
    const { id } = await save({ q: 'x' }, 'off');
    for (const endpoint of [searchApi.removeSaved, searchApi.seenSaved])
      expect((await stranger.api.call(endpoint, { params: { id } })).status).toBe(404);
    await supplier.api.ok(searchApi.removeSaved, { params: { id } });
    await app.resources.database.query(
      `insert into saved_search (user_id, name, query, alert)
       select $1, 'x', '{}', 'off' from generate_series(1, 50)`,
      [stranger.owner.id],
    );
    const body = { name: 'x', query: { q: 'x' } };
    expect((await stranger.api.call(searchApi.save, { body })).error.code).toBe('search/too-many-saved');
    const { error } = await supplier.api.call(searchApi.save, { body: { name: ' ', query: {} } });
    expect(Object.keys(error.fields ?? {})).toEqual(['name']);
  });
});
