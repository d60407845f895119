import { createHash } from 'node:crypto';
import type { Firm, PairingAim, PairingProblem, PairingResult, ProvenAim, Wish } from '../timetable.types.js';

/** What is wrong with a choice of meetings, or with the proof that there is no better one. */
export interface PairingFault {
  readonly fault:
    | 'pair-not-allowed'
    | 'pair-twice'
    | 'too-many-meetings'
    | 'hall-too-small'
    | 'firms-differ'
    | 'aims-differ'
    | 'value-differs'
    | 'prices-malformed'
    | 'not-proven';
  readonly subject: string;
}

/** One step that a meeting takes through the flow: who it concerns, whether it is taken, what the aims pay for it. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly units: number;
  readonly room: number;
  readonly pays: (aim: PairingAim) => number;
}

/**
 * Verifies a choice of meetings and its proof, from the rules alone and sharing nothing with the search. The proof is
 * linear programming duality: where every step that pays (its reward, plus the price where it starts, less the price
 * where it ends, above nought) is taken as far as there is room, and no step that costs is taken at all, no other choice
 * earns more. Steps that pay or cost keep their value in all aims that follow, for changing them would lose something.
 * @returns nothing where the choice is proven to be best in every aim, one after the other
 */
export function checkPairing(problem: PairingProblem, result: PairingResult): PairingFault[] {
  const firms = [...problem.firms].sort((a, b) => (a.id < b.id ? -1 : 1));
  const allowed = allowedPairs(problem, firms);
  const faults = [
    ...chosenFaults(problem, firms, allowed, result),
    ...aimFaults(problem, firms, allowed, result),
  ];
  return faults.length > 0
    ? faults
    : proofFaults(stepsOf(problem, firms, allowed, result), firms, result.aims);
}

interface AllowedPair {
  readonly orderer: number;
  readonly supplier: number;
  readonly must: number;
  readonly value: number;
  readonly credits: number;
  readonly kept: number;
  readonly draw: number;
}

const keyOf = (orderer: string, supplier: string): string => JSON.stringify([orderer, supplier]);

function allowedPairs(problem: PairingProblem, firms: readonly Firm[]): Map<string, AllowedPair> {
  const wishes = new Map<string, Wish>();
  for (const wish of problem.wishes) wishes.set(keyOf(wish.from, wish.to), wish);
  const kept = new Set((problem.kept ?? []).map(({ orderer, supplier }) => keyOf(orderer, supplier)));
  const pairs = new Map<string, AllowedPair>();
  firms.forEach((orderer, o) => {
    if (orderer.side !== 'orderer') return;
    firms.forEach((supplier, s) => {
      if (supplier.side !== 'supplier') return;
      const key = keyOf(orderer.id, supplier.id);
      const between = [wishes.get(key), wishes.get(keyOf(supplier.id, orderer.id))].filter(
        (wish) => wish !== undefined,
      );
      if (between.some(({ kind }) => kind === 'no') || (between.length === 0 && !kept.has(key))) return;
      if (!freeSlots(problem, orderer).some((slot) => freeSlots(problem, supplier).includes(slot))) return;
      pairs.set(key, {
        orderer: o,
        supplier: s,
        must: Number(between.some(({ kind }) => kind === 'must')),
        value: between.reduce((sum, { weight = 1 }) => sum + weight, 0),
        credits: (orderer.lossCredits ?? 0) + (supplier.lossCredits ?? 0),
        kept: Number(kept.has(key)),
        draw: drawn(problem.seed, orderer.id, supplier.id),
      });
    });
  });
  return pairs;
}

function freeSlots({ slots }: PairingProblem, { unavailable }: Firm): number[] {
  return Array.from({ length: slots }, (_, slot) => slot).filter((slot) => !unavailable?.includes(slot));
}

/** The first 31 bits of SHA-256 over the JSON of seed, orderer and supplier. */
function drawn(seed: string, orderer: string, supplier: string): number {
  const hash = createHash('sha256')
    .update(JSON.stringify([seed, orderer, supplier]))
    .digest('hex');
  return Math.floor(parseInt(hash.slice(0, 8), 16) / 2);
}

function capOf(problem: PairingProblem, firm: Firm): number {
  return Math.min(firm.maxMeetings, freeSlots(problem, firm).length);
}

/** By firm: the most meetings that its cap, its slots and the allowed pairs leave it. */
function mostOf(
  problem: PairingProblem,
  firms: readonly Firm[],
  allowed: ReadonlyMap<string, AllowedPair>,
): number[] {
  const partners = firms.map(() => 0);
  for (const { orderer, supplier } of allowed.values()) {
    partners[orderer]!++;
    partners[supplier]!++;
  }
  return firms.map((firm, index) => Math.min(capOf(problem, firm), partners[index]!));
}

