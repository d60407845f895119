import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '#platform/testing/index.js';
import { runChaos } from '../bench/chaos/run-chaos.js';
import { testDatabase } from '../support/database.js';
import { startRedis } from '../support/processes.js';

const redis = await startRedis();
if (!redis) console.warn('SKIPPED: the chaos test needs redis-server (Debian package redis-server).');

/** The short form of `npm run bench -- chaos`. */
(redis ? describe : describe.skip)('people who talk while processes are killed and lines break', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(async () => {
    await test.drop();
    await redis?.kill();
  });

  it('lose nothing, see nothing twice, and all read the same in the same order', async () => {
    const ground = { database: test.database, databaseUrl: test.url, redisUrl: redis?.url ?? '' };
    const options = { kills: 2, messages: 600, rooms: 6, people: 2, workers: 1, seed: 7, minutes: 8 };
    const report = await runChaos(ground, options, () => undefined);
    expect(report).toMatchObject({
      ...{ lost: 0, doubled: 0, misordered: 0, gaps: 0, falselyShown: 0, unsent: 0 },
      ...{ kills: 2, acknowledged: 600 },
    });
    // It did hurt.
    expect(report.dropped + report.duplicated).toBeGreaterThan(0);
    expect(report.connections).toBeGreaterThan(18);
  }, 600_000);
});
