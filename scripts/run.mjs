import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a command in the project's folder, with its output shown. `command` may be a file of node_modules, which
 * this Node then runs.
 * @returns {Promise<number>} its exit code; 1 where a signal ended it or it could not start
 */
export function run(command, args, options = {}) {
  const [file, ...rest] = command.startsWith('node_modules/')
    ? [process.execPath, command, ...args]
    : [command, ...args];
  const child = spawn(file, rest, { cwd: root, stdio: 'inherit', ...options });
  return new Promise((done) => {
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      done(1);
    });
    child.once('exit', (code) => done(code ?? 1));
  });
}
