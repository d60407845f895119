import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { companiesApi, companyProfile } from '#contracts/companies.js';
import { vocabularyApi, type VocabularyEntry } from '#contracts/vocabulary.js';
import { MatchingCorpus } from '#matching/matching.corpus.js';
import { ThesaurusReader } from '#vocabulary/index.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { aFirm, aPublishedOrder } from '../support/orders.js';
import { aBody, aPerson } from '../support/people.js';
import { titles } from '../support/search.js';
import { someEntry } from '../support/world/vocabulary.js';

let app: TestApp;
let secretary: Client;
let coordinator: Client;

beforeAll(async () => {
  app = await startApp();
  const bodyId = await aBody(app.resources.database, '県支援センター');
  const person = async (role: 'secretary' | 'coordinator') =>
    app.as((await aPerson(app.resources.database, { role, bodyId })).cookie);
  [secretary, coordinator] = [await person('secretary'), await person('coordinator')];
});
afterAll(() => app.close());

const list = (query: object = {}) => coordinator.ok(vocabularyApi.list, { query });
const understood = async (q: string) =>
  (await coordinator.ok(vocabularyApi.understand, { query: { q } })).items;
const terms = async (q: string) =>
  (await understood(q)).flatMap((word) => word.terms.map(({ text }) => text));
const create = (changes: object = {}) =>
  secretary.ok(vocabularyApi.create, { body: someEntry(changes) as never });
async function shipped(q: string): Promise<VocabularyEntry> {
  const { items } = await list({ q, source: 'shipped' });
  if (!items[0]) throw new Error(`Nothing shipped says ${q}.`);
  return items[0];
}
const at = (entry: VocabularyEntry) => ({ params: { id: entry.id }, version: entry.version });

describe('the vocabulary', () => {
  it('lists what is shipped, page by page, by words, kind and state', async () => {
    const first = await list({ limit: 2 });
    expect(first.total).toBeGreaterThan(1500);
    expect(first.can).toEqual({ add: false });
    expect(first.facets.kind.map(({ value }) => value)).toContain('food');
    const second = await list({ limit: 2, cursor: first.nextCursor ?? '' });
    expect(second.items.map(({ id }) => id)).not.toContain(first.items[0]?.id);
    const { items, facets } = await list({ q: 'ﾜｲﾔｰｶｯﾄ', kind: 'process' });
    expect(items[0]?.content.codes).toContain('wire-edm');
    expect(facets.kind.every(({ count }) => count < 20)).toBe(true);
    expect((await list({ q: 'そんな言葉はない' })).items).toEqual([]);
  });

  it('grows by what a secretary adds, which is understood at once', async () => {
    expect(await understood('ごりごり削り')).toEqual([]);
    const entry = await create();
    expect(entry).toMatchObject({
      source: 'own',
      state: 'on',
      version: 1,
      can: { edit: true, restore: false },
    });
    expect(await understood('ごりごり削りで')).toMatchObject([
      { said: 'ごりごり削り', entryIds: [entry.id], codes: [{ kind: 'process', code: 'milling' }] },
    ]);
    expect((await list({ source: 'own' })).items[0]?.id).toBe(entry.id);
  });

  it('refuses unknown codes and entries that lead nowhere, with the field', async () => {
    const unknown = await secretary.call(vocabularyApi.create, {
      body: someEntry({ codes: ['no-such'] }) as never,
    });
    expect(unknown).toMatchObject({ status: 400, error: { fields: { codes: expect.any(String) } } });
    const alone = await secretary.call(vocabularyApi.create, {
      body: { kind: 'trade', tradeJa: ['ひとつだけ'] },
    });
    expect(alone).toMatchObject({ status: 400, error: { code: 'vocabulary/not-enough' } });
  });

  it('overlays a shipped entry, keeps who did what, and restores it', async () => {
    const before = await shipped('突切り');
    const content = { ...before.content, patentJa: ['とっきり新語'] };
    const edited = await secretary.ok(vocabularyApi.update, { ...at(before), body: content });
    expect(edited).toMatchObject({ source: 'edited', version: 1, shipped: before.content });
    expect(await terms('突切り')).toContain('とっきり新語');
    const stale = await secretary.call(vocabularyApi.update, { ...at(before), body: content });
    expect(stale).toMatchObject({ status: 412, error: { current: { version: 1 } } });

    const off = await secretary.ok(vocabularyApi.switchOff, at(edited));
    expect(await understood('突切り')).toEqual([]);
    expect((await list({ state: 'off' })).items.map(({ id }) => id)).toEqual([before.id]);
    const on = await secretary.ok(vocabularyApi.switchOn, at(off));
    const restored = await secretary.ok(vocabularyApi.restore, at(on));
    expect(restored).toMatchObject({
      source: 'shipped',
      state: 'on',
      content: before.content,
      shipped: null,
    });
    expect(await terms('突切り')).not.toContain('とっきり新語');

    const { items } = await coordinator.ok(vocabularyApi.history, { params: { id: before.id }, query: {} });
    expect(items.map(({ action }) => action)).toEqual(['restored', 'switched-on', 'switched-off', 'changed']);
    expect(items.at(-1)).toMatchObject({ before: before.content, after: content, by: expect.any(String) });
  });

  it('has nothing to restore for an entry that was added here', async () => {
    const entry = await create({ tradeJa: ['足したもの'] });
    const answer = await secretary.call(vocabularyApi.restore, at(entry));
    expect(answer).toMatchObject({ status: 409, error: { code: 'vocabulary/nothing-shipped' } });
  });

  it('is told anew by every process that asks, without a restart', async () => {
    const other = new ThesaurusReader(app.resources.database);
    expect((await other.thesaurus()).expand('べつの工程語').understood).toEqual([]);
    await create({ tradeJa: ['べつの工程語'] });
    expect((await other.thesaurus()).expand('べつの工程語').understood).toHaveLength(1);
  });
});

