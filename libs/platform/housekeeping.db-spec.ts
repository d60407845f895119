import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Housekeeping } from './housekeeping.js';
import { createTestDatabase, type TestDatabase } from './testing/index.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase(process.env['TEST_DATABASE_URL'] ?? '', []);
});
afterAll(() => test.drop());

it('housekeeping forgets the keys of repeated requests after a day, none before', async () => {
  await test.database.query(
    `insert into idempotency_record (actor, key, request_hash, created_at)
     select 'somebody', hours::text, 'hash', now() - make_interval(hours => hours)
     from unnest(array[0, 1, 23, 25, 700]) hours`,
  );
  const housekeeping = new Housekeeping(test.database);
  await housekeeping.sweepIdempotency();
  await housekeeping.sweepIdempotency();
  expect(await test.database.query('select key from idempotency_record order by created_at desc')).toEqual([
    { key: '0' },
    { key: '1' },
    { key: '23' },
  ]);
});
