/** The embedded PostgreSQL cannot start; the message says to the operator what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
