import { openDB } from 'idb';

const STORE = 'keys';
const open = () =>
  openDB('nakadachi-votes', 1, { upgrade: (database) => void database.createObjectStore(STORE) });
/** Of which vote a key is: one that is given anew has another commitment, and the old key stays until it is in. */
export interface VoteName {
  readonly disputeId: string;
  readonly userId: string;
  readonly commitment: string;
}
const place = ({ disputeId, userId, commitment }: VoteName): string =>
  [disputeId, userId, commitment].join('/');

/** Keeps a vote's key in this browser; false where it cannot (private windows of some browsers). */
export async function keepKey(vote: VoteName, key: string): Promise<boolean> {
  try {
    await (await open()).put(STORE, key, place(vote));
    return true;
  } catch {
    return false;
  }
}

/** The key that this browser keeps; null where it has none. */
export async function keptKey(vote: VoteName): Promise<string | null> {
  try {
    return ((await (await open()).get(STORE, place(vote))) as string | undefined) ?? null;
  } catch {
    return null;
  }
}
