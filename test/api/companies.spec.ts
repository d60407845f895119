import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { companiesApi, companyProfile, type CompanyProfile } from '#contracts/companies.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCompany, corporateNumberOf, type TestCompany } from '../support/companies.js';
import type { Client } from '../support/client.js';
import { aBody, aPerson } from '../support/people.js';

let app: TestApp;
let body: string;
let otherBody: string;
/** An approved company of `body`, and its owner. */
let own: TestCompany;
let stranger: TestCompany;
const as: Record<'owner' | 'stranger' | 'coordinator' | 'otherCoordinator' | 'admin' | 'nobody', Client> =
  {} as never;
const nowhere = '00000000-0000-7000-8000-000000000000';

const profile = (given: Partial<CompanyProfile> = {}): CompanyProfile =>
  companyProfile.parse({ name: '試験製作所', isOrderer: false, isSupplier: true, ...given });

const signedIn = async (person: Parameters<typeof aPerson>[1]): Promise<Client> =>
  app.as((await aPerson(app.resources.database, person)).cookie);

const eventsOf = (id: string): Promise<{ name: string; data: Record<string, unknown> }[]> =>
  app.resources.database.query('select name, data from event where subject_id = $1 order by id', [id]);

beforeAll(async () => {
  app = await startApp(['api', 'worker']);
  const { database } = app.resources;
  body = await aBody(database, '甲支援センター');
  otherBody = await aBody(database, '乙支援センター');
  own = await aCompany(database, { name: '自社製作所', bodyId: body });
  stranger = await aCompany(database, { name: '他社製作所', bodyId: body });
  as.owner = await signedIn({ role: 'company-owner', companyId: own.id, name: '自社 花子' });
  as.stranger = await signedIn({ role: 'company-owner', companyId: stranger.id });
  as.coordinator = await signedIn({ role: 'coordinator', bodyId: body, name: '仲立 次郎' });
  as.otherCoordinator = await signedIn({ role: 'coordinator', bodyId: otherBody });
  as.admin = await signedIn({ role: 'administrator' });
  as.nobody = app.as();
});
afterAll(() => app.close());

describe('who may call', () => {
  const params = { id: nowhere, fileId: nowhere };
  const routes = Object.entries(companiesApi).filter(([name]) => name !== 'taxonomy');

  it.each(routes)('%s: 401 for nobody, 403 for whom it is not', async (_, route) => {
    expect((await as.nobody.call(route, { params })).status).toBe(401);
    const wrong = route.access === 'company:register' ? as.owner : await signedIn({ role: 'newcomer' });
    expect((await wrong.call(route, { params })).error.code).toBe('auth/forbidden');
  });

  it.each([
    'get',
    'changes',
    'approve',
    'verify',
    'image',
    'removeImage',
    'sheet',
    'getImport',
    'importErrors',
  ] as const)('%s: 404 for what is not there', async (name) => {
    expect((await as.admin.call(companiesApi[name], { params })).status).toBe(404);
    const malformed = { params: { id: 'x', fileId: 'x' } } as never;
    expect((await as.admin.call(companiesApi[name], malformed)).status).toBe(404);
  });

  it('404 for changes of what is not there', async () => {
    const version = 1;
    const id = { id: nowhere };
    const edit = await as.admin.call(companiesApi.updateProfile, { params: id, body: profile(), version });
    const items = [{ process: 'turning', weeks4: 50, weeks8: null, weeks12: null }];
    const capacity = await as.admin.call(companiesApi.tellCapacity, { params: id, body: { items } });
    const reject = await as.admin.call(companiesApi.reject, { params: id, body: { reason: '理由' } });
    expect([edit.status, capacity.status, reject.status]).toEqual([404, 404, 404]);
  });

  it('400 names the wrong fields', async () => {
    const newcomer = await signedIn({});
    const wrong = await newcomer.call(companiesApi.register, {
      body: { corporateNumber: '1234567890123', name: ' ', bodyId: 'x' } as never,
    });
    expect(wrong.status).toBe(400);
    expect(Object.keys(wrong.error.fields ?? {})).toEqual(
      expect.arrayContaining(['corporateNumber', 'name', 'bodyId', 'isOrderer', 'prefecture']),
    );
    expect(wrong.error.fields?.['corporateNumber']).toContain('13桁');
    expect((await as.owner.call(companiesApi.list, { query: { limit: 0 } })).status).toBe(400);
    const { id } = own;
    const noReason = await as.coordinator.call(companiesApi.reject, {
      params: { id },
      body: { reason: '' },
    });
    expect(noReason.status).toBe(400);
    const capacity = await as.owner.call(companiesApi.tellCapacity, {
      params: { id },
      body: { items: [{ process: 'turning', weeks4: 101, weeks8: null, weeks12: null }] },
    });
    expect(capacity.status).toBe(400);
  });
});

