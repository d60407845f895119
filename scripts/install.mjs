import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root, run } from './run.mjs';

/** Installs the packages of package-lock.json where node_modules holds others; ends the process where that fails. */
export async function installPackages() {
  if (isInstalled(read('package-lock.json'), read('node_modules/.package-lock.json'))) return;
  console.log('Installing packages …');
  // Not `npm ci`: that refuses a lock file without the packages for machines of another kind, which npm leaves out
  // where the registry does not offer them. The packages for development are needed under NODE_ENV=production, too.
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const code = await (npm && basename(npm) === 'npm-cli.js'
    ? run(process.execPath, [npm, ...args])
    : run('npm', args));
  if (code === 0) return;
  console.error('The packages could not be installed; npm says above why.');
  process.exit(1);
}

/** Whether what npm has installed is what the lock file asks for. Packages for other machines may be absent. */
function isInstalled(wanted, installed) {
  if (!installed) return false;
  const names = new Set([...Object.keys(wanted.packages), ...Object.keys(installed.packages)]);
  names.delete('');
  return [...names].every((name) => {
    const want = wanted.packages[name];
    const have = installed.packages[name];
    if (!want) return false;
    if (!have) return Boolean(want.optional || want.devOptional);
    return want.version === have.version && want.integrity === have.integrity;
  });
}

function read(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
