/** What one firm wished at an earlier event of the same organisers, and what became of it. */
export interface EarlierEvent {
  readonly eventId: string;
  /** The event's last day, ISO. */
  readonly on: string;
  /** Wishes of the firm that the other side did not refuse. */
  readonly wishes: number;
  /** Those of them that led to a meeting that was not cancelled, nor missed by the other alone. */
  readonly met: number;
}

/** So many of the latest events count: what lies further back is forgotten. */
export const EVENTS_COUNTED = 3;
/** The most that one event can give, so that nobody gains by wishing for everybody. */
export const MOST_PER_EVENT = 3;

/**
 * 前回までの持ち越し: what a firm is owed for wishes that came to nothing at the latest events in which it took part. It
 * counts only between choices that are as good in everything before: musts, the least-served firms, all wishes.
 */
export function lossCreditsOf(earlier: readonly EarlierEvent[]): number {
  return earlier
    .toSorted((a, b) => (a.on === b.on ? (a.eventId < b.eventId ? 1 : -1) : a.on < b.on ? 1 : -1))
    .slice(0, EVENTS_COUNTED)
    .reduce((sum, { wishes, met }) => sum + Math.min(MOST_PER_EVENT, Math.max(0, wishes - met)), 0);
}
