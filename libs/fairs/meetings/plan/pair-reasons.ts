import type { Want } from '#contracts/meeting-participants.js';
import type {
  PairReason,
  PlacedFirm,
  PlannedMeeting,
  Refusal,
  TimetableFirm,
} from '#contracts/meeting-timetable.js';

interface Wish {
  readonly fromId: string;
  readonly toId: string;
  readonly want: Want;
}

export interface PairInput {
  readonly firms: readonly TimetableFirm[];
  readonly wishes: readonly Wish[];
  readonly meetings: readonly PlannedMeeting[];
  /** Firms that take part no more. */
  readonly left: ReadonlySet<string>;
}

export interface ExplainedPair {
  readonly ordererId: string;
  readonly supplierId: string;
  readonly orderer: Want | null;
  readonly supplier: Want | null;
  readonly meets: boolean;
  readonly forOrderer: PairReason;
  readonly forSupplier: PairReason;
}

/** Worth of a wish in the plan: a must before any like. */
export const worthOf = (want: Want | null): number => (want === 'must' ? 4 : want === 'like' ? 1 : 0);

/**
 * Why each pair that somebody wished for meets or does not, told to each side by what it may know: of the other's own
 * wishes only that it declined, of its other meetings only that it has no room left.
 */
export function reasonsOf(input: PairInput): ExplainedPair[] {
  return new Explainer(input).all();
}

/** Pairs of which one would rather not meet the other, each once. */
export function refusalsOf(firms: readonly PlacedFirm[], wishes: readonly Wish[]): Refusal[] {
  const refused = wishes.filter(({ want }) => want === 'no');
  const pairs = pairsOf(
    firms,
    refused.map(({ fromId, toId }) => [fromId, toId]),
  );
  return pairs.map(([orderer, supplier]) => ({
    ordererId: orderer.participantId,
    supplierId: supplier.participantId,
  }));
}

class Explainer {
  private readonly wanted: ReadonlyMap<string, Want>;
  private readonly live: readonly PlannedMeeting[];

  constructor(private readonly input: PairInput) {
    this.wanted = new Map(input.wishes.map(({ fromId, toId, want }) => [`${fromId} ${toId}`, want]));
    this.live = input.meetings.filter(({ state }) => state !== 'cancelled');
  }

  all(): ExplainedPair[] {
    const { firms, wishes, meetings } = this.input;
    const wanted = wishes.filter(({ want }) => want !== 'no');
    const pairs = pairsOf(firms, [
      ...wanted.map(({ fromId, toId }) => [fromId, toId] as const),
      ...meetings.map(({ ordererId, supplierId }) => [ordererId, supplierId] as const),
    ]);
    return pairs.map(([orderer, supplier]) => this.explained(orderer, supplier));
  }

  private explained(orderer: TimetableFirm, supplier: TimetableFirm): ExplainedPair {
    const [ordererId, supplierId] = [orderer.participantId, supplier.participantId];
    const isThem = (one: PlannedMeeting) => one.ordererId === ordererId && one.supplierId === supplierId;
    const meets = this.live.some(isThem);
    const last = this.input.meetings.findLast(isThem);
    const refill = this.live.find((one) => isThem(one) && one.origin === 'refill')?.why ?? null;
    const told = (own: TimetableFirm, other: TimetableFirm): PairReason => {
      if (!meets && last) {
        const hasLeft = (firm: TimetableFirm) =>
          last.why === 'firm-left' && this.input.left.has(firm.participantId);
        return hasLeft(own) ? 'own-left' : hasLeft(other) ? 'other-left' : 'cancelled';
      }
      // The supplier reads why it came first; to the orderer the others are nobody's business.
      if (refill !== null && refill !== 'firm-left' && refill !== 'no-place')
        return own.side === 'orderer' ? 'refilled' : `refill-${refill}`;
      return meets ? metBy(this.wantOf(own, other), this.wantOf(other, own)) : this.missed(own, other);
    };
    return {
      ...{ ordererId, supplierId, meets },
      orderer: this.wantOf(orderer, supplier),
      supplier: this.wantOf(supplier, orderer),
      forOrderer: told(orderer, supplier),
      forSupplier: told(supplier, orderer),
    };
  }

  private missed(own: TimetableFirm, other: TimetableFirm): PairReason {
    if (this.wantOf(own, other) === 'no') return 'own-declined';
    if (this.wantOf(other, own) === 'no') return 'they-declined';
    if (!own.openSlots.some((slot) => other.openSlots.includes(slot))) return 'no-common-slot';
    if (this.meetingsOf(own.participantId).length >= own.cap) return 'own-full';
    const theirs = this.meetingsOf(other.participantId);
    if (theirs.length < other.cap) return 'no-place-in-timetable';
    // A full firm met this one's equals: what they are owed decided between them, or else the lot.
    const worth = this.worthBetween(own.participantId, other.participantId);
    const equals = theirs.filter((one) => this.worthBetween(one.ordererId, one.supplierId) === worth);
    if (equals.length === 0) return 'they-full';
    const owed = equals.map((one) => this.creditsOf(own.side === 'orderer' ? one.ordererId : one.supplierId));
    return Math.min(...owed) > own.lossCredits ? 'they-full-by-credits' : 'they-full-by-lot';
  }

  private wantOf(from: TimetableFirm, to: TimetableFirm): Want | null {
    return this.wanted.get(`${from.participantId} ${to.participantId}`) ?? null;
  }

  private worthBetween(a: string, b: string): number {
    const worth = (from: string, to: string) => worthOf(this.wanted.get(`${from} ${to}`) ?? null);
    return worth(a, b) + worth(b, a);
  }

  private creditsOf(id: string): number {
    return this.input.firms.find(({ participantId }) => participantId === id)?.lossCredits ?? 0;
  }

  private meetingsOf(id: string): PlannedMeeting[] {
    return this.live.filter((one) => one.ordererId === id || one.supplierId === id);
  }
}

/** A refusal that was overruled is no wish, and a meeting that nobody wished for is not told to be one. */
function metBy(own: Want | null, other: Want | null): PairReason {
  const [wished, wasWished] = [worthOf(own) > 0, worthOf(other) > 0];
  if (wished && wasWished) return 'both-wished';
  return wished ? 'own-wish' : wasWished ? 'their-wish' : 'arranged';
}

/** Firms of either side that something links, the orderer first; each pair once. */
function pairsOf<F extends PlacedFirm>(
  firms: readonly F[],
  links: readonly (readonly [string, string])[],
): [F, F][] {
  const byId = new Map(firms.map((firm) => [firm.participantId, firm]));
  const pairs = new Map<string, [F, F]>();
  for (const [a, b] of links) {
    const [one, two] = [byId.get(a), byId.get(b)];
    if (!one || !two || one.side === two.side) continue;
    const pair: [F, F] = one.side === 'orderer' ? [one, two] : [two, one];
    pairs.set(pair.map(({ participantId }) => participantId).join(' '), pair);
  }
  return [...pairs.values()];
}
