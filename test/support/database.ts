import { createTestDatabase, type TestDatabase } from '#platform/testing/index.js';
import { contexts } from '../../apps/contexts.js';

/** A migrated database of its own for one test file; drop it in afterAll. */
export function testDatabase(): Promise<TestDatabase> {
  const serverUrl = process.env['TEST_DATABASE_URL'];
  if (!serverUrl) throw new Error('TEST_DATABASE_URL is not set: run the tests with npm test.');
  return createTestDatabase(serverUrl, contexts);
}
