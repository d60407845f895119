import type { ErrorCode } from '#contracts/errors.js';
import type { Message } from '#contracts/message.js';

/** What the rules need to know of an entry. */
export interface EntryFacts {
  readonly kind: Message['kind'];
  readonly senderId: string | null;
  /** By the clock that numbered it. */
  readonly ageMs: number;
  readonly withdrawn: boolean;
}

/**
 * Why this person may not edit an entry or take it back; null where they may. Only texts are edited; files, too, can be
 * taken back. `editMinutes` 0: nothing is ever changed.
 */
export function revisionProblem(
  what: 'edit' | 'withdrawal',
  entry: EntryFacts,
  userId: string,
  editMinutes: number,
): ErrorCode | null {
  const kinds: readonly Message['kind'][] = what === 'edit' ? ['text'] : ['text', 'file'];
  if (!kinds.includes(entry.kind)) return 'request/not-found';
  if (entry.senderId !== userId) return 'message/not-yours';
  if (entry.withdrawn) return 'message/withdrawn';
  return entry.ageMs < editMinutes * 60_000 ? null : 'message/too-late';
}
