// After a Jest run: stops the PostgreSQL that it started and removes its data.
import { rm } from 'node:fs/promises';

export default async function stopPostgres() {
  const started = globalThis.testPostgres;
  if (!started) return;
  delete globalThis.testPostgres;
  await started.server.stop();
  for (const folder of started.folders) await rm(folder, { recursive: true });
}
