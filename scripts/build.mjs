// npm run build [server] [web]: builds into dist/. start and test build only what has changed since.
import './node-version.mjs';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, run } from './run.mjs';

const serverFolders = ['apps', 'libs', 'test', 'config'];
const parts = {
  server: {
    sources: [...serverFolders, 'tsconfig.json', 'package.json', 'package-lock.json'],
    build: buildServer,
  },
  web: {
    sources: ['apps/web', 'libs/contracts', 'tsconfig.json', 'package-lock.json'],
    build: () =>
      run('node_modules/vite/bin/vite.js', [
        ...['build', 'apps/web', '--outDir', join(root, 'dist/web'), '--emptyOutDir', '--logLevel', 'warn'],
      ]),
  },
};

/**
 * Builds the parts whose sources have changed since they were last built.
 * @returns {Promise<boolean>} false where a part failed
 */
export function buildChanged(names = Object.keys(parts)) {
  return build(names.filter((name) => kept(stampOf(name)) !== fingerprint(name)));
}

async function build(names) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const results = await Promise.all(
    names.map(async (name) => {
      console.log(`Building the ${name} …`);
      const began = Date.now();
      // Taken first: a source that changes during the build must be seen as changed.
      const stamp = fingerprint(name);
      rmSync(stampOf(name), { force: true });
      if ((await parts[name].build()) !== 0) return false;
      writeFileSync(stampOf(name), stamp);
      console.log(`Built the ${name} in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
      return true;
    }),
  );
  return results.every(Boolean);
}

async function buildServer() {
  // The compiler writes only what has changed since its last run; it does not notice that dist/ was removed.
  if (!existsSync(join(root, 'dist/libs')))
    rmSync(join(root, 'var/build/server.tsbuildinfo'), { force: true });
  const code = await run('node_modules/typescript-native/bin/tsc', ['-p', 'tsconfig.json']);
  for (const file of serverFolders.flatMap((folder) => filesBelow(`dist/${folder}`))) {
    const source = file.slice('dist/'.length);
    const isSource =
      existsSync(join(root, source)) || existsSync(join(root, source.replace(/\.js(\.map)?$/, '.ts')));
    if (!isSource) rmSync(join(root, file));
  }
  for (const file of ['apps', 'libs'].flatMap((folder) => filesBelow(folder)))
    if (!/^apps\/web\/|\.(ts|tsx|md)$/.test(file)) cpSync(join(root, file), join(root, 'dist', file));
  return code;
}

const stampOf = (name) => join(root, `dist/${name}.stamp`);

function kept(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Names and contents of all sources: dates change with every checkout. */
function fingerprint(name) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const source of parts[name].sources)
    for (const file of filesBelow(source))
      if (name !== 'server' || !file.startsWith('apps/web/'))
        hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Paths from the project's folder, sorted; the path itself where it is a file. */
function filesBelow(path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !(name in parts));
  if (unknown)
    console.error(`There is no part "${unknown}"; the parts are ${Object.keys(parts).join(' and ')}.`);
  process.exitCode = !unknown && (await build(names.length ? names : Object.keys(parts))) ? 0 : 1;
}
