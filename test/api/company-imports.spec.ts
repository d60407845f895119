import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Excel from 'exceljs';
import iconv from 'iconv-lite';
import {
  companiesApi,
  companyProfile,
  type CompanyImport,
  type CompanyProfile,
} from '#contracts/companies.js';
import { CompaniesHandlers } from '#companies/companies.handlers.js';
import { importRequested } from '#companies/index.js';
import { Events } from '#platform/events/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCompany, corporateNumberOf } from '../support/companies.js';
import type { Client } from '../support/client.js';
import { openTab } from '../support/negotiations.js';
import { aBody, aPerson, type TestPerson } from '../support/people.js';

let app: TestApp;
let body: string;
let person: TestPerson;
let coordinator: Client;
let admin: Client;
let otherCoordinator: Client;

beforeAll(async () => {
  app = await startApp();
  const { database } = app.resources;
  body = await aBody(database);
  const otherBody = await aBody(database);
  person = await aPerson(database, { role: 'coordinator', bodyId: body, name: '仲立 次郎' });
  coordinator = app.as(person.cookie);
  otherCoordinator = app.as((await aPerson(database, { role: 'coordinator', bodyId: otherBody })).cookie);
  admin = app.as((await aPerson(database, { role: 'administrator' })).cookie);
});
afterAll(() => app.close());

const upload = (bytes: Buffer | string, name = 'companies.csv', client = coordinator) =>
  client.call(companiesApi.upload, { file: { name, bytes: Buffer.from(bytes) } });

/** Starts a run with the guessed mapping and waits for its end. */
async function run(
  given: CompanyImport,
  { dryRun = false, client = coordinator } = {},
): Promise<CompanyImport> {
  const params = { id: given.id };
  await client.ok(companiesApi.runImport, { params, body: { mapping: given.mapping, dryRun } });
  await app.settle();
  return client.ok(companiesApi.getImport, { params });
}

const imported = async (
  bytes: Buffer | string,
  name?: string,
  client = coordinator,
): Promise<CompanyImport> => run((await upload(bytes, name, client)).body, { client });

const counts = ({ done, created, updated, unchanged, failed }: CompanyImport) => ({
  done,
  created,
  updated,
  unchanged,
  failed,
});

async function companyOf(corporateNumber: string) {
  const { items } = await admin.ok(companiesApi.list, { query: { q: corporateNumber } });
  return admin.ok(companiesApi.get, { params: { id: items[0]?.id ?? '' } });
}

