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

/** What finds a key by its place. */
export type KeyStore = (place: string) => Promise<string | undefined>;
const kept: KeyStore = async (at) => (await (await open()).get(STORE, at)) as string | undefined;

/**
 * The key that this browser keeps; null where it has none. Before votes were told apart keys lay under the dispute and its
 * member alone: one that is found there may be of another vote, which the server sees by the commitment.
 */
export async function keptKey(vote: VoteName, find: KeyStore = kept): Promise<string | null> {
  try {
    return (await find(place(vote))) ?? (await find([vote.disputeId, vote.userId].join('/'))) ?? null;
  } catch {
    return null;
  }
}
