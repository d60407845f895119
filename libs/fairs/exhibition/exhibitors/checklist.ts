import type { FairTask } from '#contracts/fair-exhibition.js';

/** So many days before its last day a task is reminded of. */
export const REMIND_DAYS = 3;

const DAY_MS = 86_400_000;

/**
 * The tasks that a firm is to be reminded of today, each once: not done, not reminded of, and due within three days or
 * overdue. Tasks that were due before it was let in are not called overdue at once.
 */
export function dueTasks(
  tasks: readonly FairTask[],
  known: readonly { key: string; isDone: boolean; isReminded: boolean }[],
  { today, since }: { today: string; since: string },
): FairTask[] {
  const settled = new Set(known.filter((one) => one.isDone || one.isReminded).map(({ key }) => key));
  const last = new Date(Date.parse(today) + REMIND_DAYS * DAY_MS).toISOString().slice(0, 10);
  return tasks.filter(({ key, on }) => !settled.has(key) && on <= last && on >= since);
}
