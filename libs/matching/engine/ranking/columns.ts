import { Bitmap, type PostingSet, wordsFor } from '#platform/search/arrays/index.js';
import type { Requirement } from '../match.types.js';
import type { PreparedNeed } from '../prepared-need.js';
import { worthOf } from '../scoring.js';
import type { FirmStore } from '../store/firm-store.js';
import type { TagList } from '../store/firm-tags.js';
import { exactRule, type Exact } from './row-rules.js';

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
  return need.requirements.map(({ requirement }) => {
    const { met, partly, told } = setsOf(requirement, need, store, scratch);
    const missed = scratch.take();
    told?.orInto(missed);
    if (told) missed.andNot(met).andNot(partly);
    return {
      isMust: requirement.level === 'must',
      worth: worthOf(requirement.level).worth,
      met: met.words,
      partly: partly.words,
      missed: missed.words,
      exact: exactRule(requirement, need, store),
    };
  });
}

interface Sets {
  met: Bitmap;
  partly: Bitmap;
  /** Who is in none of the two but has told of this list misses it; undefined: nobody does. */
  told: PostingSet | undefined;
}

function setsOf(requirement: Requirement, need: PreparedNeed, store: FirmStore, scratch: Scratch): Sets {
  const { tags } = store;
  const met = scratch.take();
  const partly = scratch.take();
  switch (requirement.kind) {
    case 'process':
    case 'material': {
      tags.within(requirement.kind, requirement.code)?.orInto(met);
      for (const code of tags.broader(requirement.kind, requirement.code))
        tags.statedBy(requirement.kind, code)?.orInto(partly);
      partly.andNot(met);
      return { met, partly, told: tags.told(requirement.kind) };
    }
    case 'theme':
      return stated('theme', [requirement.code]);
    case 'region':
      return stated('prefecture', requirement.prefectures);
    case 'certificate':
      return stated('certificate', [requirement.certificate]);
    default:
      countingRows(need, store, met);
      return { met, partly, told: undefined };
  }

  function stated(list: TagList, codes: readonly string[]): Sets {
    for (const code of codes) tags.statedBy(list, code)?.orInto(met);
    return { met, partly, told: tags.told(list) };
  }
}

/** Those with a row that counts: all others have told nothing of sizes, lots and dates. */
function countingRows({ counting }: PreparedNeed, { tags }: FirmStore, target: Bitmap): void {
  if (counting === null) tags.told('process')?.orInto(target);
  else for (const code of counting) tags.statedBy('process', code)?.orInto(target);
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
