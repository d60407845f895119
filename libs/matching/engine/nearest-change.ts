import type { BothLanguages, Need, Requirement, Supplier, Taxonomy } from './match.types.js';
import { needPreparer } from './prepared-need.js';

/** An open order, and what its orderer means to spend. */
export interface OpenNeed extends Need {
  readonly budgetYen: number | null;
}

/** One addition that would make a firm fit needs that it misses only by that. */
export interface NearestChange {
  readonly kind: Requirement['kind'];
  /** What the firm would have to add, as it is told for the hardest of the needs. */
  readonly words: BothLanguages;
  /** The needs that it opens, in the order they were given. */
  readonly needIds: string[];
  /** Sum of the budgets that are told. */
  readonly budgetYen: number;
}

interface Missed {
  readonly need: OpenNeed;
  readonly requirement: Requirement;
  readonly words: BothLanguages;
}

/** A firm does not move house for an order. */
const FIXED: readonly Requirement['kind'][] = ['region'];

/**
 * What one addition would open, the most needs first. A need counts where exactly one of its musts is missed and
 * something else that it asks for is met. Of a measure, each step that opens more is a change of its own: who makes
 * the hardest also makes the easier ones.
 */
export function nearestChanges(
  supplier: Supplier,
  needs: readonly OpenNeed[],
  taxonomy: Taxonomy,
): NearestChange[] {
  const prepare = needPreparer(taxonomy);
  const missed = needs.flatMap((need) => onlyMiss(supplier, need, prepare(need)));
  const groups = new Map<string, Missed[]>();
  for (const miss of missed) {
    const key = groupOf(miss.requirement);
    groups.set(key, [...(groups.get(key) ?? []), miss]);
  }
  return [...groups.values()]
    .flatMap(changesOf)
    .sort((a, b) => b.needIds.length - a.needIds.length || b.budgetYen - a.budgetYen);
}

function onlyMiss(
  supplier: Supplier,
  need: OpenNeed,
  prepared: ReturnType<ReturnType<typeof needPreparer>>,
): Missed[] {
  const firm = prepared.firmOf(supplier);
  let miss: { requirement: Requirement; words: BothLanguages } | null = null;
  let fits = false;
  for (const { requirement, judge } of prepared.requirements) {
    const { verdict, tell } = judge(firm);
    if (verdict === 'met' || verdict === 'partly') fits = true;
    if (verdict !== 'missed' || requirement.level !== 'must') continue;
    const { change } = tell();
    if (miss || !change) return [];
    miss = { requirement, words: change };
  }
  return miss && fits && !FIXED.includes(miss.requirement.kind) ? [{ need, ...miss }] : [];
}

/** Needs of one group are opened by more or less of the same thing. */
function groupOf(requirement: Requirement): string {
  switch (requirement.kind) {
    case 'process':
    case 'material':
    case 'theme':
      return `${requirement.kind} ${requirement.code}`;
    case 'certificate':
      return `certificate ${requirement.certificate}`;
    default:
      return requirement.kind;
  }
}

/** Whether whoever meets `hard` also meets `easy`; both of one group. */
function covers(hard: Missed, easy: Missed): boolean {
  const [a, b] = [hard.requirement, easy.requirement];
  if (a.kind === 'tolerance' && b.kind === 'tolerance') return a.mm <= b.mm;
  if (a.kind === 'mass' && b.kind === 'mass') return a.kg >= b.kg;
  if (a.kind === 'envelope' && b.kind === 'envelope') {
    const sides = ({ x, y, z }: { x: number; y: number; z: number }) => [x, y, z].sort((m, n) => n - m);
    const [large, small] = [sides(a), sides(b)];
    return large.every((side, i) => side >= (small[i] ?? 0));
  }
  if (a.kind === 'delivery' && b.kind === 'delivery') return a.date <= b.date;
  // A firm may take larger lots or smaller ones: only the same counts as the same.
  if (a.kind === 'lot' && b.kind === 'lot') return a.pieces === b.pieces;
  if (a.kind === 'quantity' && b.kind === 'quantity') return a.pieces === b.pieces;
  return true;
}

function changesOf(group: readonly Missed[]): NearestChange[] {
  const changes = new Map<string, NearestChange>();
  for (const hardest of group) {
    const opened = group.filter((each) => covers(hardest, each));
    const needIds = opened.map(({ need }) => need.id);
    // Equally hard ones open the same.
    changes.set(needIds.join(), {
      kind: hardest.requirement.kind,
      words: hardest.words,
      needIds,
      budgetYen: opened.reduce((sum, { need }) => sum + (need.budgetYen ?? 0), 0),
    });
  }
  return [...changes.values()];
}
