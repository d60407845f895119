import { pairingNetwork } from '../pairing/pairing-network.js';
import type { Firm, Pair, PairingAim, PairingProblem, PairingResult, Wish } from '../timetable.types.js';

/** Why a firm got, or missed, a meeting that it or the other side wished for. */
export interface Explanation {
  readonly partner: string;
  /** Who wished. */
  readonly wishedBy: 'firm' | 'partner' | 'both';
  readonly outcome: 'chosen' | 'missed' | 'refused' | 'no-common-slot' | 'no-slot-left';
  /** The first aim that the choice decided: without it, or with it, this aim would have lost. Null: none had to. */
  readonly decidedBy: PairingAim | null;
  /** By how much that aim would have lost, at least. */
  readonly loss: number;
  readonly firmIsFull: boolean;
  readonly partnerIsFull: boolean;
}

/**
 * Explains every wish from or to a firm by the proof that the choice is best: the price of a pair in the first aim
 * where it is not nought is what that aim would lose by the other decision.
 * @param unplaced chosen pairs for which no slot was left
 */
export function explainFirm(
  problem: PairingProblem,
  result: PairingResult,
  firmId: string,
  unplaced: readonly Pair[] = [],
): Explanation[] {
  const { firms, candidates, arcs, reward } = pairingNetwork(problem);
  const me = firms.find(({ id }) => id === firmId);
  if (!me) return [];
  const meetings = new Map(result.firms.map((firm) => [firm.id, firm.meetings]));
  const isFull = ({ id, maxMeetings }: Firm): boolean => (meetings.get(id) ?? 0) >= maxMeetings;
  const left = new Set(unplaced.map(keyOf));
  const chosen = new Set(result.pairs.map(keyOf));
  return partnersOf(problem, firmId).flatMap(({ partner, wishes }) => {
    const other = firms.find(({ id }) => id === partner);
    if (!other) return [];
    const pair =
      me.side === 'orderer' ? { orderer: me.id, supplier: partner } : { orderer: partner, supplier: me.id };
    const arc = candidates.findIndex((candidate) => keyOf(candidate) === keyOf(pair));
    const refused = wishes.some(({ kind }) => kind === 'no');
    const outcome =
      arc < 0
        ? refused
          ? 'refused'
          : 'no-common-slot'
        : left.has(keyOf(pair))
          ? 'no-slot-left'
          : chosen.has(keyOf(pair))
            ? 'chosen'
            : 'missed';
    const decision = arc < 0 ? NOTHING : decisionOn(arcs[arc]!, arc, reward, result);
    const by = new Set(wishes.filter(({ kind }) => kind !== 'no').map(({ from }) => from));
    return {
      partner,
      wishedBy: by.size === 2 ? 'both' : by.has(firmId) ? 'firm' : 'partner',
      outcome,
      ...decision,
      firmIsFull: isFull(me),
      partnerIsFull: isFull(other),
    } satisfies Explanation;
  });
}

const keyOf = ({ orderer, supplier }: Pair): string => JSON.stringify([orderer, supplier]);
const NOTHING = { decidedBy: null, loss: 0 };

function partnersOf({ wishes }: PairingProblem, firmId: string): { partner: string; wishes: Wish[] }[] {
  const last = new Map(wishes.map((wish) => [JSON.stringify([wish.from, wish.to]), wish]));
  const byPartner = new Map<string, Wish[]>();
  for (const wish of last.values()) {
    if (wish.from !== firmId && wish.to !== firmId) continue;
    const partner = wish.from === firmId ? wish.to : wish.from;
    byPartner.set(partner, [...(byPartner.get(partner) ?? []), wish]);
  }
  return [...byPartner]
    .filter(([, between]) => between.some(({ kind }) => kind !== 'no'))
    .map(([partner, between]) => ({ partner, wishes: between }));
}

function decisionOn(
  { from, to }: { from: number; to: number },
  arc: number,
  reward: (aim: PairingAim, arc: number) => number,
  { aims }: PairingResult,
): Pick<Explanation, 'decidedBy' | 'loss'> {
  for (const { aim, prices } of aims) {
    const gain = reward(aim, arc) + prices[from]! - prices[to]!;
    if (gain !== 0) return { decidedBy: aim, loss: Math.abs(gain) };
  }
  return NOTHING;
}
