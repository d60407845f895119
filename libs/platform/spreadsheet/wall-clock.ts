const JST_OFFSET_MS = 9 * 60 * 60 * 1000;

/** The JST wall-clock time as if it were UTC: how exceljs expects a date for a cell. */
export function jstAsUtc(instant: Date): Date {
  return new Date(instant.getTime() + JST_OFFSET_MS);
}

/** `2026-04-01 09:30` in JST. */
export function wallClock(instant: Date): string {
  return jstAsUtc(instant).toISOString().slice(0, 16).replace('T', ' ');
}
