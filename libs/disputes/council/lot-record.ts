import type { LotFormat, LotRecord } from '#contracts/disputes.js';
import type { CouncilLot, CouncilSeat } from '../dispute.entity.js';
import { tookSeat } from '../dispute.policy.js';
import { lotCaveats, nameOnList, nonceOf } from './lot.js';
import { caveatWords } from './lot-words.js';

/** As whom everybody of a lot stands on its list, with their accounts' ids. */
export function namesOf({ candidates, namesKey }: Pick<CouncilLot, 'candidates' | 'namesKey'>) {
  const nameOf = (userId: string) =>
    namesKey === null ? userId : nameOnList(userId, nonceOf(namesKey, userId));
  return new Map((candidates ?? []).map((userId) => [nameOf(userId), userId]));
}

/** By what was committed to when the lot began. */
export function formatOf({
  namesKey,
  namesCommitment,
}: Pick<CouncilLot, 'namesKey' | 'namesCommitment'>): LotFormat {
  if (namesKey === null) return 'nakadachi-lot/1';
  return namesCommitment === null ? 'nakadachi-lot/2' : 'nakadachi-lot/3';
}

/** The record of a lot that is drawn, with what proves who of its list the named seats are; null before. */
export function recordOf(lot: CouncilLot, seats: readonly CouncilSeat[]): LotRecord | null {
  const { disputeId, no, commitment, seed, namesCommitment, addition, listHash } = lot;
  const { drawnOrder, namesKey } = lot;
  if (!addition || !listHash || !drawnOrder) return null;
  const names = namesOf(lot);
  const format = formatOf(lot);
  const nameOf = new Map([...names].map(([name, userId]) => [userId, name]));
  const known = seats.filter((seat) => seat.lotNo === no && tookSeat(seat));
  return {
    ...{ format, disputeId, no, seats: lot.seats, commitment, seed },
    ...{ namesCommitment, addition, listHash },
    candidates: [...names.keys()].sort(),
    order: drawnOrder.map((userId) => nameOf.get(userId) ?? ''),
    named:
      namesKey === null
        ? []
        : known.map(({ rank, userId }) => ({ rank, userId, nonce: nonceOf(namesKey, userId) })),
    notes: lotCaveats({ format, addition }).map((caveat) => caveatWords[caveat]),
  };
}