describe('taxonomy', () => {
  it('is public and kept by browsers', async () => {
    const first = await as.nobody.call(companiesApi.taxonomy);
    expect(first.body.processes.length).toBeGreaterThanOrEqual(150);
    expect(first.body.materials.length).toBeGreaterThanOrEqual(120);
    expect(first.body.prefectures).toHaveLength(47);
    expect(first.headers.get('cache-control')).toBe('public, max-age=600');
  });
});

describe('registration', () => {
  const registration = (corporateNumber = corporateNumberOf()) => ({
    corporateNumber,
    name: '新興精機',
    isOrderer: false,
    isSupplier: true,
    prefecture: '13',
    bodyId: body,
  });

  it('makes a newcomer the owner of a pending company that only staff and they see', async () => {
    const newcomer = await signedIn({});
    const company = await newcomer.ok(companiesApi.register, { body: registration() });
    expect(company).toMatchObject({
      state: 'pending',
      profile: { name: '新興精機', prefecture: '13' },
      body: { id: body, name: '甲支援センター' },
      verifiedAt: null,
      can: { edit: true, approve: false, verify: true, manageMembers: true },
    });
    const params = { id: company.id };
    expect((await newcomer.call(companiesApi.get, { params })).status).toBe(200);
    expect((await as.coordinator.call(companiesApi.get, { params })).status).toBe(200);
    expect((await as.stranger.call(companiesApi.get, { params })).status).toBe(404);
    expect((await as.stranger.call(companiesApi.sheet, { params })).status).toBe(404);
    expect(await eventsOf(company.id)).toMatchObject([{ name: 'company.registered' }]);
  });

  it('shows the pending ones to staff, others only their own', async () => {
    const newcomer = await signedIn({});
    const { id } = await newcomer.ok(companiesApi.register, { body: registration() });
    const ids = async (client: Client, query: object) =>
      (await client.ok(companiesApi.list, { query })).items.map((c) => c.id);
    expect(await ids(as.coordinator, { state: 'pending', limit: 100 })).toContain(id);
    expect(await ids(as.coordinator, { q: '新興精機' })).toEqual([]);
    expect(await ids(as.stranger, { state: 'pending' })).toEqual([]);
    // Not yet approved: nothing but itself.
    expect(await ids(newcomer, {})).toEqual([id]);
    expect((await newcomer.call(companiesApi.get, { params: { id: own.id } })).status).toBe(404);
  });

  it('takes a number once, and only from newcomers', async () => {
    const taken = registration(own.corporateNumber);
    const newcomer = await signedIn({});
    const refused = await newcomer.call(companiesApi.register, { body: taken });
    expect([refused.status, refused.error.code]).toEqual([409, 'company/already-registered']);
    await newcomer.ok(companiesApi.register, { body: registration() });
    const again = await newcomer.call(companiesApi.register, { body: registration() });
    expect(again.status).toBe(403);
  });

  it('takes a number once of two at the same moment', async () => {
    const same = { body: registration() };
    const [first, second] = [await signedIn({}), await signedIn({})];
    const answers = await Promise.all([first, second].map((c) => c.call(companiesApi.register, same)));
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409]);
  });

  it('wants a body and a prefecture that exist, and a role', async () => {
    const newcomer = await signedIn({});
    const wrong = { ...registration(), bodyId: nowhere };
    const noBody = await newcomer.call(companiesApi.register, { body: wrong });
    expect(noBody.error.fields).toEqual({ bodyId: 'この支援機関はありません。' });
    const noPlace = { ...registration(), prefecture: '99', isSupplier: false };
    const placeless = await newcomer.call(companiesApi.register, { body: noPlace });
    expect(Object.keys(placeless.error.fields ?? {})).toEqual(['isSupplier', 'prefecture']);
  });

  it('makes one company of one Idempotency-Key', async () => {
    const { cookie } = await aPerson(app.resources.database);
    const call = { body: registration(), idempotencyKey: crypto.randomUUID() };
    const first = await app.as(cookie).call(companiesApi.register, call);
    expect(first.status).toBe(201);
    const [{ n } = { n: 0 }] = await app.resources.database.query<{ n: number }>(
      'select count(*) n from company where corporate_number = $1',
      [call.body.corporateNumber],
    );
    expect(n).toBe(1);
  });
});

