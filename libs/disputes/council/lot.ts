import { createHmac } from 'node:crypto';
import { NO_ADDITION, type LotRecord } from '#contracts/disputes.js';
import { canonicalJson, sha256 } from '#platform/canonical-json.js';
import { commitmentTo } from '#platform/commitment.js';

/**
 * What is committed to of the key of the names. The key is told to nobody who could try people's ids with it; it binds the
 * platform to one, which it can be made to show (the nonces of all are made of it), but the record alone does not prove that.
 */
export const namesCommitmentOf = (namesKey: string): string => commitmentTo('lot-names', namesKey);

/** What is shown before of a seed and of the key of the names (null: of the seed alone, as it was before `nakadachi-lot/3`). */
export const lotCommitment = (seed: string, namesCommitment: string | null): string =>
  commitmentTo('lot', namesCommitment === null ? seed : `${seed}\n${namesCommitment}`);

/** 256 bits for somebody on a list, from a key of the lot that is told to nobody. */
export const nonceOf = (namesKey: string, userId: string): string =>
  createHmac('sha256', Buffer.from(namesKey, 'hex')).update(userId, 'utf8').digest('hex');

/**
 * How somebody stands on a list. Without the nonce nobody can tell who that is, not even who knows all accounts' ids; with
 * it, it is proved.
 */
export const nameOnList = (userId: string, nonce: string): string =>
  sha256(`nakadachi-lot-name\n${userId}\n${nonce}`);

/** The hash of a list of candidates, published before the lot is drawn: it binds to exactly these. */
export const listHash = ({
  format,
  disputeId,
  no,
  candidates,
}: Pick<LotRecord, 'format' | 'disputeId' | 'no' | 'candidates'>) =>
  sha256(canonicalJson({ format, disputeId, no, candidates: [...candidates].sort() }));

/**
 * The order in which candidates are drawn. Each gets the number HMAC-SHA256(key, its name), the smallest first, where key =
 * HMAC-SHA256(seed, addition). The platform committed to the seed and to the key of the names before it fixed the list.
 * Whoever draws adds 256 bits after that: then neither of them alone can choose who is drawn. Where nobody adds anything the
 * platform knows the order from the list on, and that it was not made for an order rests on the platform alone: `lotCaveats`
 * says so.
 */
export function drawOrder(seed: string, addition: string, candidates: readonly string[]): string[] {
  const key = createHmac('sha256', Buffer.from(seed, 'hex')).update(Buffer.from(addition, 'hex')).digest();
  const numbers = new Map(
    candidates.map((id) => [id, createHmac('sha256', key).update(id, 'utf8').digest('hex')]),
  );
  const number = (id: string) => numbers.get(id) ?? '';
  return [...candidates].sort((a, b) => (number(a) < number(b) ? -1 : 1));
}

export type LotFault =
  | 'seed-is-not-the-committed-one'
  | 'list-hash-differs'
  | 'order-differs'
  | 'list-too-short'
  | 'name-differs'
  | 'named-twice';

/** What a lot that is right does not prove. */
export type LotCaveat = 'nobody-added' | 'names-not-committed' | 'names-are-accounts';

export function lotCaveats({ format, addition }: Pick<LotRecord, 'format' | 'addition'>): LotCaveat[] {
  const caveats: LotCaveat[] = [];
  if (addition === NO_ADDITION) caveats.push('nobody-added');
  if (format === 'nakadachi-lot/2') caveats.push('names-not-committed');
  if (format === 'nakadachi-lot/1') caveats.push('names-are-accounts');
  return caveats;
}

function isCommitted({ format, seed, namesCommitment, commitment }: LotRecord): boolean {
  const bindsNames = format === 'nakadachi-lot/3';
  return bindsNames === (namesCommitment !== null) && lotCommitment(seed, namesCommitment) === commitment;
}

/** Draws a lot again from its record alone. */
export function lotFaults(record: LotRecord): LotFault[] {
  const { seed, addition, candidates, order } = record;
  const faults: LotFault[] = [];
  if (!isCommitted(record)) faults.push('seed-is-not-the-committed-one');
  if (listHash(record) !== record.listHash) faults.push('list-hash-differs');
  if (new Set(candidates).size < record.seats) faults.push('list-too-short');
  const again = drawOrder(seed, addition, candidates);
  if (again.length !== order.length || again.some((id, i) => id !== order[i])) faults.push('order-differs');
  const isNamed = ({ rank, userId, nonce }: LotRecord['named'][number]) =>
    order[rank - 1] === nameOnList(userId, nonce);
  if (!record.named.every(isNamed)) faults.push('name-differs');
  const isTwice = (values: readonly unknown[]) => new Set(values).size < values.length;
  if (isTwice(record.named.map(({ rank }) => rank)) || isTwice(record.named.map(({ userId }) => userId)))
    faults.push('named-twice');
  return faults;
}
