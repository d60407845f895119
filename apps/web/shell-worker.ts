import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

/** Files of these kinds are the app's shell; pictures of the fonts' or charts' kind come as they are needed. */
const SHELL_FILE = /\.(html|js|css|svg|png|webmanifest|woff2)$/;

/** Files with a hash in their name need no other mark of their state. */
const revisionOf = (path: string, bytes: Buffer): string | null =>
  path.startsWith('assets/') ? null : createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** After the app, builds its service worker (sw.js) with the list of all that was built, to keep it on the device. */
export function shellWorker(): Plugin {
  let outDir = '';
  return {
    name: 'nakadachi:shell-worker',
    apply: 'build',
    configResolved: (config) => {
      outDir = config.build.outDir;
    },
    closeBundle: async () => {
      const shell = readdirSync(outDir, { recursive: true, encoding: 'utf8' })
        .filter((path) => SHELL_FILE.test(path) && path !== 'sw.js')
        .sort()
        .map((path) => ({ url: `/${path}`, revision: revisionOf(path, readFileSync(join(outDir, path))) }));
      await build({
        configFile: false,
        root: import.meta.dirname,
        publicDir: false,
        logLevel: 'warn',
        define: { SHELL: JSON.stringify(shell), 'process.env.NODE_ENV': '"production"' },
        build: {
          ...{ outDir, emptyOutDir: false, copyPublicDir: false },
          lib: {
            entry: join(import.meta.dirname, 'service-worker/service-worker.ts'),
            ...{ formats: ['iife'], name: 'shell', fileName: () => 'sw.js' },
          },
        },
      });
    },
  };
}
