import type { Database } from '#platform/database/index.js';

/** Any number that is this project's. */
const NEW_COMPANIES_LOCK = 7_015_264;

/**
 * Until the transaction ends, nobody else adds companies: an import that finds a corporate number unused must be able
 * to count on it.
 */
export async function lockNewCompanies(database: Database): Promise<void> {
  await database.query('select pg_advisory_xact_lock($1)', [NEW_COMPANIES_LOCK]);
}
