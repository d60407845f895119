import { mkdtemp, open, rm } from 'node:fs/promises';
import { chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { taxonomyData } from '#matching/taxonomy-data.js';
import type { Need, Supplier } from '#matching/engine/index.js';
import { startEmbeddedPostgres } from '#platform/database/embedded/index.js';
import { dayInJapan } from '#platform/japan-time.js';
import { questionOf, numberOf, withBroader } from './sql-question.js';

const schema = `
  create table firm (
    n int primary key, id uuid not null, prefecture int, process int[] not null, process_within int[] not null,
    material int[] not null, material_within int[] not null, certificate int[] not null, theme int[] not null);
  create table process_row (
    firm int not null, process int not null, longest float8, middle float8, shortest float8, mass float8,
    tolerance float8, lot_from float8, lot_to float8, lead float8, free4 int, free8 int, free12 int, told date);
  create table certificate_held (firm int not null, kind int not null, until date);`;
const indexes = `
  create index on firm using gin (process_within);
  create index on firm using gin (process);
  create index on firm using gin (material_within);
  create index on firm using gin (material);
  create index on firm using gin (certificate);
  create index on firm (n) where process = '{}';
  create index on firm (n) where material = '{}';
  create index on firm (n) where certificate = '{}';
  create index on firm (prefecture);
  create index on process_row (firm, process);
  create index on certificate_held (firm, kind) include (until);
  vacuum analyze;`;

export interface SqlSide {
  loadMs: number;
  /** The ids of the best, and how long it took. */
  ask(need: Need): Promise<{ ids: string[]; ms: number }>;
  stop(): Promise<void>;
}

/** The same companies in indexed tables on an embedded PostgreSQL of its own, loaded by COPY. */
export async function sqlSide(companies: number, at: (i: number) => Supplier): Promise<SqlSide> {
  const folder = await mkdtemp(join(tmpdir(), 'match-scale-'));
  chmodSync(folder, 0o755);
  const began = performance.now();
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    port: 0,
    durable: false,
    log: () => undefined,
  });
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query(schema);
  for (const [table, lines] of Object.entries(tables)) {
    const file = join(folder, `${table}.tsv`);
    await writeTable(file, companies, at, lines);
    await client.query(`copy ${table} from '${file}'`);
    await rm(file);
  }
  for (const statement of indexes.split(';')) await client.query(statement);
  await client.query(`set work_mem = '64MB'`);
  return {
    loadMs: performance.now() - began,
    async ask(need) {
      const question = questionOf(need);
      await client.query(question);
      const before = performance.now();
      const { rows } = await client.query<{ id: string }>(question);
      return { ids: rows.map(({ id }) => id), ms: performance.now() - before };
    },
    async stop() {
      await client.end();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Value = string | number | boolean | null | undefined;
type Lines = (n: number, firm: Supplier) => Value[][];

const tables: Record<string, Lines> = {
  firm: (n, firm) => {
    const processes = firm.processes.map(({ code }) => code);
    return [
      [
        n,
        firm.id,
        firm.prefecture,
        array('process', processes),
        array('process', withBroader(taxonomyData.processParents, processes)),
        array('material', firm.materials),
        array('material', withBroader(taxonomyData.materialParents, firm.materials)),
        array(
          'certificate',
          firm.certificates.map(({ kind }) => kind),
        ),
        array('theme', firm.themes),
      ],
    ];
  },
  process_row: (n, firm) =>
    firm.processes.map((row) => {
      const spare = firm.capacity.find(({ process }) => process === row.code);
      const sides = [row.maxX, row.maxY, row.maxZ].flatMap((side) => side ?? []);
      const space = sides.length === 3 ? sides.sort((a, b) => b - a) : [null, null, null];
      const figures = [row.maxMassKg, row.toleranceMm, row.lotFrom, row.lotTo, row.leadTimeDays];
      const room = [
        spare?.weeks4,
        spare?.weeks8,
        spare?.weeks12,
        spare && dayInJapan(new Date(spare.toldAt)),
      ];
      return [n, numberOf('process', row.code), ...space, ...figures, ...room];
    }),
  certificate_held: (n, firm) =>
    firm.certificates.map(({ kind, validUntil }) => [
      n,
      numberOf('certificate', kind),
      validUntil ?? 'infinity',
    ]),
};

function array(list: string, codes: Iterable<string>): string {
  return `{${[...codes].map((code) => numberOf(list, code)).join(',')}}`;
}

async function writeTable(file: string, companies: number, at: (i: number) => Supplier, lines: Lines) {
  const handle = await open(file, 'w', 0o644);
  let text = '';
  for (let n = 0; n < companies; n++) {
    for (const values of lines(n, at(n))) text += `${values.map((v) => v ?? '\\N').join('\t')}\n`;
    if (text.length > 1 << 20 || n === companies - 1) {
      await handle.write(text);
      text = '';
    }
  }
  await handle.close();
}
