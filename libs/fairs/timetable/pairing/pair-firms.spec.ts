import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Firm, Pair, PairingAim, PairingProblem, PairingResult, Wish } from '../timetable.types.js';
import { checkPairing } from './check-pairing.js';
import { pairFirms } from './pair-firms.js';

const id = (index: number): string => (index < 3 ? `o${index}` : `s${index - 3}`);

const smallEvents: fc.Arbitrary<PairingProblem> = fc.record({
  slots: fc.integer({ min: 1, max: 4 }),
  tables: fc
    .array(fc.constant(null), { minLength: 1, maxLength: 3 })
    .map((list) => list.map((_, table) => ({ id: `t${table}`, unavailable: table === 1 ? [0] : [] }))),
  firms: fc.tuple(...Array.from({ length: 7 }, (_, index) => firm(index))),
  wishes: fc.array(wish(), { maxLength: 11 }),
  seed: fc.constantFrom('one', 'two'),
});

function firm(index: number): fc.Arbitrary<Firm> {
  return fc.record({
    id: fc.constant(id(index)),
    side: fc.constant(index < 3 ? ('orderer' as const) : ('supplier' as const)),
    maxMeetings: fc.integer({ min: 0, max: 3 }),
    lossCredits: fc.nat(2),
    unavailable: fc.array(fc.nat(3), { maxLength: 1 }),
  });
}

function wish(): fc.Arbitrary<Wish> {
  return fc
    .record({
      orderer: fc.nat(2),
      supplier: fc.nat(3),
      byOrderer: fc.boolean(),
      kind: fc.constantFrom('must' as const, 'like' as const, 'like' as const, 'no' as const),
      weight: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ orderer, supplier, byOrderer, kind, weight }) => {
      const [from, to] = byOrderer ? [id(orderer), id(supplier + 3)] : [id(supplier + 3), id(orderer)];
      return { from, to, kind, weight };
    });
}

/** By trying every set of pairs: the aims' values in order, or rather what they mean. */
function best(problem: PairingProblem): number[] {
  const last = new Map(problem.wishes.map((wish) => [`${wish.from} ${wish.to}`, wish]));
  const wished = [...last.values()];
  const between = ({ orderer, supplier }: Pair): Wish[] =>
    wished.filter(({ from, to }) => [from, to].includes(orderer) && [from, to].includes(supplier));
  const pairs: Pair[] = [];
  for (const o of [0, 1, 2])
    for (const s of [3, 4, 5, 6]) {
      const pair = { orderer: id(o), supplier: id(s) };
      const wishes = between(pair);
      const common = Array.from({ length: problem.slots }, (_, slot) => slot).some((slot) =>
        [o, s].every((index) => !problem.firms[index]!.unavailable!.includes(slot)),
      );
      if (wishes.length > 0 && common && wishes.every(({ kind }) => kind !== 'no')) pairs.push(pair);
    }
  let found: number[] = [];
  for (let set = 0; set < 1 << pairs.length; set++) {
    const chosen = pairs.filter((_, index) => set & (1 << index));
    const worth = worthOf(problem, chosen, between);
    if (worth && compared(worth, found) > 0) found = worth;
  }
  return found;
}

function worthOf(problem: PairingProblem, chosen: Pair[], between: (pair: Pair) => Wish[]): number[] | null {
  const { firms, tables, slots } = problem;
  const room = tables.reduce((sum, { unavailable = [] }) => sum + slots - unavailable.length, 0);
  const counts = firms.map(
    ({ id: firm }) => chosen.filter((pair) => Object.values(pair).includes(firm)).length,
  );
  const free = ({ unavailable = [] }: Firm): number =>
    slots - new Set(unavailable.filter((slot) => slot < slots)).size;
  if (chosen.length > room) return null;
  if (firms.some((one, index) => counts[index]! > Math.min(one.maxMeetings, free(one)))) return null;
  const wishes = chosen.flatMap(between);
  const musts = chosen.filter((pair) => between(pair).some(({ kind }) => kind === 'must')).length;
  const credits = firms.reduce((sum, { lossCredits = 0 }, index) => sum + lossCredits * counts[index]!, 0);
  return [
    musts,
    ...counts.sort((a, b) => a - b),
    wishes.reduce((sum, { weight = 1 }) => sum + weight, 0),
    credits,
  ];
}

function compared(a: number[], b: number[]): number {
  if (b.length === 0) return 1;
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** What an aim loses with a pair: its value in the choice of all pairs less that without. */
function worthOfPair(
  problem: PairingProblem,
  { pairs, firms }: PairingResult,
  dropped: Pair,
  aim: PairingAim,
): number {
  if (aim.kind === 'served')
    return firms.filter(
      ({ id, meetings }) => Object.values(dropped).includes(id) && meetings === aim.meetings,
    ).length;
  const alone = { ...problem, wishes: problem.wishes.filter(({ from, to }) => isOf(dropped, from, to)) };
  const roomy = alone.firms.map((firm) => ({ ...firm, maxMeetings: pairs.length }));
  return pairFirms({ ...alone, firms: roomy }).aims.find((one) => one.aim.kind === aim.kind)!.value;
}

const isOf = (pair: Pair, a: string, b: string): boolean =>
  [pair.orderer, pair.supplier].includes(a) && [pair.orderer, pair.supplier].includes(b);

describe('pairFirms', () => {
  it('reaches the best of all choices: musts, then the least served, then wishes, then credits', () => {
    fc.assert(
      fc.property(smallEvents, (problem) => {
        const { pairs, firms, aims } = pairFirms(problem);
        const value = (kind: string): number => aims.find(({ aim }) => aim.kind === kind)?.value ?? 0;
        const counts = firms.map(({ meetings }) => meetings).sort((a, b) => a - b);
        expect([value('musts'), ...counts, value('wish-value'), value('loss-credits')]).toEqual(
          best(problem),
        );
        expect(pairs.length * 2).toBe(counts.reduce((sum, count) => sum + count, 0));
      }),
      { numRuns: 150 },
    );
  });

  it('proves its choice to a checker that knows nothing but the rules', () => {
    fc.assert(
      fc.property(smallEvents, (problem) => {
        expect(checkPairing(problem, pairFirms(problem))).toEqual([]);
      }),
    );
  });

  it('cannot prove any other choice', () => {
    fc.assert(
      fc.property(smallEvents, fc.nat(), (problem, which) => {
        const result = pairFirms(problem);
        fc.pre(result.pairs.length > 0);
        const dropped = result.pairs[which % result.pairs.length]!;
        const pairs = result.pairs.filter((pair) => pair !== dropped);
        const firms = result.firms.map(({ id, meetings }) => ({
          id,
          meetings: meetings - Number(Object.values(dropped).includes(id)),
        }));
        expect(checkPairing(problem, { ...result, pairs })).not.toEqual([]);
        const aims = result.aims.map((aim) => ({
          ...aim,
          value: aim.value - worthOfPair(problem, result, dropped, aim.aim),
        }));
        expect(checkPairing(problem, { ...result, pairs, firms, aims })).toContainEqual(
          expect.objectContaining({ fault: 'not-proven' }),
        );
      }),
    );
  });

  it('does not depend on the order in which firms and wishes are listed', () => {
    fc.assert(
      fc.property(smallEvents, (problem) => {
        const last = new Map(problem.wishes.map((wish) => [`${wish.from} ${wish.to}`, wish]));
        const wishes = [...last.values()];
        const turned = { ...problem, wishes: wishes.reverse(), firms: [...problem.firms].reverse() };
        expect(pairFirms(turned).pairs).toEqual(pairFirms(problem).pairs);
      }),
    );
  });
});
