import type { Actor } from '#platform/auth/index.js';

/** An import is its body's; administrators see all. */
export const canReadImport = (
  actor: Pick<Actor, 'role' | 'body'>,
  { bodyId }: { bodyId: string | null },
): boolean => actor.role === 'administrator' || (actor.body !== null && actor.body.id === bodyId);