function roomOf({ slots, tables }: PairingProblem): number {
  let room = 0;
  for (let slot = 0; slot < slots; slot++)
    for (const { unavailable } of tables) if (!unavailable?.includes(slot)) room++;
  return room;
}

function chosenFaults(
  problem: PairingProblem,
  firms: readonly Firm[],
  allowed: ReadonlyMap<string, AllowedPair>,
  { pairs, firms: counted }: PairingResult,
): PairingFault[] {
  const faults: PairingFault[] = [];
  const counts = new Map<string, number>(firms.map(({ id }) => [id, 0]));
  const seen = new Set<string>();
  for (const { orderer, supplier } of pairs) {
    const key = keyOf(orderer, supplier);
    if (!allowed.has(key)) faults.push({ fault: 'pair-not-allowed', subject: key });
    if (seen.has(key)) faults.push({ fault: 'pair-twice', subject: key });
    seen.add(key);
    for (const id of [orderer, supplier]) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  for (const firm of firms)
    if (counts.get(firm.id)! > capOf(problem, firm))
      faults.push({ fault: 'too-many-meetings', subject: firm.id });
  if (pairs.length > roomOf(problem)) faults.push({ fault: 'hall-too-small', subject: String(pairs.length) });
  const told = counted.map(({ id, meetings }) => `${id} ${meetings}`).join('\n');
  const right = firms.map(({ id }) => `${id} ${counts.get(id)}`).join('\n');
  if (told !== right) faults.push({ fault: 'firms-differ', subject: '' });
  return faults;
}

/** The aims must be the rules' own, in their order, up to the most meetings that any firm could have. */
function aimFaults(
  problem: PairingProblem,
  firms: readonly Firm[],
  allowed: ReadonlyMap<string, AllowedPair>,
  { aims }: PairingResult,
): PairingFault[] {
  const most = Math.max(0, ...mostOf(problem, firms, allowed));
  const expected = [
    ...(problem.kept && problem.kept.length > 0 ? ['kept'] : []),
    'musts',
    ...Array.from({ length: most }, (_, level) => `served ${level + 1}`),
    'wish-value',
    'loss-credits',
    'draw',
  ];
  const told = aims.map(({ aim }) => (aim.kind === 'served' ? `served ${aim.meetings}` : aim.kind));
  return told.join() === expected.join() ? [] : [{ fault: 'aims-differ', subject: told.join() }];
}

function stepsOf(
  problem: PairingProblem,
  firms: readonly Firm[],
  allowed: ReadonlyMap<string, AllowedPair>,
  { pairs, firms: counted }: PairingResult,
): Step[] {
  const chosen = new Set(pairs.map(({ orderer, supplier }) => keyOf(orderer, supplier)));
  const [exit, entrance] = [0, firms.length + 1];
  const steps: Step[] = [];
  for (const [key, pair] of allowed)
    steps.push({
      from: 1 + pair.orderer,
      to: 1 + pair.supplier,
      units: Number(chosen.has(key)),
      room: 1,
      pays: (aim) => paid(pair, aim),
    });
  const most = mostOf(problem, firms, allowed);
  firms.forEach((firm, index) => {
    for (let meeting = 1; meeting <= most[index]!; meeting++)
      steps.push({
        from: firm.side === 'orderer' ? entrance : 1 + index,
        to: firm.side === 'orderer' ? 1 + index : exit,
        units: Number(meeting <= counted[index]!.meetings),
        room: 1,
        pays: (aim) => Number(aim.kind === 'served' && aim.meetings === meeting),
      });
  });
  steps.push({ from: exit, to: entrance, units: pairs.length, room: roomOf(problem), pays: () => 0 });
  return steps;
}

function paid({ must, value, credits, kept, draw }: AllowedPair, { kind }: PairingAim): number {
  return { kept, musts: must, served: 0, 'wish-value': value, 'loss-credits': credits, draw }[kind];
}

function proofFaults(
  steps: readonly Step[],
  firms: readonly Firm[],
  aims: readonly ProvenAim[],
): PairingFault[] {
  let open = steps;
  for (const { aim, value, prices } of aims) {
    const subject = aim.kind === 'served' ? `served ${aim.meetings}` : aim.kind;
    if (prices.length !== firms.length + 2 || !prices.every(Number.isSafeInteger))
      return [{ fault: 'prices-malformed', subject }];
    if (steps.reduce((sum, { units, pays }) => sum + units * pays(aim), 0) !== value)
      return [{ fault: 'value-differs', subject }];
    const gain = ({ from, to, pays }: Step): number => pays(aim) + prices[from]! - prices[to]!;
    if (!open.every((step) => isAsFarAsItPays(step, gain(step)))) return [{ fault: 'not-proven', subject }];
    open = open.filter((step) => gain(step) === 0);
  }
  return [];
}

function isAsFarAsItPays({ units, room }: Step, gain: number): boolean {
  return gain > 0 ? units === room : gain < 0 ? units === 0 : true;
}
