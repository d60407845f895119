import { mkdtemp, rm } from 'node:fs/promises';
import { chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { companiesApi } from '#contracts/companies.js';
import { searchApi } from '#contracts/search.js';
import { ancestorsOf, certificateKinds, materials, processes, themes } from '#companies/index.js';
import type { Supplier } from '#matching/engine/index.js';
import { loadConfig } from '#platform/config/index.js';
import type { Database } from '#platform/database/index.js';
import { startEmbeddedPostgres } from '#platform/database/embedded/index.js';
import { openResources } from '#platform/resources.js';
import { normalise } from '#platform/search/index.js';
import { SearchProjection } from '#search/index.js';
import { createApplication } from '../../apps/application.js';
import { contexts } from '../../apps/contexts.js';
import { client, type Client } from '../support/client.js';
import { corporateNumberOf } from '../support/companies.js';
import { aPerson } from '../support/people.js';
import { BenchProblem } from './awards.js';
import { percentile } from './metrics.js';
import { Firms } from './scale/firms.js';
import { Random } from './scale/random.js';

export const usage = `search --companies N [--queries 300] [--sql-queries 20] [--seed 1]
  Searches of a person over N generated companies through the API, with counts and highlights: by words of two characters
  and longer ones, codes, and filters; beside the same questions asked of the list that SQL answers.`;

/** Two characters each. */
const SHORT_WORDS = [
  '加工',
  '旋盤',
  '研磨',
  '溶接',
  '樹脂',
  '検査',
  '金型',
  '鋳造',
  '切削',
  '塗装',
  '板金',
  '組立',
];
const LONGER_WORDS = [
  'ステンレス',
  '精密加工',
  '射出成形',
  'アルミニウム',
  'マシニング',
  'レーザー',
  '表面処理',
  '熱処理',
];
const OTHER_WORDS = [
  'SUS304',
  'a5052',
  'ISO 9001',
  'senban',
  'machining',
  '金型 樹脂',
  '切削 SUS304',
  '溶接 検査 板金',
];
const BATCH = 500;

interface Question {
  readonly kind: 'two characters' | 'longer' | 'other';
  readonly query: Record<string, string>;
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      companies: { type: 'string' },
      queries: { type: 'string', default: '300' },
      'sql-queries': { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (values.companies === undefined) throw new BenchProblem(`--companies is needed.\n${usage}`);
  const number = (name: 'companies' | 'queries' | 'sql-queries' | 'seed') => {
    const text = values[name] ?? '';
    if (!/^[1-9]\d*$/.test(text))
      throw new BenchProblem(`--${name} is a whole number from 1 on, not "${text}".`);
    return Number(text);
  };
  const options = {
    companies: number('companies'),
    queries: number('queries'),
    sqlQueries: number('sql-queries'),
    seed: number('seed'),
  };
  const folder = await mkdtemp(join(tmpdir(), 'search-bench-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    port: 0,
    durable: false,
    log: () => undefined,
  });
  try {
    await measure(server.url, folder, options);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Options = Record<'companies' | 'queries' | 'sqlQueries' | 'seed', number>;

async function measure(databaseUrl: string, dataDir: string, options: Options): Promise<void> {
  const config = loadConfig({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  const resources = await openResources(config, databaseUrl, contexts, { realtime: false });
  await resources.database.migrate();
  const stored = await timed(() => storeCompanies(resources.database, options));
  const app = await createApplication(resources, ['api'], contexts);
  try {
    const documents = await timed(() => app.get(SearchProjection, { strict: false }).repair());
    await resources.database.query('vacuum analyze company');
    await app.listen(0, '127.0.0.1');
    const person = await aPerson(resources.database, {
      role: 'coordinator',
      bodyId: await aBody(resources.database),
    });
    const api = client((await app.getUrl()).replace('[::1]', '127.0.0.1'), person.cookie);
    const built = await timed(() => untilBuilt(api));
    const questions = questionsOf(options);
    for (const { query } of questions.slice(0, 30)) await api.ok(searchApi.search, { query });
    const engine = await asked(questions, (query) =>
      api.ok(searchApi.search, { query }).then(({ total }) => total ?? 0),
    );
    const atOnce = await throughput(api, questions);
    const sql = await asked(questions.slice(0, options.sqlQueries), (query) =>
      api.ok(companiesApi.list, { query }).then(({ total }) => total ?? 0),
    );
    report(options, { stored, documents, built, engine, atOnce, sql });
  } finally {
    await app.close();
    await resources.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

async function aBody(database: Database): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    `insert into support_body (name, name_en, orderers_may_propose) values ('測定センター', 'Bench', false) returning id`,
  );
  return row?.id ?? '';
}

async function untilBuilt(api: Client): Promise<void> {
  for (;;) {
    const { note, total } = await api.ok(searchApi.search, { query: { limit: 1 } });
    if (!note.building && (total ?? 0) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** The generated companies as the product stores them. Their indexes are made at the end: the same ones, in a fifth of the time. */
async function storeCompanies(database: Database, options: Options): Promise<void> {
  const indexes = await database.query<{ name: string; definition: string }>(
    `select indexname name, indexdef definition from pg_indexes where tablename = 'company' and indexdef like '% gin %'`,
  );
  for (const { name } of indexes) await database.query(`drop index ${name}`);
  await insertCompanies(database, options);
  for (const { definition } of indexes) await database.query(definition);
}

async function insertCompanies(database: Database, { companies, seed }: Options): Promise<void> {
  const firms = new Firms(seed);
  for (let from = 0; from < companies; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, companies - from) }, (_, i) =>
      rowOf(firms.at(from + i), from + i),
    );
    await database.query(
      `insert into company (id, corporate_number, state, name, prefecture, latitude, longitude, staff, summary, processes,
         certificates, products, awards, capacity, process_codes, material_codes, certificate_kinds, theme_codes, search_text)
       select id, number, 'approved', name, prefecture, latitude, longitude, staff, summary, processes, certificates,
         products, awards, capacity, process_codes, material_codes, certificate_kinds, theme_codes, search_text
       from jsonb_to_recordset($1) as r(id uuid, number text, name text, prefecture text, latitude float8, longitude float8,
         staff int, summary text, processes jsonb, certificates jsonb, products jsonb, awards jsonb, capacity jsonb,
         process_codes text[], material_codes text[], certificate_kinds text[], theme_codes text[], search_text text)`,
      [JSON.stringify(rows)],
    );
  }
}

function rowOf(firm: Supplier, i: number) {
  const textsOf = (field: 'profile' | 'product' | 'award') =>
    firm.texts.flatMap((text) => (text.field === field ? [text.text] : []));
  const empty = {
    maxX: null,
    maxY: null,
    maxZ: null,
    toleranceMm: null,
    lotFrom: null,
    lotTo: null,
    note: '',
  };
  const codes = {
    process_codes: firm.processes.map(({ code }) => code),
    material_codes: firm.materials,
    certificate_kinds: firm.certificates.map(({ kind }) => kind),
    theme_codes: firm.themes,
  };
  const summary = textsOf('profile').join(' ').slice(0, 300);
  const lines = [
    [firm.name],
    [summary, ...Object.values(codes).flat().map(namesOf), ...textsOf('product')],
    textsOf('award'),
  ];
  return {
    ...codes,
    id: firm.id,
    number: corporateNumberOf(String(i)),
    name: firm.name,
    prefecture: firm.prefecture,
    latitude: firm.lat,
    longitude: firm.lon,
    staff: (i * 7919) % 400,
    summary,
    processes: firm.processes.map((process) => ({ ...empty, ...process })),
    certificates: firm.certificates,
    products: textsOf('product').map((name) => ({ name: name.slice(0, 200), summary: '' })),
    awards: textsOf('award').map((title) => ({ title, year: null, from: '' })),
    capacity: firm.capacity,
    search_text: lines.map((texts) => texts.map(normaliseOnce).join(' ')).join('\n'),
  };
}

const terms = new Map(
  [...processes, ...materials, ...certificateKinds, ...themes].map((entry) => [entry.code, entry]),
);
/** The names that the list in SQL finds a code by: its own and those of the broader ones. */
function namesOf(code: string): string {
  const all = [code, ...ancestorsOf(code)].flatMap((one) => terms.get(one) ?? []);
  return all.flatMap(({ ja, en, synonyms }) => [ja, en, ...synonyms]).join(' ');
}
const normalised = new Map<string, string>();
function normaliseOnce(text: string): string {
  let plain = normalised.get(text);
  if (plain === undefined) {
    plain = normalise(text);
    if (normalised.size < 5_000) normalised.set(text, plain);
  }
  return plain;
}

/** A third each of words of two characters, of longer ones and of others; every second one with a filter. */
function questionsOf({ queries, seed }: Options): Question[] {
  const firms = new Firms(seed);
  const random = new Random(seed, 0, 77);
  const kinds = [
    ['two characters', SHORT_WORDS],
    ['longer', LONGER_WORDS],
    ['other', OTHER_WORDS],
  ] as const;
  return Array.from({ length: queries }, (_, i): Question => {
    const [kind, words] = kinds[i % kinds.length] ?? kinds[0];
    const filter: Record<string, string> =
      i % 2 === 0
        ? {}
        : random.chance(0.5)
          ? { prefecture: firms.prefecture(random) }
          : { certificate: firms.certificate(random) };
    return { kind, query: { q: random.pick(words), kind: 'company', ...filter } };
  });
}

interface Asked {
  readonly p50: number;
  readonly p99: number;
  readonly perKind: Record<string, number>;
  readonly hits: number;
}

/** One after the other. Milliseconds. */
async function asked(
  questions: readonly Question[],
  ask: (query: Record<string, string>) => Promise<number>,
): Promise<Asked> {
  const times: { kind: string; ms: number }[] = [];
  let hits = 0;
  for (const { kind, query } of questions) {
    const began = performance.now();
    hits += await ask(query);
    times.push({ kind, ms: performance.now() - began });
  }
  const of = (kind: string) => times.filter((time) => time.kind === kind).map(({ ms }) => ms);
  return {
    p50: percentile(
      times.map(({ ms }) => ms),
      0.5,
    ),
    p99: percentile(
      times.map(({ ms }) => ms),
      0.99,
    ),
    perKind: Object.fromEntries(
      [...new Set(times.map(({ kind }) => kind))].map((kind) => [kind, percentile(of(kind), 0.5)]),
    ),
    hits: hits / questions.length,
  };
}

/** Four at once: answers per second. */
async function throughput(api: Client, questions: readonly Question[]): Promise<number> {
  let next = 0;
  const began = performance.now();
  const worker = async () => {
    for (let i = next++; i < questions.length; i = next++)
      await api.ok(searchApi.search, { query: questions[i]?.query ?? {} });
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return questions.length / ((performance.now() - began) / 1_000);
}

interface Measured {
  readonly stored: number;
  readonly documents: number;
  readonly built: number;
  readonly engine: Asked;
  readonly atOnce: number;
  readonly sql: Asked;
}

function report(options: Options, { stored, documents, built, engine, atOnce, sql }: Measured): void {
  const memoryMb = process.memoryUsage().rss / 1_048_576;
  console.log(
    `${options.companies} companies stored in ${stored.toFixed(0)} s, their documents made in ${documents.toFixed(0)} s,`,
  );
  console.log(`the index built in ${built.toFixed(0)} s; the process has ${memoryMb.toFixed(0)} MB.\n`);
  console.table(
    Object.entries({ 'index in memory': engine, 'list in SQL': sql }).map(([how, one]) => ({
      how,
      'ms p50': one.p50.toFixed(1),
      'ms p99': one.p99.toFixed(1),
      ...Object.fromEntries(Object.entries(one.perKind).map(([kind, ms]) => [`p50 ${kind}`, ms.toFixed(1)])),
      'hits on average': one.hits.toFixed(0),
    })),
  );
  console.log(
    JSON.stringify(
      {
        bench: 'search',
        ...options,
        ...{ storedS: stored, documentsS: documents, builtS: built, memoryMb },
        engine: { ...engine, queriesPerSecond: atOnce },
        sql,
        ratioP50: sql.p50 / engine.p50,
      },
      (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value),
    ),
  );
}
