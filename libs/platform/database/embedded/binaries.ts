import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { allowed, openRootsFolder, type Home } from './home.js';

export interface Binaries {
  /** Folder with bin/, lib/ and share/. */
  folder: string;
  /** 18 */
  major: string;
}

/** The PostgreSQL of the npm package for this machine, complete and readable by the server's user. */
export function findBinaries(home: Home): Binaries {
  const { folder: packaged, version } = installedPackage();
  const major = version.split('.')[0] ?? '';
  const inPlace = join(packaged, 'native');
  const readable = !home.user || allowed('-r', join(inPlace, 'bin/postgres'), home.user);
  if (readable && linkLibraries(packaged)) return { folder: inPlace, major };
  return { folder: join(copyFor(home, packaged, version), 'native'), major };
}

function installedPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The package ${name} is not installed. Run "npm ci", or set DATABASE_URL to a PostgreSQL of yours.`,
      { cause: error },
    );
  }
}

/**
 * Makes the links between library versions, which npm packages cannot carry; the package's install script does
 * the same, but npm does not always run it.
 * @returns false where the package may not be written to
 */
function linkLibraries(packaged: string): boolean {
  const links = JSON.parse(readFileSync(join(packaged, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(packaged, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

/** Copies the package, once per version, to where the server's user can read it. */
function copyFor({ folder, user }: Home, packaged: string, version: string): string {
  const copy = join(user ? openRootsFolder() : folder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
  linkLibraries(draft);
  if (user) spawnSync('chmod', ['-R', 'a+rX', draft]);
  try {
    renameSync(draft, copy);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(copy)) throw error;
    rmSync(draft, { recursive: true });
  }
  return copy;
}
