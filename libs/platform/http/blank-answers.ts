import type { Database } from '../database/database.js';

/**
 * Overwrites fields of what was answered about a record when it was created, and is answered again under the same
 * idempotency key: personal data goes when its owner takes it back, the promise to do a thing once stays.
 */
export async function blankAnswers(database: Database, id: string, fields: object): Promise<void> {
  await database.query(
    `update idempotency_record set answer = answer || $2::jsonb
     where jsonb_typeof(answer) = 'object' and answer->>'id' = $1`,
    [id, JSON.stringify(fields)],
  );
}
