import { createHash } from 'node:crypto';
import type { Arc } from '../flow/network-simplex.js';
import { TimetableInputError } from '../placing/placing-model.js';
import type { Firm, Pair, PairingAim, PairingProblem, Wish } from '../timetable.types.js';

/** Two firms that may meet: one wishes it and neither refuses. */
export interface Candidate extends Pair {
  readonly must: boolean;
  readonly value: number;
  readonly credits: number;
  readonly kept: boolean;
  /** From the seed: decides between what is otherwise equal. */
  readonly draw: number;
}

/**
 * A circulation: from the hall's entrance (the last node) to the orderers, along candidates to the suppliers, to the
 * hall's exit (node 0), and back to the entrance, for which there is room so many times. A firm's arc is split into single meetings, its first, second, third …, each of
 * which can be rewarded by itself.
 */
export interface PairingNetwork {
  readonly firms: readonly Firm[];
  readonly candidates: readonly Candidate[];
  readonly arcs: readonly Arc[];
  /** What an aim pays for one unit on an arc. */
  readonly reward: (aim: PairingAim, arc: number) => number;
  readonly aims: readonly PairingAim[];
}

/** @throws TimetableInputError where firms or wishes contradict each other in form */
export function pairingNetwork(problem: PairingProblem): PairingNetwork {
  const firms = [...problem.firms].sort((a, b) => (a.id < b.id ? -1 : 1));
  const indexOf = new Map(firms.map(({ id }, index) => [id, index]));
  checkFirms(firms);
  const candidates = candidatesOf(problem, firms, indexOf);
  const most = mostMeetings(problem, firms, candidates);
  const arcs: Arc[] = [];
  /** By arc: a candidate, or which meeting of a firm it is. */
  const meaning: (Candidate | number)[] = [];
  const add = (arc: Arc, means: Candidate | number): void => {
    arcs.push(arc);
    meaning.push(means);
  };
  for (const candidate of candidates)
    add(
      { from: 1 + indexOf.get(candidate.orderer)!, to: 1 + indexOf.get(candidate.supplier)!, capacity: 1 },
      candidate,
    );
  firms.forEach(({ side }, index) => {
    for (let meeting = 1; meeting <= most[index]!; meeting++)
      add(
        side === 'orderer'
          ? { from: firms.length + 1, to: 1 + index, capacity: 1 }
          : { from: 1 + index, to: 0, capacity: 1 },
        meeting,
      );
  });
  add({ from: 0, to: firms.length + 1, capacity: roomOf(problem) }, 0);
  return { firms, candidates, arcs, reward: rewardOf(meaning), aims: aimsOf(problem, most) };
}

function rewardOf(meaning: readonly (Candidate | number)[]): PairingNetwork['reward'] {
  return (aim, arc) => {
    const means = meaning[arc]!;
    if (typeof means === 'number') return aim.kind === 'served' && aim.meetings === means ? 1 : 0;
    switch (aim.kind) {
      case 'kept':
        return Number(means.kept);
      case 'musts':
        return Number(means.must);
      case 'wish-value':
        return means.value;
      case 'loss-credits':
        return means.credits;
      case 'draw':
        return means.draw;
      case 'served':
        return 0;
    }
  };
}

function aimsOf({ kept }: PairingProblem, most: readonly number[]): PairingAim[] {
  const levels = Math.max(0, ...most);
  return [
    ...(kept && kept.length > 0 ? [{ kind: 'kept' as const }] : []),
    { kind: 'musts' },
    ...Array.from({ length: levels }, (_, level) => ({ kind: 'served' as const, meetings: level + 1 })),
    { kind: 'wish-value' },
    { kind: 'loss-credits' },
    { kind: 'draw' },
  ];
}

/** How many meetings all slots and tables have room for. */
function roomOf({ slots, tables }: PairingProblem): number {
  return tables.reduce((sum, { unavailable = [] }) => {
    const closed = new Set(unavailable.filter((slot) => slot >= 0 && slot < slots));
    return sum + slots - closed.size;
  }, 0);
}

