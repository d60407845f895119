import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import {
  CompanyMerger,
  guessMapping,
  missingColumns,
  readBatches,
  type Importer,
  type RowProblem,
} from '#companies/index.js';
import { importMapping, type ImportMapping } from '#contracts/companies.js';
import { Events } from '#platform/events/index.js';
import type { Resources } from '#platform/resources.js';
import { describeTable, writeTable, type TableFile } from '#platform/spreadsheet/index.js';
import { CommandError, say, UsageError, type Command } from '../command.js';
import { withResources } from '../open.js';
import { Progress } from '../progress.js';

/** Whoever can run this may change every company; new ones belong to no support body. */
const commandLine: Importer = { userId: null, bodyId: null, everyBody: true };
/** Bad rows that are told in the terminal; all are in the file of --errors. */
const SHOWN_PROBLEMS = 20;

interface Plan {
  readonly file: TableFile & { bytes: { path: string } };
  readonly mapping: ImportMapping;
  readonly dryRun: boolean;
  readonly rowCount: number;
}

interface Counts {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  failed: number;
}

export const importCompanies: Command = {
  name: 'import companies',
  usage: 'FILE [--dry-run] [--mapping JSON] [--errors FILE]',
  summary: 'Merges companies from CSV, Excel or JSON Lines by corporate number.',
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        mapping: { type: 'string' },
        errors: { type: 'string' },
      },
    });
    const [path, ...more] = positionals;
    if (!path || more.length > 0) throw new UsageError('Name one file to import.');
    const plan = await planOf(path, values.mapping, values['dry-run']);
    const counts = { rows: 0, created: 0, updated: 0, unchanged: 0, failed: 0 };
    await withResources((resources) => {
      const problems = importAll(plan, resources, counts);
      return values.errors ? writeErrors(values.errors, problems) : tellErrors(problems);
    });
    process.stdout.write(`${summaryOf(counts, plan.dryRun)}\n`);
    if (counts.failed > 0 && values.errors) say(`The bad rows are in ${values.errors}.`);
    if (counts.rows > 0 && counts.failed === counts.rows) throw new CommandError('No row could be imported.');
  },
};

async function planOf(path: string, mappingJson: string | undefined, dryRun: boolean): Promise<Plan> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new CommandError(`There is no file ${path}.`);
  const file = { name: basename(path), bytes: { path } };
  const { headers, rowCount } = await describeTable(file);
  const mapping = { ...guessMapping(headers), ...givenMapping(mappingJson) };
  const missing = missingColumns(mapping);
  if (missing.length > 0)
    throw new CommandError(
      `Which heading is ${missing.join(', which is ')}? Say so with --mapping '{"${missing[0]}":"heading"}'.\n` +
        `The file's headings: ${headers.join(', ')}`,
    );
  return { file, mapping, dryRun, rowCount };
}

function givenMapping(json: string | undefined): ImportMapping {
  if (json === undefined) return {};
  try {
    return importMapping.parse(JSON.parse(json));
  } catch {
    throw new UsageError(
      '--mapping must be JSON such as {"name":"会社名"}: import columns and their headings.',
    );
  }
}

/** Imports batch by batch, each in a transaction of its own; yields the bad rows and counts the others. */
async function* importAll(plan: Plan, { database }: Resources, counts: Counts): AsyncGenerator<RowProblem> {
  const merger = new CompanyMerger(database, new Events(database));
  const progress = new Progress(plan.rowCount);
  const met = new Set<string>();
  for await (const batch of readBatches(plan.file, plan.mapping)) {
    const result = plan.dryRun
      ? await merger.rehearse(batch.rows, commandLine, met)
      : await database.transaction(() => merger.merge(batch.rows, commandLine));
    counts.created += result.created;
    counts.updated += result.updated;
    counts.unchanged += result.unchanged;
    counts.failed += batch.failed + result.problems.length;
    counts.rows += batch.rows.length + batch.failed;
    progress.show(counts.rows);
    yield* batch.problems;
    yield* result.problems;
  }
  progress.show(counts.rows, true);
}

async function tellErrors(problems: AsyncIterable<RowProblem>): Promise<void> {
  const told: RowProblem[] = [];
  let more = 0;
  for await (const problem of problems) {
    if (told.length < SHOWN_PROBLEMS) told.push(problem);
    else more += 1;
  }
  for (const { line, field, reason } of told) say(`line ${line}${field && `, ${field}`}: ${reason.en}`);
  if (more > 0) say(`… and ${more} more problems. With --errors FILE they are all written to a file.`);
}

async function writeErrors(path: string, problems: AsyncIterable<RowProblem>): Promise<void> {
  const headers = ['line', 'field', 'reason', 'reasonJa', 'row'].map((key) => ({ key, label: key }));
  const rows = async function* () {
    for await (const { line, field, reason, raw } of problems)
      yield { line, field, reason: reason.en, reasonJa: reason.ja, row: raw };
  };
  await pipeline(writeTable('csv', headers, rows()), createWriteStream(path));
}

function summaryOf(counts: Counts, dryRun: boolean): string {
  const n = (count: number) => count.toLocaleString('en-US');
  const { rows, created, updated, unchanged, failed } = counts;
  const what = `${n(rows)} rows: ${n(created)} new, ${n(updated)} changed, ${n(unchanged)} unchanged, ${n(failed)} bad.`;
  return dryRun ? `Dry run, nothing was saved. ${what}` : what;
}
