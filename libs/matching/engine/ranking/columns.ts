import { Bitmap, type PostingSet, wordsFor } from '#platform/search/arrays/index.js';
import type { Requirement } from '../match.types.js';
import type { PreparedNeed } from '../prepared-need.js';
import { worthOf } from '../scoring.js';
import type { FirmStore } from '../store/firm-store.js';
import type { TagList } from '../store/firm-tags.js';
import { bestDelivery, exactRule, type Exact } from './row-rules.js';
import type { Code } from '../rules/verdicts.js';

/** One requirement over all firms: bit sets with equally many words. Who is in none of them has not told. */
export interface Column {
  isMust: boolean;
  /** What each verdict, by its code, adds to the sum of credits. */
  worth: readonly number[];
  /** Who meets it, or at best does where `exact` knows better. */
  met: Uint32Array;
  partly: Uint32Array;
  missed: Uint32Array;
  exact: Exact | null;
  /** The best that `exact` can come to for a firm, where that may be less than met; without reading its record. */
  best: ((slot: number) => Code) | null;
}

/** Bit sets for one query at a time, used again by the next one. */
export class Scratch {
  private readonly sets: Bitmap[] = [];
  private taken = 0;
  private slots = 0;

  /** All sets are free again; from now on they hold the numbers below `slots`. */
  begin(slots: number): void {
    this.taken = 0;
    this.slots = slots;
  }

  /** An empty set. */
  take(): Bitmap {
    const words = wordsFor(this.slots);
    let set = this.sets[this.taken];
    if (set?.words.length !== words) this.sets[this.taken] = set = new Bitmap(this.slots);
    else set.clear();
    this.taken++;
    return set;
  }
}

/** The requirements of a need as columns, in the need's order. */
export function columnsOf(need: PreparedNeed, store: FirmStore, scratch: Scratch): Column[] {
  const nobody = scratch.take();
  // What is judged row by row begins with the same firms for each: those with a row that counts.
  let withRows: Bits | null = null;
  return need.requirements.map(({ requirement }) => {
    const sets = setsOf(requirement, need, store);
    const isOfRows = isJudgedByRow(requirement);
    const bits = (isOfRows ? withRows : null) ?? bitsOf(sets, scratch, nobody);
    if (isOfRows) withRows = bits;
    return {
      isMust: requirement.level === 'must',
      worth: worthOf(requirement, need.weights).worth,
      ...bits,
      exact: exactRule(requirement, need, store),
      best: requirement.kind === 'delivery' ? bestDelivery(need.today, store) : null,
    };
  });
}

type Bits = Pick<Column, 'met' | 'partly' | 'missed'>;

function bitsOf({ met, partly, told }: Sets, scratch: Scratch, nobody: Bitmap): Bits {
  const meets = unionOf(met, scratch);
  const nearly = partly.length === 0 ? nobody : unionOf(partly, scratch).andNot(meets);
  const misses = told.length === 0 ? nobody : unionOf(told, scratch).andNot(meets).andNot(nearly);
  return { met: meets.words, partly: nearly.words, missed: misses.words };
}

/** Bytes of the sets of tags that a need asks for: no answer without reading them once. */
export function bytesOfSets(need: PreparedNeed, store: FirmStore): number {
  const sets = new Set(
    need.requirements.flatMap(({ requirement }) => {
      const { met, partly, told } = setsOf(requirement, need, store);
      return [...met, ...partly, ...told];
    }),
  );
  return [...sets].reduce((sum, set) => sum + set.bytes, store.approved.words.byteLength);
}

interface Sets {
  met: PostingSet[];
  partly: PostingSet[];
  /** Who is in none of the others but has told of this list misses it; none: nobody does. */
  told: PostingSet[];
}

const listed: ReadonlySet<Requirement['kind']> = new Set([
  'process',
  'material',
  'theme',
  'region',
  'certificate',
]);
const isJudgedByRow = ({ kind }: Requirement): boolean => !listed.has(kind);

function setsOf(requirement: Requirement, need: PreparedNeed, { tags }: FirmStore): Sets {
  switch (requirement.kind) {
    case 'process':
    case 'material': {
      const { kind, code } = requirement;
      const broader = [...tags.broader(kind, code)].map((each) => tags.statedBy(kind, each));
      return setsWith([tags.within(kind, code)], broader, tags.told(kind));
    }
    case 'theme':
      return stated('theme', [requirement.code]);
    case 'region':
      return stated('prefecture', requirement.prefectures);
    case 'certificate':
      return stated('certificate', [requirement.certificate]);
    default: {
      // Those with a row that counts: all others have told nothing of sizes, lots and dates.
      const { counting } = need;
      if (counting === null) return setsWith([tags.told('process')]);
      return setsWith([...counting].map((code) => tags.statedBy('process', code)));
    }
  }

  function stated(list: TagList, codes: readonly string[]): Sets {
    return setsWith(
      codes.map((code) => tags.statedBy(list, code)),
      [],
      tags.told(list),
    );
  }
}

type MaySet = PostingSet | undefined;

function setsWith(met: MaySet[], partly: MaySet[] = [], told?: MaySet): Sets {
  const there = (sets: MaySet[]) => sets.filter((set) => set !== undefined);
  return { met: there(met), partly: there(partly), told: there([told]) };
}

function unionOf(sets: readonly PostingSet[], scratch: Scratch): Bitmap {
  const union = scratch.take();
  for (const set of sets) set.orInto(union);
  return union;
}

/** Per tag whether rows of that process count; null: all do. */
export function countingTags({ counting }: PreparedNeed, { tags }: FirmStore): Uint8Array | null {
  if (counting === null) return null;
  const counts = new Uint8Array(tags.size);
  for (const code of counting) {
    const tag = tags.find('process', code);
    if (tag >= 0) counts[tag] = 1;
  }
  return counts;
}