describe('vocabulary files', () => {
  const bytesOf = async (format: string, q: string) => {
    const answer = await coordinator.call(vocabularyApi.export, { query: { format: format as 'csv', q } });
    expect(answer.status).toBe(200);
    return answer.bytes;
  };
  const imported = (bytes: Buffer, dryRun = false) =>
    secretary.ok(vocabularyApi.import, {
      file: { name: 'words', bytes },
      body: { dryRun: String(dryRun) },
    });

  it('come back unchanged, as CSV and as Excel', async () => {
    for (const format of ['csv', 'csv-sjis', 'xlsx']) {
      const back = await imported(await bytesOf(format, '研削'));
      expect(back).toMatchObject({ added: 0, changed: 0, failed: 0 });
      expect(back.unchanged).toBeGreaterThan(5);
    }
  });

  it('change and add entries, and tell which rows cannot be taken', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await bytesOf('xlsx', 'ホーニング')) as never);
    const sheet = workbook.worksheets[0];
    if (!sheet) throw new Error('There is no sheet.');
    sheet.getRow(2).getCell(11).value = '確認済み';
    sheet.addRow(['', '効果', 'ぴったり合う', '嵌合精度の向上']);
    sheet.addRow(['', '効果', 'ひとりぼっち']);
    sheet.addRow(['', '魔法', 'へんなもの', '変']);
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    const dry = await imported(bytes, true);
    expect(dry).toMatchObject({ dryRun: true, added: 1, changed: 1, failed: 2 });
    expect(await understood('ぴったり合う')).toEqual([]);
    const done = await imported(bytes);
    expect({ ...done, dryRun: true }).toEqual(dry);
    expect(done.problems.map(({ reasonJa }) => reasonJa)).toEqual([
      expect.stringContaining('2つ以上'),
      expect.stringContaining('魔法'),
    ]);
    expect(await terms('ぴったり合う')).toEqual(['嵌合精度の向上']);
    expect((await list({ q: '確認済み' })).items).toHaveLength(1);
    expect(await imported(bytes)).toMatchObject({ added: 0, changed: 0 });
  });
});

describe('an edit of the vocabulary', () => {
  it('changes candidates and their reasons, and search results, over the same index', async () => {
    const admin = app.as((await aPerson(app.resources.database, { role: 'administrator' })).cookie);
    const supplier = await aFirm(app, { name: '鉋屋製作所' });
    const summary = '特種桜花仕上げが得意です';
    await admin.ok(companiesApi.updateProfile, {
      params: { id: supplier.id },
      version: 1,
      body: companyProfile.parse({ name: '鉋屋製作所', isOrderer: false, isSupplier: true, summary }),
    });
    const orderer = await aFirm(app, { name: '注文元' });
    const order = await aPublishedOrder(orderer, { title: 'さくらめき処理', summary: '' });
    const corpus = app.app.get(MatchingCorpus, { strict: false });
    await corpus.refresh();
    const candidate = async () =>
      (await corpus.match('order', order.id))?.candidates.find(({ companyId }) => companyId === supplier.id);
    const hits = () => titles(coordinator, { q: 'さくらめき処理', kind: 'company' });
    expect(await candidate()).toBeUndefined();
    expect(await hits()).toEqual([]);

    await create({ tradeJa: ['さくらめき処理'], patentJa: ['特種桜花仕上げ'], codes: [] });
    expect((await candidate())?.reasons.map(({ words }) => words.ja)).toEqual([
      '「さくらめき処理」を「特種桜花仕上げ」と読みました（登録内容にある）',
    ]);
    expect(await hits()).toEqual(['鉋屋製作所']);
  });
});
