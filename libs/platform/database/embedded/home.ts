import { spawnSync } from 'node:child_process';
import {
  chmodSync,
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

/** The folder that holds all of one embedded PostgreSQL: `data/`, `password` and `server.log`. */
export interface Home {
  /** Without symbolic links. */
  folder: string;
  user: ServerUser | undefined;
}

const nobody: ServerUser = { uid: 65_534, gid: 65_534 };
/** For what the server of a project of root cannot reach in that project. */
const rootsFolder = '/var/lib/nakadachi';

export function openRootsFolder(): string {
  mkdirSync(rootsFolder, { recursive: true });
  chmodSync(rootsFolder, 0o755);
  return rootsFolder;
}

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
  const home = mkdtempSync(`${openRootsFolder()}/postgres-`);
  symlinkSync(home, dataDir);
  log(`The database is kept in ${home}: its user cannot enter ${parent}. ${dataDir} links to it.`);
}
