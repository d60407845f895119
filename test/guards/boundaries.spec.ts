import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A project in which every file breaks a rule of config/dependency-cruiser.cjs, beside the few that they need. */
const files = {
  'libs/contracts/errors.ts': `import '#platform/config/index.js'; import 'typeorm'; import 'zod'`,
  'libs/platform/config/index.ts': `import './index-again.js'; export const config = 1`,
  'libs/platform/config/index-again.ts': `export * from './index.js'; import './gone.js'`,
  'libs/platform/queue/queue.ts': `import '#orders/index.js'; import 'nodemailer'; import 'socket.io-client'`,
  'libs/orders/index.ts': `export const orders = 1`,
  'libs/orders/orders.service.ts': `
    import 'bullmq'; import 'socket.io'; import 'exceljs'; import 'pdfmake';
    import '#patents/secret.js'; import '#patents/index.js'; import '../../apps/worker/main.js'`,
  'libs/orders/order.policy.ts': `import 'typeorm'; import './orders.service.js'`,
  'libs/patents/index.ts': `export const patents = 1`,
  'libs/patents/secret.ts': `export const secret = 1`,
  'apps/worker/main.ts': `export const worker = 1`,
  'apps/worker/main.spec.ts': `import './main.js'`,
  'apps/api/main.ts': `
    import '#patents/secret.js'; import 'ioredis'; import 'fast-check'; import '../worker/main.spec.js'`,
  'apps/web/main.ts': `import '#patents/index.js'; import '#contracts/errors.js'`,
};
/** No version of these is installed. */
const untestable = [/imports-@aws-sdk/, /imports-meilisearch/];

interface Rules {
  forbidden: { name: string }[];
}
const rules = createRequire(import.meta.url)(resolve('config/dependency-cruiser.cjs')) as Rules;

let project: string;
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'boundaries-'));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), content);
  }
  for (const copied of ['config', 'package.json', 'tsconfig.json'])
    cpSync(resolve(copied), join(project, copied), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
});
afterAll(() => rmSync(project, { recursive: true }));

it('every rule on imports finds the file that breaks it', async () => {
  const cruise = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cruise, '--config', 'config/dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs'];
  const output = await new Promise<string>((done) => {
    execFile(process.execPath, args, { cwd: project, maxBuffer: 2 ** 26 }, (_failed, stdout) => done(stdout));
  });
  const { summary } = JSON.parse(output) as { summary: { violations: { rule: { name: string } }[] } };
  const broken = new Set(summary.violations.map(({ rule }) => rule.name));
  const expected = rules.forbidden
    .map(({ name }) => name)
    .filter((name) => !untestable.some((one) => one.test(name)));
  expect([...broken].sort()).toEqual(expected.sort());
});
