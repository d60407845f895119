import { openDB } from 'idb';

const STORE = 'keys';
const open = () =>
  openDB('nakadachi-votes', 1, { upgrade: (database) => void database.createObjectStore(STORE) });
const name = (disputeId: string, userId: string): string => `${disputeId}/${userId}`;

/** Keeps a vote's key in this browser; false where it cannot (private windows of some browsers). */
export async function keepKey(disputeId: string, userId: string, key: string): Promise<boolean> {
  try {
    await (await open()).put(STORE, key, name(disputeId, userId));
    return true;
  } catch {
    return false;
  }
}

/** The key that this browser keeps; null where it has none. */
export async function keptKey(disputeId: string, userId: string): Promise<string | null> {
  try {
    return ((await (await open()).get(STORE, name(disputeId, userId))) as string | undefined) ?? null;
  } catch {
    return null;
  }
}
