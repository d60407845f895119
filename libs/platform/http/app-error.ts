import { errors, type ErrorCode, type ErrorDetails } from '#contracts/errors.js';

/** An error that the caller is told: its code, the values for its sentence, and the fields that are wrong. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
    /** Path of a field → what is wrong, as an error code of its own or a ready sentence. */
    readonly fields?: Record<string, string>,
  ) {
    super(code);
  }

  get status(): number {
    return errors[this.code][0];
  }
}

/** Refuses a stale edit, and shows the version that is on the server. */
export class StaleError extends AppError {
  constructor(readonly current: unknown) {
    super('request/stale');
  }
}

export const notFound = (): AppError => new AppError('request/not-found');

/** The value, or 404. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound();
  return value;
}
