import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { shellWorker } from './shell-worker.ts';

const root = resolve(import.meta.dirname, '../..');
/** Where the API answers during `vite dev`; the built files are served by the API itself. */
const api = 'http://localhost:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), shellWorker()],
  resolve: {
    alias: [
      { find: /^#contracts\/(.*)\.js$/, replacement: `${root}/libs/contracts/$1.ts` },
      { find: /^zod$/, replacement: resolve(import.meta.dirname, 'src/validation.ts') },
    ],
  },
  build: { outDir: resolve(root, 'dist/web'), emptyOutDir: true, sourcemap: false },
  server: { proxy: { '/api': api, '/socket.io': { target: api, ws: true } } },
});
