import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again and again until the check passes; after a minute it fails with the check's own words. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}
