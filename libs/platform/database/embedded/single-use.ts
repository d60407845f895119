import { statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { text } from 'node:stream/consumers';

/** Another living process has the folder. */
export interface InUse {
  /** Process id of the user, or undefined where it did not answer. */
  by: string | undefined;
}

/**
 * Takes a folder for this process alone. The lock is a socket in Linux' abstract name space, named after the
 * folder's device and inode: the kernel lets go of it when the process ends, however it ends.
 */
export async function takeFolder(folder: string): Promise<{ release: () => void } | InUse> {
  const { dev, ino } = statSync(folder);
  const name = `\0nakadachi-postgres-${dev}-${ino}`;
  const server = createServer((socket) => socket.on('error', () => {}).end(String(process.pid)));
  server.unref();
  return new Promise((done, fail) => {
    server.once('listening', () => done({ release: () => void server.close() }));
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') done(askHolder(name));
      else fail(error);
    });
    server.listen(name);
  });
}

async function askHolder(name: string): Promise<InUse> {
  const socket = connect(name);
  socket.setTimeout(10_000, () => socket.destroy());
  const answer = await text(socket).catch(() => '');
  return { by: answer || undefined };
}