describe('approval', () => {
  it('goes from pending to approved, suspended and back, with reasons and history', async () => {
    const { id } = await aCompany(app.resources.database, { state: 'pending', bodyId: body });
    const member = await signedIn({ role: 'company-owner', companyId: id });
    const params = { id };
    expect((await as.stranger.call(companiesApi.get, { params })).status).toBe(404);
    expect((await as.otherCoordinator.call(companiesApi.approve, { params })).status).toBe(403);
    const approved = await as.coordinator.ok(companiesApi.approve, { params });
    expect(approved).toMatchObject({ state: 'approved', version: 2 });
    expect((await as.stranger.call(companiesApi.get, { params })).status).toBe(200);
    expect((await as.coordinator.call(companiesApi.approve, { params })).error.code).toBe(
      'company/wrong-state',
    );

    const reason = '連絡が取れません。';
    const suspended = await as.coordinator.ok(companiesApi.reject, { params, body: { reason } });
    expect(suspended).toMatchObject({ state: 'suspended', stateReason: reason });
    expect((await as.stranger.call(companiesApi.get, { params })).status).toBe(404);
    expect((await member.ok(companiesApi.get, { params })).stateReason).toBe(reason);
    await as.coordinator.ok(companiesApi.approve, { params });

    const { items } = await member.ok(companiesApi.changes, { params });
    expect(items.map(({ field, before, after, by }) => [field, before, after, by])).toEqual([
      ['state', 'suspended', 'approved', '仲立 次郎'],
      ['state', 'approved', `suspended: ${reason}`, '仲立 次郎'],
      ['state', 'pending', 'approved', '仲立 次郎'],
    ]);
    expect((await eventsOf(id)).map((e) => e.name)).toEqual([
      'company.approved',
      'company.rejected',
      'company.approved',
    ]);
  });

  it('refuses a registration, and takes a company without a body into the own one', async () => {
    const { id } = await aCompany(app.resources.database, { state: 'pending' });
    const params = { id };
    const rejected = await as.coordinator.ok(companiesApi.reject, {
      params,
      body: { reason: '対象外です。' },
    });
    expect(rejected.state).toBe('rejected');
    const twice = await as.coordinator.call(companiesApi.reject, { params, body: { reason: 'x' } });
    expect(twice.error.code).toBe('company/wrong-state');
    const approved = await as.otherCoordinator.ok(companiesApi.approve, { params });
    expect(approved.body).toEqual({ id: otherBody, name: '乙支援センター' });
    expect(approved.stateReason).toBe('');
  });

  it('states when and by whom the data was checked', async () => {
    const params = { id: own.id };
    expect((await as.stranger.call(companiesApi.verify, { params })).status).toBe(403);
    await as.coordinator.ok(companiesApi.verify, { params });
    const seen = await as.stranger.ok(companiesApi.get, { params });
    expect(seen.verifiedBy).toBe('仲立 次郎');
    expect(Date.now() - Date.parse(seen.verifiedAt ?? '')).toBeLessThan(60_000);
  });
});

