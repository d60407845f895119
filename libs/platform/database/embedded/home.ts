import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** The user that the server runs as, where that is another than ours: PostgreSQL refuses to run as root. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/**
 * The folder that holds all of one embedded PostgreSQL: `data/`, `password`, `server.log` and, where the
 * installed ones cannot be read by its user, a copy of the binaries.
 */
export interface Home {
  /** Without symbolic links. */
  folder: string;
  user: ServerUser | undefined;
}

const nobody: ServerUser = { uid: 65_534, gid: 65_534 };
const outside = '/var/lib/nakadachi';

/**
 * Opens the home of a server, and makes it at the first call. Where root's project lies in a folder that no other
 * user can enter, the home is made below /var/lib and `dataDir` becomes a link to it.
 */
export function openHome(dataDir: string, log: (message: string) => void): Home {
  const asRoot = process.getuid?.() === 0;
  if (!existsSync(dataDir)) makeHome(dataDir, asRoot, log);
  const folder = realpathSync(dataDir);
  const owner = statSync(folder);
  if (!asRoot) {
    if (owner.uid !== process.getuid?.())
      throw new EmbeddedPostgresError(
        `${dataDir} belongs to user ${owner.uid}: start as that user or as root, or set DATA_DIR to another folder.`,
      );
    return { folder, user: undefined };
  }
  const user = owner.uid === 0 ? nobody : { uid: owner.uid, gid: owner.gid };
  if (owner.uid === 0 && readdirSync(folder).length === 0) chownSync(folder, user.uid, user.gid);
  if (!allowed('-x', folder, user))
    throw new EmbeddedPostgresError(
      `${folder} must be open to user ${user.uid}, who runs PostgreSQL. Set DATA_DIR to a folder where it is.`,
    );
  return { folder, user };
}

/** Whether a user may read (-r) or enter (-x) a path, all folders above it included. */
export function allowed(what: '-r' | '-x', path: string, user: ServerUser): boolean {
  return spawnSync('/usr/bin/test', [what, path], { ...user, cwd: '/' }).status === 0;
}

function makeHome(dataDir: string, asRoot: boolean, log: (message: string) => void): void {
  if (lstatSync(dataDir, { throwIfNoEntry: false }))
    throw new EmbeddedPostgresError(
      `${dataDir} is a link to a folder that is gone. Bring it back or remove the link.`,
    );
  const parent = dirname(dataDir);
  mkdirSync(parent, { recursive: true });
  if (!asRoot || allowed('-x', parent, nobody)) {
    mkdirSync(dataDir, { mode: 0o700 });
    return;
  }
  mkdirSync(outside, { recursive: true, mode: 0o755 });
  const home = mkdtempSync(`${outside}/postgres-`);
  symlinkSync(home, dataDir);
  log(`The database is kept in ${home}: its user cannot enter ${parent}. ${dataDir} links to it.`);
}
