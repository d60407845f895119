import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '#platform/testing/index.js';
import { corporateNumberOf } from '../support/companies.js';
import { testDatabase } from '../support/database.js';

const main = 'dist/apps/cli/main.js';
const folder = mkdtempSync(join(tmpdir(), 'nakadachi-cli-'));
const file = (name: string) => join(folder, name);
let db: TestDatabase;

/** Runs the built command line; answers with its exit code and what it wrote. */
const cli = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], DATABASE_URL: db.url, DATA_DIR: folder, NODE_ENV: 'test' };
    const child = execFile(process.execPath, [main, ...args], { env }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

beforeAll(async () => {
  if (!existsSync(main)) throw new Error(`${main} is not built: run the tests with npm test.`);
  db = await testDatabase();
});
afterAll(() => db.drop());

describe('the command line', () => {
  it('explains itself, and fails where it is not understood', async () => {
    const help = await cli('--help');
    expect([help.code, help.out.includes('import companies FILE')]).toEqual([0, true]);
    expect((await cli()).code).toBe(1);
    const unknown = await cli('import', 'everything');
    expect([unknown.code, unknown.err.includes('There is no command "import everything"')]).toEqual([
      1,
      true,
    ]);
    const option = await cli('export', 'companies', file('x.csv'), '--nonsense');
    expect([option.code, option.err.includes('Usage: npm run cli -- export companies')]).toEqual([1, true]);
  });

  it('migrates', async () => {
    expect(await cli('migrate')).toMatchObject({ code: 0, out: 'The schema is up to date.\n' });
  });

  it('imports companies: dry, then really, with the bad rows in a file', async () => {
    const numbers = Array.from({ length: 3 }, () => corporateNumberOf());
    const rows = numbers.map((number, i) => `${number},第${i}製作所`);
    writeFileSync(file('in.csv'), ['法人番号,会社名', ...rows, '1,悪い行'].join('\n'));
    const dry = await cli('import', 'companies', file('in.csv'), '--dry-run');
    expect(dry.out).toBe('Dry run, nothing was saved. 4 rows: 3 new, 0 changed, 0 unchanged, 1 bad.\n');
    expect(dry.err).toContain('line 5, corporateNumber: Not a valid corporate number');
    const real = await cli('import', 'companies', file('in.csv'), '--errors', file('errors.csv'));
    expect(real).toMatchObject({ code: 0, out: '4 rows: 3 new, 0 changed, 0 unchanged, 1 bad.\n' });
    expect(readFileSync(file('errors.csv'), 'utf8').split('\r\n')[1]).toMatch(/^5,corporateNumber,/);
    const again = await cli('import', 'companies', file('in.csv'));
    expect(again.out).toBe('4 rows: 0 new, 0 changed, 3 unchanged, 1 bad.\n');
    const [state] = await db.database.query('select distinct state, body_id, verified_at from company');
    expect(state).toEqual({ state: 'approved', body_id: null, verified_at: null });
  });

  it('wants to know the columns, and takes them as JSON', async () => {
    writeFileSync(file('odd.csv'), `番号,よびな\n${corporateNumberOf()},奇数製作所\n`);
    const asked = await cli('import', 'companies', file('odd.csv'));
    expect([asked.code, asked.err]).toEqual([
      1,
      expect.stringContaining("The file's headings: 番号, よびな"),
    ]);
    const mapping = JSON.stringify({ corporateNumber: '番号', name: 'よびな' });
    const told = await cli('import', 'companies', file('odd.csv'), '--mapping', mapping);
    expect(told).toMatchObject({ code: 0, out: '1 rows: 1 new, 0 changed, 0 unchanged, 0 bad.\n' });
    expect((await cli('import', 'companies', file('odd.csv'), '--mapping', '{"x":1}')).code).toBe(1);
  });

  it('fails with a sentence where nothing can be imported', async () => {
    expect((await cli('import', 'companies', file('nowhere.csv'))).err).toContain('There is no file');
    writeFileSync(file('empty.csv'), '');
    expect(await cli('import', 'companies', file('empty.csv'))).toMatchObject({
      code: 1,
      err: 'The file is empty.\n',
    });
    writeFileSync(file('bad.csv'), '法人番号,会社名\n1,x\n');
    expect((await cli('import', 'companies', file('bad.csv'))).code).toBe(1);
  });

  it('exports what it imports', async () => {
    for (const [name, ...options] of [['out.xlsx'], ['sjis.csv', '--format', 'csv-sjis']] as [
      string,
      ...string[],
    ][]) {
      expect((await cli('export', 'companies', file(name), ...options)).code).toBe(0);
      const back = await cli('import', 'companies', file(name), '--dry-run');
      expect(back.out).toContain('4 rows: 0 new, 0 changed, 4 unchanged, 0 bad.');
    }
    expect((await cli('export', 'companies', file('out.doc'))).code).toBe(1);
  });

  it('makes an administrator, once', async () => {
    const made = await cli('create-admin', '--email', 'Admin@example.jp', '--name', '管理 花子');
    expect(made.out).toMatch(/is an administrator now\.\nPassword: \S{20}\n/);
    const again = await cli('create-admin', '--email', 'admin@example.jp');
    expect([again.code, again.err]).toEqual([1, 'admin@example.jp has an account already.\n']);
    const weak = await cli('create-admin', '--email', 'b@example.jp', '--password', 'short');
    expect([weak.code, weak.err.includes('--password')]).toEqual([1, true]);
    expect((await cli('create-admin')).code).toBe(1);
  });

  it('says so where the database cannot be reached', async () => {
    const url = new URL(db.url);
    url.pathname = '/no_such_database';
    const child = await new Promise<{ code: number | null; err: string }>((resolve) => {
      const env = { PATH: process.env['PATH'], DATABASE_URL: url.href, DATA_DIR: folder };
      const run = execFile(process.execPath, [main, 'migrate'], { env }, (_, __, err) =>
        resolve({ code: run.exitCode, err }),
      );
    });
    expect(child.code).toBe(1);
    expect(child.err).toContain('cannot be reached');
  });
});