const errorLines = async (id: string, language = 'ja') => {
  const headers = { 'accept-language': language };
  const answer = await coordinator.call(companiesApi.importErrors, { params: { id }, headers });
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect([...answer.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return answer.bytes.toString('utf8').slice(1).trim().split('\r\n');
};

describe('upload', () => {
  it('answers with guessed columns and a sample', async () => {
    const number = corporateNumberOf();
    const { status, body: given } = await upload(
      iconv.encode(`法人番号,会社名,従業員数,備考\r\n${number},髙﨑精機㈱,30名,x\r\n`, 'cp932'),
      '一覧.csv',
    );
    expect(status).toBe(201);
    expect(given).toMatchObject({
      state: 'uploaded',
      fileName: '一覧.csv',
      format: 'csv',
      encoding: 'Shift_JIS',
      headings: ['法人番号', '会社名', '従業員数', '備考'],
      sample: [{ 法人番号: number, 会社名: '髙﨑精機㈱', 従業員数: '30名', 備考: 'x' }],
      mapping: { corporateNumber: '法人番号', name: '会社名', staff: '従業員数' },
      total: 1,
      done: 0,
    });
  });

  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  it.each([
    ['an empty file', 'x.csv', Buffer.alloc(0), 'file/missing'],
    ['blank lines only', 'x.csv', Buffer.from('\n \n'), 'import/empty-file'],
    ['an old Excel file', 'x.xls', ole, 'import/old-excel'],
    ['a PDF', 'x.csv', Buffer.from('%PDF-1.4\n'), 'import/unreadable'],
    ['a damaged Excel file', 'x.xlsx', Buffer.from('PK\x03\x04 and no more'), 'import/unreadable'],
  ])('refuses %s', async (_, name, bytes, code) => {
    const refused = await upload(bytes, name);
    expect([refused.status, refused.error.code]).toEqual([400, code]);
  });

  it('is for the body and administrators', async () => {
    const { body: given } = await upload('法人番号,会社名\n');
    const params = { id: given.id };
    expect((await otherCoordinator.call(companiesApi.getImport, { params })).status).toBe(404);
    expect((await otherCoordinator.call(companiesApi.importErrors, { params })).status).toBe(404);
    const call = { params, body: { mapping: given.mapping, dryRun: true } };
    expect((await otherCoordinator.call(companiesApi.runImport, call)).status).toBe(404);
    const list = async (client: Client) =>
      (await client.ok(companiesApi.imports, { query: { limit: 100 } })).items.map((i) => i.id);
    expect(await list(otherCoordinator)).not.toContain(given.id);
    expect(await list(coordinator)).toContain(given.id);
    expect(await list(admin)).toContain(given.id);
  });
});

describe('a run', () => {
  it('wants number and name, and headings that are there', async () => {
    const { body: given } = await upload('番号,会社名\n1,x\n');
    const params = { id: given.id };
    const start = (mapping: CompanyImport['mapping']) =>
      coordinator.call(companiesApi.runImport, { params, body: { mapping, dryRun: true } });
    const missing = await start(given.mapping);
    expect(missing.error.code).toBe('import/mapping-incomplete');
    expect(missing.error.message).toContain('法人番号');
    const wrong = await start({ corporateNumber: '番号', name: '名前' });
    expect(Object.keys(wrong.error.fields ?? {})).toEqual(['mapping.name']);
    const unknown = { corporateNumber: '番号', name: '会社名', nonsense: 'x' } as never;
    expect((await start(unknown)).status).toBe(400);
  });

  it('takes good rows, reports bad ones, and is refused the second time', async () => {
    const [good, twice] = [corporateNumberOf(), corporateNumberOf()];
    const result = await imported(
      [
        '法人番号,会社名,都道府県,加工,受注実績,資本金（万円）',
        `${good},甲製作所,大阪,旋盤;フライス,装置の製造;部品の加工,"1,000"`,
        `${good.replace(/^./, (d) => String((Number(d) % 9) + 1))},検査数字違い,大阪,,,`,
        `${twice},乙製作所,東京都`,
        `${twice},乙製作所,東京都,,,`,
        `${corporateNumberOf()},丙製作所,どこか県,錬金術,,たくさん`,
        `${twice},,,研磨,,`,
        `${twice},乙製作所,,研磨,点検,`,
        `${corporateNumberOf()},${'長'.repeat(300)},,,,`,
      ].join('\n'),
    );
    expect(result).toMatchObject({ state: 'finished', total: 8, done: 8 });
    expect(counts(result)).toEqual({ done: 8, created: 2, updated: 1, unchanged: 0, failed: 5 });
    expect(result.problems.map(({ line, field }) => [line, field])).toEqual([
      [3, 'corporateNumber'],
      [4, ''],
      [6, 'capitalYen'],
      [6, 'prefecture'],
      [6, 'processes'],
      [7, 'name'],
      [9, 'name'],
    ]);
    const lines = await errorLines(result.id);
    expect(lines).toHaveLength(8);
    expect(lines[0]).toBe('行,項目,理由,元の行');
    expect(lines[2]).toContain('列の数が見出しと違います');
    expect(lines[5]).toContain('一覧にない名前かコードです：錬金術');
    expect((await errorLines(result.id, 'en'))[3]).toContain('This cannot be read as a number: たくさん');

    const company = await companyOf(good);
    expect(company).toMatchObject({
      state: 'approved',
      body: { id: body },
      verifiedAt: null,
      profile: { name: '甲製作所', prefecture: '27', capitalYen: 10_000_000, isSupplier: true },
    });
    expect(company.profile.awards.map((award) => award.title)).toEqual(['装置の製造', '部品の加工']);
    expect(company.profile.processes.map(({ code }) => code)).toEqual(['turning', 'milling']);
    // Rows of one number are merged one after the other.
    expect((await companyOf(twice)).profile).toMatchObject({ prefecture: '13', awards: [{ title: '点検' }] });

    const call = { params: { id: result.id }, body: { mapping: result.mapping, dryRun: false } };
    expect((await coordinator.call(companiesApi.runImport, call)).error.code).toBe('company/wrong-state');
  });

  it('merges into what is there: told values win, lists grow, history and version go on', async () => {
    const existing = await aCompany(app.resources.database, {
      name: '丁製作所',
      bodyId: body,
      staff: 10,
      phone: '03-0000-0000',
      awards: [{ title: '古い実績', year: 2020, from: '' }],
    });
    const row = {
      corporateNumber: existing.corporateNumber,
      name: '丁製作所',
      staff: 12,
      awards: ['新しい実績'],
    };
    const result = await imported(`${JSON.stringify(row)}\n`, 'x.jsonl');
    expect(counts(result)).toEqual({ done: 1, created: 0, updated: 1, unchanged: 0, failed: 0 });
    const { profile, version } = await companyOf(existing.corporateNumber);
    expect(version).toBe(2);
    expect(profile).toMatchObject({ staff: 12, phone: '03-0000-0000' });
    expect(profile.awards.map((award) => award.title)).toEqual(['古い実績', '新しい実績']);
    const params = { id: existing.id };
    const { items } = await coordinator.ok(companiesApi.changes, { params });
    expect(items).toMatchObject([
      { field: 'import', before: { staff: 10 }, after: { staff: 12 }, by: '仲立 次郎' },
    ]);
    expect(items[0]?.after).not.toHaveProperty('phone');
    const again = await imported(`${JSON.stringify(row)}\n`, 'x.jsonl');
    expect(counts(again)).toEqual({ done: 1, created: 0, updated: 0, unchanged: 1, failed: 0 });
    expect((await companyOf(existing.corporateNumber)).version).toBe(2);
  });

  it('leaves companies of other bodies alone', async () => {
    const existing = await aCompany(app.resources.database, { name: '戊製作所', bodyId: body });
    const result = await imported(
      `法人番号,会社名\n${existing.corporateNumber},改名\n`,
      'x.csv',
      otherCoordinator,
    );
    expect(counts(result)).toMatchObject({ updated: 0, failed: 1 });
    expect(result.problems[0]?.reasonJa).toContain('別の支援機関');
    expect((await companyOf(existing.corporateNumber)).profile.name).toBe('戊製作所');
  });

  it('leaves a registration that waits for approval waiting', async () => {
    const pending = await aCompany(app.resources.database, { name: '己', state: 'pending', bodyId: body });
    await imported(`法人番号,会社名\n${pending.corporateNumber},己製作所\n`);
    const seen = await coordinator.ok(companiesApi.get, { params: { id: pending.id } });
    expect(seen).toMatchObject({ state: 'pending', profile: { name: '己製作所' } });
  });

  it('tells of each batch and of its end', async () => {
    const rows = Array.from({ length: 1_203 }, (_, i) => `${corporateNumberOf()},第${i}製作所`);
    const { id } = await imported(`法人番号,会社名\n${rows.join('\n')}\n`);
    const events = await app.resources.database.query<{ name: string; data: { companyIds?: string[] } }>(
      `select name, data from event where actor_id = $1 and name in ('company.changed', 'company.import-finished')
       and id >= (select min(id) from event where name = 'company.import-requested' and subject_id = $2)
       order by id`,
      [person.id, id],
    );
    expect(events.map(({ name, data }) => [name, data.companyIds?.length])).toEqual([
      ['company.changed', 500],
      ['company.changed', 500],
      ['company.changed', 203],
      ['company.import-finished', undefined],
    ]);
  });
});

describe('its progress', () => {
  it('is told to whoever uploaded it', async () => {
    const tab = await openTab(app.url, person.cookie);
    const { id } = await imported(`法人番号,会社名\n${corporateNumberOf()},午製作所\n`);
    expect(await tab.until('resource:changed', (told) => told.id === id)).toEqual({ kind: 'import', id });
    tab.close();
  });

  it('ends as failed where its job has stopped for good', async () => {
    const { id } = await imported(`法人番号,会社名\n${corporateNumberOf()},未製作所\n`);
    await app.resources.database.query(
      `update company_import set state = 'running', progressed_at = now() - interval '2 hours' where id = $1`,
      [id],
    );
    await app.app.get(CompaniesHandlers, { strict: false }).failStuckImports();
    const stopped = await coordinator.ok(companiesApi.getImport, { params: { id } });
    expect(stopped.state).toBe('failed');
    expect(stopped.problems[0]?.reasonJa).toContain('途中で止まりました');
    // It may be run again.
    expect((await run(stopped)).state).toBe('finished');
  });
});

describe('a dry run', () => {
  it('counts and reports, saves nothing, and may be followed by the run', async () => {
    const number = corporateNumberOf();
    const { body: given } = await upload(`法人番号,会社名\n${number},庚製作所\n${number},庚製作所\n1,x\n`);
    const dry = await run(given, { dryRun: true });
    expect(dry).toMatchObject({ state: 'finished', dryRun: true });
    expect(counts(dry)).toEqual({ done: 3, created: 1, updated: 0, unchanged: 1, failed: 1 });
    const query = { query: { q: number } };
    expect((await admin.ok(companiesApi.list, query)).items).toEqual([]);
    const real = await run(given);
    expect(counts(real)).toEqual(counts(dry));
    expect(real.problems).toEqual(dry.problems);
    expect((await admin.ok(companiesApi.list, query)).items).toHaveLength(1);
  });
});

describe('broken files', () => {
  const head = '法人番号,会社名,紹介文';

  it('a row with bytes that no encoding has', async () => {
    const [first, second] = [corporateNumberOf(), corporateNumberOf()];
    const bytes = Buffer.concat([
      Buffer.from(`${head}\n${first},辛製作所,良い\n${corporateNumberOf()},`),
      Buffer.from([0xff, 0xfe, 0x80]),
      Buffer.from(`,x\n${second},壬製作所,良い\n`),
    ]);
    const result = await imported(bytes);
    expect(counts(result)).toMatchObject({ created: 2, failed: 1 });
    expect(result.problems[0]).toMatchObject({ line: 3, field: '' });
    expect(result.problems[0]?.reasonJa).toContain('文字コード');
  });

  it('a cell of half a megabyte, and one with a NUL', async () => {
    const [huge, nul] = [corporateNumberOf(), corporateNumberOf()];
    const result = await imported(`${head}\n${huge},癸製作所,${'長'.repeat(150_000)}\n${nul},子\u0000丑,x\n`);
    expect(counts(result)).toMatchObject({ created: 0, failed: 2 });
    expect(result.problems.map((p) => p.line)).toEqual([2, 3]);
    const json = await imported(`{"corporateNumber":"${nul}","name":"子\\u0000丑\\ud800"}\n`, 'x.jsonl');
    expect(json.created).toBe(1);
    expect((await companyOf(nul)).profile.name).toBe('子丑');
  });

  it('JSON Lines with a broken line and wrong types', async () => {
    const number = corporateNumberOf();
    const lines = [
      { corporateNumber: number, name: '寅製作所', processes: [{ code: 'turning', toleranceMm: 0.01 }] },
      { corporateNumber: corporateNumberOf(), name: ['x'] },
      { corporateNumber: corporateNumberOf(), name: 'x', processes: [{ code: 'turning', maxX: -1 }] },
    ].map((line) => JSON.stringify(line));
    const result = await imported([...lines, '{"corporateNumber":', '[]'].join('\n'), 'x.jsonl');
    expect(counts(result)).toMatchObject({ created: 1, failed: 4 });
    expect(result.problems.map(({ line, field }) => [line, field])).toEqual([
      [2, 'name'],
      [3, 'processes'],
      [4, ''],
      [5, ''],
    ]);
    expect((await companyOf(number)).profile.processes).toMatchObject([
      { code: 'turning', toleranceMm: 0.01 },
    ]);
  });

  it('Excel with formulas, numbers and dates', async () => {
    const [first, second] = [corporateNumberOf(), corporateNumberOf()];
    const book = new Excel.Workbook();
    const sheet = book.addWorksheet('企業');
    sheet.addRow(['法人番号', '会社名', '従業員数', '設立']);
    sheet.addRow([
      Number(first),
      { formula: 'CONCAT("卯","製作所")', result: '卯製作所' },
      30,
      new Date('1967-04-01'),
    ]);
    sheet.addRow([second, '辰製作所', { formula: '1/0', result: { error: '#DIV/0!' } }, '']);
    const result = await imported(Buffer.from(await book.xlsx.writeBuffer()), 'x.xlsx');
    expect(counts(result)).toMatchObject({ created: 1, failed: 1 });
    expect(result.problems).toMatchObject([{ line: 3, field: 'staff' }]);
    expect((await companyOf(first)).profile).toMatchObject({ name: '卯製作所', staff: 30, founded: 1967 });
  });
});

describe('a run that was broken off', () => {
  const file = () => {
    const numbers = Array.from({ length: 700 }, () => corporateNumberOf());
    return {
      numbers,
      text: `法人番号,会社名\n${numbers.map((number, i) => `${number},第${i}工業`).join('\n')}\n9,悪い行\n`,
    };
  };
  /** Brings the import back to where it was after its first batch, as a kill in the second leaves it. */
  const breakOff = async (id: string, numbers: string[]) => {
    const { database } = app.resources;
    const lost = numbers.slice(500);
    await database.query(
      `delete from company_change where company_id in (select id from company where corporate_number = any($1))`,
      [lost],
    );
    await database.query('delete from company where corporate_number = any($1)', [lost]);
    await database.query('delete from company_import_problem where import_id = $1', [id]);
    await database.query(
      `update company_import set state = 'running', last_line = 501, done = 500, created = 500, failed = 0 where id = $1`,
      [id],
    );
  };
  const handAgain = async (importId: string, run: number) => {
    const events = app.app.get(Events, { strict: false });
    await events.record(importRequested, { importId, run }, { subjectId: importId, actor: null });
    await app.settle();
  };

  it('goes on after its last saved batch', async () => {
    const { numbers, text } = file();
    const done = await imported(text);
    await breakOff(done.id, numbers);
    await handAgain(done.id, 1);
    const again = await coordinator.ok(companiesApi.getImport, { params: { id: done.id } });
    expect({ ...again, finishedAt: null }).toEqual({ ...done, finishedAt: null });
    expect((await companyOf(numbers[699] ?? '')).profile.name).toBe('第699工業');
    expect((await companyOf(numbers[0] ?? '')).version).toBe(1);
  });

  it('does nothing when it is handed over once more, or for an older start', async () => {
    const { text } = file();
    const done = await imported(text);
    await handAgain(done.id, 1);
    await app.resources.database.query(`update company_import set state = 'running', run = 2 where id = $1`, [
      done.id,
    ]);
    await handAgain(done.id, 1);
    const again = await coordinator.ok(companiesApi.getImport, { params: { id: done.id } });
    expect(counts(again)).toEqual(counts(done));
    expect(again.state).toBe('running');
  });
});

describe('export', () => {
  const full: CompanyProfile = companyProfile.parse({
    name: '全部製作所',
    nameKana: 'ゼンブ',
    nameEn: 'Zenbu Works, Ltd.',
    isOrderer: true,
    isSupplier: true,
    industry: 'automotive',
    prefecture: '14',
    municipality: '14130',
    address: '宮本町1番地',
    staff: 42,
    capitalYen: 30_000_000,
    founded: 1967,
    website: 'https://example.jp/',
    phone: '044-000-0000',
    contactName: '全部 一郎',
    summary: '=1+1 のような、難しい加工',
    description: '一行目\n二行目、"引用"',
    processes: [{ code: 'turning' }, { code: 'five-axis-machining' }],
    materials: ['sus304', 's45c'],
    certificates: [{ kind: 'iso-9001', number: 'JQA-1', issuer: 'JQA', validUntil: '2027-03-31' }],
    themes: ['dx'],
    products: [{ name: 'シャフト', summary: '直径3mmから' }],
    awards: [{ title: '造林、間伐等の業務' }, { title: '装置の製造', year: 2024, from: '国' }],
    equipment: [{ kind: 'NC旋盤', maker: 'オークマ', model: 'LB3000', count: 2, year: 2015 }],
  });

  it.each([
    ['csv', 'text/csv; charset=utf-8', 'x.csv'],
    ['csv-sjis', 'text/csv; charset=Shift_JIS', 'x.csv'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'x.xlsx'],
    ['jsonl', 'application/x-ndjson; charset=utf-8', 'x.jsonl'],
  ] as const)('%s comes back through the import unchanged', async (format, mime, name) => {
    const { database } = app.resources;
    const { id, corporateNumber } = await aCompany(database, { name: full.name, bodyId: body });
    await coordinator.ok(companiesApi.updateProfile, { params: { id }, body: full, version: 1 });
    const answer = await coordinator.call(companiesApi.export, { query: { format, q: corporateNumber } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, mime]);
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('企業一覧-');
    const into = await imported(answer.bytes, name);
    expect(counts(into)).toEqual({ done: 1, created: 0, updated: 0, unchanged: 1, failed: 0 });

    // Into a database that does not know the company: the same profile.
    await database.query('delete from company_change where company_id = $1', [id]);
    await database.query('delete from company where id = $1', [id]);
    const anew = await imported(answer.bytes, name);
    expect(anew.problems).toEqual([]);
    expect((await companyOf(corporateNumber)).profile).toEqual(full);
  });

  it('holds what the search finds, in the reader’s language', async () => {
    await aCompany(app.resources.database, { name: '輸出対象製作所', themes: ['dx'] });
    await aCompany(app.resources.database, { name: '輸出対象外', state: 'pending', themes: ['dx'] });
    const call = { query: { format: 'csv' as const, q: '輸出対象' }, headers: { 'accept-language': 'en' } };
    const lines = (await admin.call(companiesApi.export, call)).bytes.toString('utf8').trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('Corporate number,Name,');
    expect(lines[1]).toContain('輸出対象製作所');
    expect((await admin.call(companiesApi.export, { query: { format: 'pdf' as never } })).status).toBe(400);
  });
});