function freeSlotsOf({ slots }: PairingProblem, { unavailable = [] }: Firm): number {
  return slots - new Set(unavailable.filter((slot) => slot >= 0 && slot < slots)).size;
}

function mostMeetings(
  problem: PairingProblem,
  firms: readonly Firm[],
  candidates: readonly Candidate[],
): number[] {
  const wished = new Map<string, number>();
  for (const { orderer, supplier } of candidates)
    for (const id of [orderer, supplier]) wished.set(id, (wished.get(id) ?? 0) + 1);
  return firms.map((firm) =>
    Math.min(firm.maxMeetings, freeSlotsOf(problem, firm), wished.get(firm.id) ?? 0),
  );
}

function checkFirms(firms: readonly Firm[]): void {
  firms.forEach(({ id, maxMeetings, lossCredits = 0 }, index) => {
    if (index > 0 && firms[index - 1]!.id === id) throw new TimetableInputError('duplicate-id', id);
    if (!isWhole(maxMeetings) || !isWhole(lossCredits)) throw new TimetableInputError('bad-number', id);
  });
}

const isWhole = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 1e6;

function candidatesOf(
  problem: PairingProblem,
  firms: readonly Firm[],
  indexOf: ReadonlyMap<string, number>,
): Candidate[] {
  const firmOf = (id: string): Firm => {
    const index = indexOf.get(id);
    if (index === undefined) throw new TimetableInputError('unknown-firm', id);
    return firms[index]!;
  };
  const pairs = new Map<string, { pair: Pair; wishes: Map<string, Wish>; kept: boolean }>();
  const entryOf = (a: string, b: string) => {
    const [first, second] = [firmOf(a), firmOf(b)];
    if (first.side === second.side) throw new TimetableInputError('same-side', `${a}, ${b}`);
    const pair = first.side === 'orderer' ? { orderer: a, supplier: b } : { orderer: b, supplier: a };
    const key = JSON.stringify([pair.orderer, pair.supplier]);
    const entry = pairs.get(key) ?? { pair, wishes: new Map<string, Wish>(), kept: false };
    pairs.set(key, entry);
    return entry;
  };
  for (const wish of problem.wishes) {
    const { weight = 1 } = wish;
    if (!isWhole(weight) || weight === 0) throw new TimetableInputError('bad-number', wish.from);
    entryOf(wish.from, wish.to).wishes.set(wish.from, wish);
  }
  for (const { orderer, supplier } of problem.kept ?? []) entryOf(orderer, supplier).kept = true;
  return [...pairs.values()]
    .filter(({ pair, wishes, kept }) =>
      isPossible(problem, firmOf(pair.orderer), firmOf(pair.supplier), wishes, kept),
    )
    .sort(({ pair: a }, { pair: b }) => compared(a.orderer, b.orderer) || compared(a.supplier, b.supplier))
    .map(({ pair, wishes, kept }) => ({
      ...pair,
      kept,
      must: [...wishes.values()].some(({ kind }) => kind === 'must'),
      value: [...wishes.values()].reduce((sum, { weight = 1 }) => sum + weight, 0),
      credits: (firmOf(pair.orderer).lossCredits ?? 0) + (firmOf(pair.supplier).lossCredits ?? 0),
      draw: drawOf(problem.seed, pair),
    }));
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Nobody refuses, and there is a slot in which both could. */
function isPossible(
  { slots }: PairingProblem,
  orderer: Firm,
  supplier: Firm,
  wishes: ReadonlyMap<string, Wish>,
  kept: boolean,
): boolean {
  const kinds = [...wishes.values()].map(({ kind }) => kind);
  if (kinds.includes('no') || (kinds.length === 0 && !kept)) return false;
  for (let slot = 0; slot < slots; slot++)
    if (!orderer.unavailable?.includes(slot) && !supplier.unavailable?.includes(slot)) return true;
  return false;
}

/** A whole number below 2^31 that nobody can foresee without the seed, and everybody can recompute with it. */
function drawOf(seed: string, { orderer, supplier }: Pair): number {
  return (
    createHash('sha256')
      .update(JSON.stringify([seed, orderer, supplier]))
      .digest()
      .readUInt32BE(0) >>> 1
  );
}
