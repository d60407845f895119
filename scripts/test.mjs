// npm test: installs what is missing, builds what has changed, lints, and runs all tests; the last line counts them.
// npm test -- PATTERN …: hands what follows to Jest, and leaves out the linters.
import './node-version.mjs';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const { installPackages } = await import('./install.mjs');
const { installDebianPackages } = await import('./debian-packages.mjs');
const { buildChanged } = await import('./build.mjs');
const { root, run } = await import('./run.mjs');

const linters = [
  { name: 'Oxlint', command: 'node_modules/oxlint/bin/oxlint', args: ['.', '--deny-warnings'] },
  {
    name: 'Prettier',
    command: 'node_modules/prettier/bin/prettier.cjs',
    args: ['--check', '--log-level', 'warn', '.'],
  },
  {
    name: 'dependency-cruiser',
    command: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', 'config/dependency-cruiser.cjs', '--output-type', 'err', 'apps', 'libs', 'test'],
  },
  {
    name: 'types of the web app',
    command: 'node_modules/typescript-native/bin/tsc',
    args: ['--noEmit', '-p', 'apps/web/tsconfig.json'],
  },
  {
    name: 'types of the service worker',
    command: 'node_modules/typescript-native/bin/tsc',
    args: ['--noEmit', '-p', 'apps/web/service-worker/tsconfig.json'],
  },
];

/** Runs the linters, two at a time; each counts as a test. */
async function lint() {
  const waiting = [...linters];
  const count = { passed: 0, failed: 0 };
  const work = async () => {
    for (let linter = waiting.shift(); linter; linter = waiting.shift()) {
      const began = Date.now();
      const passed = (await run(linter.command, linter.args)) === 0;
      count[passed ? 'passed' : 'failed']++;
      console.log(
        `${passed ? 'PASS' : 'FAIL'} ${linter.name} (${((Date.now() - began) / 1000).toFixed(1)} s)`,
      );
    }
  };
  await Promise.all([work(), work()]);
  return count;
}

/** A test file that could not be run counts as one failed test. */
async function runJest(args) {
  const resultFile = join(root, 'var/build/tests.json');
  rmSync(resultFile, { force: true });
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = ['node_modules/jest/bin/jest.js', '-c', 'config/jest.mjs', '--maxWorkers=2'];
  const code = await run(process.execPath, [
    ...node,
    ...jest,
    '--json',
    `--outputFile=${resultFile}`,
    ...args,
  ]);
  if (!existsSync(resultFile)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(resultFile, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

function finish(counts) {
  const sum = (name) => counts.reduce((total, count) => total + (count[name] ?? 0), 0);
  const failed = sum('failed');
  if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped`);
  console.log(`${sum('passed')} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

process.chdir(root);
const args = process.argv.slice(2);
await installPackages();
await installDebianPackages();
if (await buildChanged()) finish([args.length > 0 ? {} : await lint(), await runJest(args)]);
else {
  console.error('The build failed; the compiler says above why.');
  finish([{ failed: 1 }]);
}