describe('profile', () => {
  const full = profile({
    name: '自社製作所',
    nameKana: 'ジシャセイサクジョ',
    prefecture: '14',
    municipality: '14131',
    staff: 42,
    capitalYen: 30_000_000,
    summary: '難削材の精密旋削が得意です。',
    processes: [
      { ...companyProfile.shape.processes.parse([{ code: 'turning' }])[0]!, toleranceMm: 0.005, maxX: 300 },
    ],
    materials: ['sus304', 's45c'],
    certificates: [{ kind: 'iso-9001', number: 'JQA-1', issuer: 'JQA', validUntil: '2027-03-31' }],
    themes: ['dx'],
    products: [{ name: '精密シャフト', summary: '' }],
    awards: [{ title: '試験装置の製造', year: 2024, from: '防衛省' }],
  });

  it('is replaced as a whole; only what changed is in the history', async () => {
    const params = { id: own.id };
    const before = await as.owner.call(companiesApi.get, { params });
    expect(before.headers.get('etag')).toBe(`"v${before.body.version}"`);
    const edited = await as.owner.call(companiesApi.updateProfile, {
      params,
      body: full,
      version: before.body.version,
    });
    expect(edited.status).toBe(200);
    expect(edited.body.profile).toEqual(full);
    expect(edited.headers.get('etag')).toBe(`"v${before.body.version + 1}"`);
    const next = { ...full, staff: 45, awards: [] };
    const { version } = await as.coordinator.ok(companiesApi.updateProfile, {
      params,
      body: next,
      version: edited.body.version,
    });
    const { items } = await as.owner.ok(companiesApi.changes, { params, query: { limit: 2 } });
    const changes = items.map(({ field, before: b, after, by }) => ({ field, b, after, by }));
    expect(changes).toEqual(
      expect.arrayContaining([
        { field: 'staff', b: 42, after: 45, by: '仲立 次郎' },
        { field: 'awards', b: full.awards, after: [], by: '仲立 次郎' },
      ]),
    );
    const same = await as.owner.ok(companiesApi.updateProfile, { params, body: next, version });
    expect(same.version).toBe(version);
    const events = (await eventsOf(own.id)).filter((e) => e.name === 'company.changed');
    expect(events.at(-1)?.data).toEqual({ companyIds: [own.id], fields: ['staff', 'awards'] });
  });

  it('refuses a stale edit with the version on the server, and one without a version', async () => {
    const params = { id: own.id };
    const now = await as.owner.ok(companiesApi.get, { params });
    const stale = await as.owner.call(companiesApi.updateProfile, {
      params,
      body: full,
      version: now.version - 1,
    });
    expect([stale.status, stale.error.code]).toEqual([412, 'request/stale']);
    expect(stale.error.current).toEqual(now);
    const none = await as.owner.call(companiesApi.updateProfile, { params, body: full });
    expect(none.error.code).toBe('request/version-needed');
  });

  it('refuses another company (403) and other bodies’ staff', async () => {
    const params = { id: own.id };
    for (const client of [as.stranger, as.otherCoordinator]) {
      const edit = await client.call(companiesApi.updateProfile, { params, body: full, version: 1 });
      expect([edit.status, edit.error.code]).toEqual([403, 'auth/forbidden']);
      expect((await client.call(companiesApi.changes, { params })).status).toBe(403);
      const items = [{ process: 'turning', weeks4: 50, weeks8: null, weeks12: null }];
      const capacity = await client.call(companiesApi.tellCapacity, { params, body: { items } });
      expect(capacity.status).toBe(403);
    }
    expect((await as.stranger.ok(companiesApi.get, { params })).can).toEqual({
      edit: false,
      approve: false,
      verify: false,
      manageMembers: false,
    });
  });

  it('knows the codes of the taxonomy, in the reader’s language', async () => {
    const params = { id: own.id };
    const { version } = await as.owner.ok(companiesApi.get, { params });
    const wrong = {
      ...full,
      industry: 'nothing',
      municipality: '27100',
      latitude: 35,
      processes: [{ ...full.processes[0]!, code: 'magic', lotFrom: 10, lotTo: 1 }],
      materials: ['sus304', 'unobtainium'],
      certificates: [{ ...full.certificates[0]!, kind: 'iso-0' }],
      themes: ['none'],
    };
    const call = { params, body: wrong, version, headers: { 'accept-language': 'en' } };
    const refused = await as.owner.call(companiesApi.updateProfile, call);
    expect(refused.status).toBe(400);
    expect(refused.error.fields).toEqual({
      industry: 'This industry is not in the list.',
      municipality: 'The municipality is not in the prefecture.',
      longitude: 'Give both latitude and longitude, or neither.',
      'processes.0.code': 'This process is not in the list.',
      'processes.0.lotFrom': 'The smallest lot is larger than the largest.',
      'materials.1': 'This material is not in the list.',
      'certificates.0.kind': 'This certificate is not in the list.',
      'themes.0': 'This theme is not in the list.',
    });
  });

  it('refuses what the database cannot keep', async () => {
    const params = { id: own.id };
    const { version } = await as.owner.ok(companiesApi.get, { params });
    const edit = { params, body: { ...full, summary: 'a\u0000b' }, version };
    expect((await as.owner.call(companiesApi.updateProfile, edit)).status).toBe(400);
    expect((await as.owner.call(companiesApi.list, { query: { q: '\u0000' } })).status).toBeLessThan(500);
  });

  it('keeps the capacity with the time it was told', async () => {
    const params = { id: own.id };
    const items = [{ process: 'turning', weeks4: 20, weeks8: 50, weeks12: null }];
    const told = await as.owner.ok(companiesApi.tellCapacity, { params, body: { items } });
    expect(told.capacity).toMatchObject(items);
    expect(Date.now() - Date.parse(told.capacity[0]!.toldAt)).toBeLessThan(60_000);
    const twice = await as.owner.call(companiesApi.tellCapacity, {
      params,
      body: { items: [...items, ...items, { ...items[0]!, process: 'magic' }] },
    });
    expect(Object.keys(twice.error.fields ?? {})).toEqual(['items.1.process', 'items.2.process']);
    const milling = { process: 'milling', weeks4: 0, weeks8: null, weeks12: null };
    const more = await as.owner.ok(companiesApi.tellCapacity, { params, body: { items: [milling] } });
    expect(more.capacity).toMatchObject([...items, milling]);
    expect(more.capacity[0]?.toldAt).toBe(told.capacity[0]?.toldAt);
    const unknown = await as.owner.call(companiesApi.tellCapacity, {
      params,
      body: { items: [{ ...milling, process: 'magic' }] },
    });
    expect(Object.keys(unknown.error.fields ?? {})).toEqual(['items.0.process']);
  });

  it('pages through the history', async () => {
    const params = { id: own.id };
    const all = await as.owner.ok(companiesApi.changes, { params, query: { limit: 100 } });
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { limit: 3, ...(cursor && { cursor }) };
      const page = await as.owner.ok(companiesApi.changes, { params, query });
      seen.push(...page.items.map((c) => c.id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(all.items.map((c) => c.id));
  });
});

describe('pictures', () => {
  const png = (width = 2400) =>
    sharp({ create: { width, height: 1200, channels: 3, background: 'navy' } })
      .png()
      .toBuffer();

  it('are encoded anew, in two sizes, for those who may see the company', async () => {
    const params = { id: own.id };
    const company = await as.owner.ok(companiesApi.addImage, {
      params,
      body: { caption: '工場' },
      file: { name: '工場.png', bytes: await png() },
    });
    const [image] = company.images;
    expect(image).toMatchObject({ caption: '工場', name: '工場.webp', mime: 'image/webp' });
    const file = { id: own.id, fileId: image!.id };
    const large = await as.stranger.call(companiesApi.image, { params: file });
    expect(large.headers.get('content-type')).toBe('image/webp');
    expect((await sharp(large.bytes).metadata()).width).toBe(1600);
    const small = await as.stranger.call(companiesApi.image, { params: file, query: { size: 'small' } });
    expect((await sharp(small.bytes).metadata()).width).toBe(320);

    expect((await as.stranger.call(companiesApi.removeImage, { params: file })).status).toBe(403);
    const elsewhere = { id: stranger.id, fileId: image!.id };
    expect((await as.owner.call(companiesApi.image, { params: elsewhere })).status).toBe(404);
    expect((await as.owner.call(companiesApi.removeImage, { params: file })).status).toBe(204);
    expect((await as.owner.call(companiesApi.image, { params: file })).status).toBe(404);
    const { items } = await as.owner.ok(companiesApi.changes, { params, query: { limit: 1 } });
    expect(items[0]).toMatchObject({ field: 'images', after: [] });
  });

  it.each([
    ['a text that says it is a picture', 'x.png', Buffer.from('no picture'), 400],
    ['a PDF', 'x.pdf', Buffer.from('%PDF-1.4\n%%EOF'), 400],
    ['nothing', 'x.png', Buffer.alloc(0), 400],
  ])('refuses %s', async (_, name, bytes, status) => {
    const call = { params: { id: own.id }, body: { caption: '' }, file: { name, bytes } };
    expect((await as.owner.call(companiesApi.addImage, call)).status).toBe(status);
  });

  it('refuses another company’s', async () => {
    const file = { name: 'x.png', bytes: await png(10) };
    const call = { params: { id: own.id }, body: { caption: '' }, file };
    expect((await as.stranger.call(companiesApi.addImage, call)).status).toBe(403);
  });
});

describe('PR sheet', () => {
  const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;

  it('is one page in both languages, also of the longest profile', async () => {
    const long = (n: number) => '長い文章。'.repeat(Math.ceil(n / 5)).slice(0, n);
    const { id } = await aCompany(app.resources.database, {
      ...profile({ summary: long(300), description: `${long(9_000)}\n\n\n${'あ\n'.repeat(400)}` }),
      name: long(200),
      phone: '0'.repeat(30),
      processes: Array.from({ length: 100 }, () => ({
        ...companyProfile.shape.processes.parse([{ code: 'turning' }])[0]!,
        maxX: 999_999,
        maxY: 999_999,
        maxZ: 999_999,
        lotFrom: 1_000_000,
        lotTo: 100_000_000,
      })),
      materials: Array.from({ length: 200 }, () => 'sus304-csp'),
      certificates: Array.from({ length: 50 }, () => ({
        kind: 'iso-9001',
        number: long(100),
        issuer: long(100),
        validUntil: null,
      })),
      equipment: Array.from({ length: 300 }, () => ({
        ...companyProfile.shape.equipment.parse([{ model: 'X' }])[0]!,
        kind: long(100),
        maker: long(100),
        model: long(100),
      })),
      products: Array.from({ length: 100 }, () => ({ name: long(200), summary: long(2_000) })),
      awards: Array.from({ length: 2_000 }, () => ({ title: long(500), year: 2024, from: long(200) })),
    });
    for (const language of ['ja', 'en'] as const) {
      const sheet = await as.stranger.call(companiesApi.sheet, { params: { id }, query: { language } });
      expect(sheet.headers.get('content-type')).toBe('application/pdf');
      expect(pages(sheet.bytes)).toBe(1);
    }
  });

  it('is there for an empty profile, and bears the first picture', async () => {
    const file = {
      name: 'a.png',
      bytes: await sharp({ create: { width: 400, height: 300, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    };
    await as.owner.ok(companiesApi.addImage, { params: { id: own.id }, body: { caption: '' }, file });
    const withPicture = await as.owner.call(companiesApi.sheet, { params: { id: own.id } });
    expect(withPicture.bytes.toString('latin1')).toContain('/Subtype /Image');
    const empty = await aCompany(app.resources.database);
    const sheet = await as.owner.call(companiesApi.sheet, { params: { id: empty.id } });
    expect(pages(sheet.bytes)).toBe(1);
  });
});
