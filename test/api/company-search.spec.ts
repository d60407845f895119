import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companiesApi, companyProfile, type CompanyProfile } from '#contracts/companies.js';
import { CompaniesService, SuppliersReader, type SupplierData } from '#companies/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCompany } from '../support/companies.js';
import type { Client } from '../support/client.js';
import { aPerson } from '../support/people.js';

let app: TestApp;
let admin: Client;
let member: Client;
const ids: Record<string, string> = {};

/** A company whose search text and codes are written by the product itself. */
async function company(key: string, given: Partial<CompanyProfile>, state?: 'pending' | 'suspended') {
  const { database } = app.resources;
  const { id } = await aCompany(database, { name: key, ...(state && { state }) });
  const profile = companyProfile.parse({ name: key, isOrderer: false, isSupplier: true, ...given });
  await admin.ok(companiesApi.updateProfile, { params: { id }, body: profile, version: 1 });
  ids[key] = id;
}

const found = async (query: object, client = member): Promise<string[]> =>
  (await client.ok(companiesApi.list, { query })).items.map((card) => card.name);

const processes = (...codes: string[]) =>
  companyProfile.shape.processes.parse(codes.map((code) => ({ code })));
const certificates = (...kinds: string[]) =>
  kinds.map((kind) => ({ kind })) as CompanyProfile['certificates'];

beforeAll(async () => {
  app = await startApp(['api', 'worker']);
  const { database } = app.resources;
  admin = app.as((await aPerson(database, { role: 'administrator' })).cookie);
  await company('東精密工業', {
    nameKana: 'アズマセイミツコウギョウ',
    processes: processes('turning', 'milling'),
    materials: ['sus304'],
    certificates: certificates('iso-9001'),
    prefecture: '14',
    municipality: '14131',
    staff: 30,
    awards: [{ title: '人工衛星用部品の試作', year: 2024, from: '' }],
  });
  await company('西板金', {
    processes: processes('five-axis-machining'),
    certificates: certificates('iso-9001', 'iso-14001'),
    prefecture: '27',
    staff: 200,
    summary: '精密板金と溶接',
    isOrderer: true,
  });
  await company('南ソフト', { themes: ['dx'], prefecture: '14', isOrderer: true, isSupplier: false });
  await company('待機製作所', { processes: processes('turning') }, 'pending');
  await company('停止製作所', { processes: processes('turning') }, 'suspended');
  member = app.as(
    (await aPerson(database, { role: 'company-member', companyId: ids['南ソフト'] ?? '' })).cookie,
  );
});
afterAll(() => app.close());

