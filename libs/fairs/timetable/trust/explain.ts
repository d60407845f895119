import { pairFirms } from '../pairing/pair-firms.js';
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
  /** By how much that aim would have lost. */
  readonly loss: number;
  readonly firmIsFull: boolean;
  readonly partnerIsFull: boolean;
}

/**
 * Explains every wish from or to a firm by what would have been otherwise: the best choice without the meeting that it
 * has, or with the one that it missed. One pairing for each wish: 0.05 s each at a hundred firms, a second at a thousand.
 * @param unplaced chosen pairs for which no slot was left
 */
export function explainFirm(
  problem: PairingProblem,
  result: PairingResult,
  firmId: string,
  unplaced: readonly Pair[] = [],
): Explanation[] {
  const { firms, candidates } = pairingNetwork(problem);
  const me = firms.find(({ id }) => id === firmId);
  if (!me) return [];
  const meetings = new Map(result.firms.map((firm) => [firm.id, firm.meetings]));
  const isFull = ({ id, maxMeetings }: Firm): boolean => (meetings.get(id) ?? 0) >= maxMeetings;
  const left = new Set(unplaced.map(keyOf));
  const chosen = new Set(result.pairs.map(keyOf));
  const possible = new Set(candidates.map(keyOf));
  return partnersOf(problem, firmId).flatMap(({ partner, wishes }) => {
    const other = firms.find(({ id }) => id === partner);
    if (!other) return [];
    const pair =
      me.side === 'orderer' ? { orderer: me.id, supplier: partner } : { orderer: partner, supplier: me.id };
    const isCandidate = possible.has(keyOf(pair));
    const refused = wishes.some(({ kind }) => kind === 'no');
    const outcome = !isCandidate
      ? refused
        ? 'refused'
        : 'no-common-slot'
      : left.has(keyOf(pair))
        ? 'no-slot-left'
        : chosen.has(keyOf(pair))
          ? 'chosen'
          : 'missed';
    const decision = isCandidate ? decisionOn(problem, pair, chosen.has(keyOf(pair)), result) : NOTHING;
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

/** What the first aim to suffer would lose, had the pair been decided the other way round: computed, not estimated. */
function decisionOn(
  problem: PairingProblem,
  pair: Pair,
  wasChosen: boolean,
  { aims }: PairingResult,
): Pick<Explanation, 'decidedBy' | 'loss'> {
  const refusal: Wish = { from: pair.orderer, to: pair.supplier, kind: 'no' };
  const otherwise = wasChosen
    ? {
        ...problem,
        wishes: [...problem.wishes, refusal],
        kept: problem.kept?.filter((kept) => keyOf(kept) !== keyOf(pair)),
      }
    : { ...problem, kept: [...(problem.kept ?? []), pair] };
  const values = new Map(pairFirms(otherwise).aims.map(({ aim, value }) => [JSON.stringify(aim), value]));
  for (const { aim, value } of aims) {
    // Of what was promised before, the pair itself is no loss to itself.
    const own = aim.kind === 'kept' ? Number(!wasChosen) : 0;
    const loss = value + own - (values.get(JSON.stringify(aim)) ?? 0);
    if (loss > 0) return { decidedBy: aim, loss };
  }
  return NOTHING;
}
