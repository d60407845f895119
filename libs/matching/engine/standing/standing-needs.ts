import { Bitmap, PostingSet } from '#platform/search/arrays/index.js';
import type { Need, Requirement, Supplier, Taxonomy, Verdict } from '../match.types.js';
import { needPreparer, type PreparedNeed } from '../prepared-need.js';
import type { Firm, Judge, Judged } from '../rules/judged.js';
import type { Code } from '../rules/verdicts.js';

/** A requirement as many needs have it: judged once per supplier, whoever asks. */
interface Asked {
  judge: Judge;
  firmOf: (supplier: Supplier) => Firm;
  /** The needs that have it as a must. */
  musts: PostingSet;
  uses: number;
}

/** Few different ones of these rule out most needs; of sizes, lots and dates nearly every need has its own. */
const RULING: readonly Requirement['kind'][] = ['process', 'material', 'theme', 'region', 'certificate'];

interface Standing {
  need: Need;
  excludeIds: readonly string[];
  prepared: PreparedNeed;
  /** Keys of its requirements, in the order of `prepared`. */
  keys: string[];
}

/** A need that a supplier may answer: no must is missed. */
export interface Fit {
  need: Need;
  judged: { requirement: Requirement; verdict: Verdict; code?: Code | undefined }[];
}

/**
 * Needs that stand, turned round: for a supplier, the needs of which it misses no must. Most needs are ruled out by the
 * few hundred different musts that all of them together have, without looking at a single need.
 */
export class StandingNeeds {
  private readonly prepare: (need: Need) => PreparedNeed;
  private readonly asked = new Map<string, Asked>();
  private readonly ruling = new Map<string, Asked>();
  private readonly slots: (Standing | undefined)[] = [];
  private readonly slotOf = new Map<string, number>();
  private readonly free: number[] = [];
  private readonly all = new Bitmap();

  /** Needs no vocabulary: it judges requirements only. How near words are, the matcher says, with its own. */
  constructor(taxonomy: Taxonomy) {
    this.prepare = needPreparer(taxonomy);
  }

  get size(): number {
    return this.slotOf.size;
  }

  ids(): Iterable<string> {
    return this.slotOf.keys();
  }

  /** Adds a need or replaces the one with its id. @param excludeIds suppliers that are not to answer it */
  put(need: Need, excludeIds: readonly string[] = []): void {
    this.remove(need.id);
    const slot = this.free.pop() ?? this.slots.length;
    const prepared = this.prepare(need);
    const keys = prepared.requirements.map(({ requirement }) => keyOf(requirement, prepared));
    this.slots[slot] = { need, excludeIds, prepared, keys };
    this.slotOf.set(need.id, slot);
    this.all.add(slot);
    for (const [i, { requirement, judge }] of prepared.requirements.entries()) {
      const key = keys[i]!;
      let asked = this.asked.get(key);
      if (!asked) {
        asked = { judge, firmOf: (supplier) => prepared.firmOf(supplier), musts: new PostingSet(), uses: 0 };
        this.asked.set(key, asked);
        if (RULING.includes(requirement.kind)) this.ruling.set(key, asked);
      }
      asked.uses++;
      if (requirement.level === 'must') asked.musts.add(slot);
    }
  }

  /** Unknown id: nothing happens. */
  remove(id: string): void {
    const slot = this.slotOf.get(id);
    if (slot === undefined) return;
    for (const key of this.slots[slot]!.keys) {
      const asked = this.asked.get(key)!;
      asked.musts.delete(slot);
      if (--asked.uses > 0) continue;
      this.asked.delete(key);
      this.ruling.delete(key);
    }
    this.slots[slot] = undefined;
    this.slotOf.delete(id);
    this.free.push(slot);
    this.all.delete(slot);
  }

  /** All needs that the supplier may answer, with its verdicts. */
  fits(supplier: Supplier): Fit[] {
    const verdicts = new Map<string, Judged>();
    const verdictOf = (key: string, { judge, firmOf } = this.asked.get(key)!) => {
      let judged = verdicts.get(key);
      if (!judged) verdicts.set(key, (judged = judge(firmOf(supplier))));
      return judged;
    };
    const left = new Bitmap().copy(this.all);
    const missed = new Bitmap(left.words.length * 32);
    for (const [key, asked] of this.ruling)
      if (asked.musts.size > 0 && verdictOf(key, asked).verdict === 'missed') asked.musts.orInto(missed);
    const found: Fit[] = [];
    left.andNot(missed).forEach((slot) => {
      const fit = fitOf(this.slots[slot]!, supplier, verdictOf);
      if (fit) found.push(fit);
    });
    return found;
  }
}

/** Null where the supplier misses a must, or is not to answer. */
function fitOf(
  { need, prepared, keys, excludeIds }: Standing,
  supplier: Supplier,
  verdictOf: (key: string) => Judged,
): Fit | null {
  if (excludeIds.includes(supplier.id)) return null;
  const judged: Fit['judged'] = [];
  for (const [i, { requirement }] of prepared.requirements.entries()) {
    const { verdict, code } = verdictOf(keys[i]!);
    if (verdict === 'missed' && requirement.level === 'must') return null;
    judged.push({ requirement, verdict, code });
  }
  return { need, judged };
}

/** Equal for requirements that every supplier answers alike. */
function keyOf({ id, level, ...what }: Requirement, { today, validOn, counting }: PreparedNeed): string {
  const rows = counting ? [...counting].sort().join(' ') : '*';
  switch (what.kind) {
    case 'process':
    case 'material':
    case 'theme':
    case 'region':
      return JSON.stringify(what);
    case 'certificate':
      return JSON.stringify([what, today, validOn]);
    case 'delivery':
      return JSON.stringify([what, today, rows]);
    default:
      return JSON.stringify([what, rows]);
  }
}