describe('search', () => {
  it('finds approved companies by words of the whole profile, whatever the width and kana', async () => {
    const approved = ['東精密工業', '西板金', '南ソフト'];
    expect((await found({})).sort()).toEqual([...approved].sort());
    expect(await found({ q: '人工衛星' })).toEqual(['東精密工業']);
    expect(await found({ q: 'あずま　ＩＳＯ９００１' })).toEqual(['東精密工業']);
    expect(await found({ q: '切削加工' })).toEqual(expect.arrayContaining(['東精密工業', '西板金']));
    expect(await found({ q: '人工衛星 溶接' })).toEqual([]);
    expect(await found({ q: '100%_\\' })).toEqual([]);
    expect(await found({ q: '製作所' })).toEqual([]);
  });

  it('finds a corporate number as people type it', async () => {
    const { corporateNumber } = await member.ok(companiesApi.get, { params: { id: ids['西板金'] ?? '' } });
    const typed = `${corporateNumber.slice(0, 1)}-${corporateNumber.slice(1)}`;
    expect(await found({ q: typed })).toEqual(['西板金']);
    expect(await found({ q: corporateNumber.slice(0, 12) })).toEqual([]);
  });

  it('puts names before other hits', async () => {
    expect(await found({ q: '精密' })).toEqual(['東精密工業', '西板金']);
  });

  it('filters, processes with all that is narrower', async () => {
    expect((await found({ process: 'machining' })).sort()).toEqual(['東精密工業', '西板金'].sort());
    expect(await found({ process: ['turning'] })).toEqual(['東精密工業']);
    expect(await found({ material: 'stainless-steel' })).toEqual(['東精密工業']);
    expect(await found({ certificate: 'iso-14001' })).toEqual(['西板金']);
    expect(await found({ theme: 'dx' })).toEqual(['南ソフト']);
    expect((await found({ prefecture: '14,27' })).length).toBe(3);
    expect((await found({ role: 'orderer' })).sort()).toEqual(['南ソフト', '西板金'].sort());
    expect(await found({ role: 'supplier', prefecture: '14' })).toEqual(['東精密工業']);
    expect(await found({ process: 'no-such-code' })).toEqual([]);
  });

  it('counts facets over what the other filters leave', async () => {
    const { facets, total } = await member.ok(companiesApi.list, { query: { prefecture: '14' } });
    const counts = (facet: { value: string; count: number }[]) =>
      Object.fromEntries(facet.map(({ value, count }) => [value, count]));
    expect(total).toBe(2);
    expect(counts(facets.prefecture)).toEqual({ '14': 2, '27': 1 });
    expect(counts(facets.process)).toEqual({ machining: 1, turning: 1, milling: 1 });
    expect(counts(facets.material)).toMatchObject({ sus304: 1, 'stainless-steel': 1 });
    expect(counts(facets.certificate)).toEqual({ 'iso-9001': 1 });
    expect(counts(facets.theme)).toEqual({ dx: 1 });
    const all = (await member.ok(companiesApi.list)).facets;
    for (const { value, count } of all.process) expect((await found({ process: value })).length).toBe(count);
  });

  it('shows cards without the profile', async () => {
    const { items } = await member.ok(companiesApi.list, { query: { q: '人工衛星' } });
    expect(items).toMatchObject([
      {
        id: ids['東精密工業'],
        state: 'approved',
        processes: ['turning', 'milling'],
        certificates: ['iso-9001'],
        awards: 1,
        staff: 30,
        municipality: '14131',
        verifiedAt: null,
      },
    ]);
  });

  it('sorts, and pages through all without a gap', async () => {
    expect(await found({ sort: 'staff' })).toEqual(['西板金', '東精密工業', '南ソフト']);
    expect(await found({ sort: 'name' })).toEqual(['東精密工業', '南ソフト', '西板金']);
    expect((await found({ sort: 'updated' }))[0]).toBe('南ソフト');
    for (const sort of ['relevance', 'name', 'updated', 'staff']) {
      for (const q of ['', 'i']) {
        const paged: string[] = [];
        for (let cursor: string | null | undefined; cursor !== null;) {
          const query = { sort, q, limit: 1, ...(cursor && { cursor }) } as object;
          const page = await member.ok(companiesApi.list, { query });
          paged.push(...page.items.map((card) => card.name));
          cursor = page.nextCursor;
        }
        expect(paged).toEqual(await found({ sort, q }));
      }
    }
    // A cursor of another order shows the first page.
    const { nextCursor } = await member.ok(companiesApi.list, { query: { sort: 'name', limit: 1 } });
    const query = { sort: 'relevance' as const, cursor: nextCursor ?? '' };
    expect((await found(query)).length).toBe(3);
    expect((await found({ cursor: 'broken' })).length).toBe(3);
  });

  it('shows other states to staff only', async () => {
    expect(await found({ state: 'pending' }, admin)).toEqual(['待機製作所']);
    expect(await found({ state: 'suspended' }, admin)).toEqual(['停止製作所']);
    expect(await found({ state: 'pending' })).toEqual([]);
    expect((await found({}, admin)).length).toBe(3);
  });
});

describe('what matching is given', () => {
  const suppliers = async (wanted = {}): Promise<SupplierData[]> => {
    const all: SupplierData[] = [];
    const reader = app.app.get(SuppliersReader, { strict: false });
    for await (const supplier of reader.suppliersForMatching(wanted)) all.push(supplier);
    return all;
  };

  it('approved suppliers; others only where they are asked for', async () => {
    expect((await suppliers()).map((s) => s.name)).toEqual(['東精密工業', '西板金']);
    const asked = await suppliers({ ids: [ids['停止製作所'], ids['南ソフト'], ids['西板金']] });
    expect(asked.map((s) => [s.name, s.approved])).toEqual([
      ['西板金', true],
      ['南ソフト', false],
      ['停止製作所', false],
    ]);
  });

  it('places and texts', async () => {
    const [east, west] = await suppliers();
    expect(east?.texts).toEqual([{ field: 'award', text: '人工衛星用部品の試作' }]);
    expect(west?.texts).toEqual([{ field: 'profile', text: '精密板金と溶接' }]);
    expect(east?.lat).toBeCloseTo(35.5, 0);
    expect(west?.lat).toBeCloseTo(34.7, 0);
  });

  it('what changed since', async () => {
    const since = new Date();
    expect((await suppliers({ changedSince: new Date(since.getTime() + 60_000) })).length).toBe(0);
    const administrator = { userId: (await aPerson(app.resources.database)).id, role: 'administrator' };
    await app.app
      .get(CompaniesService, { strict: false })
      .verify({ ...administrator, company: null, body: null } as never, ids['停止製作所'] ?? '');
    const changed = await suppliers({ changedSince: since });
    expect(changed.map((s) => [s.name, s.approved])).toEqual([['停止製作所', false]]);
  });
});
