import { lowestBit, type Bitmap } from '#platform/search/arrays/index.js';
import { MET, MISSED, PARTLY, UNKNOWN } from '../rules/verdicts.js';
import type { Column } from './columns.js';
import type { FirmView } from './row-rules.js';

/** How many firms a must costs. */
export interface Cost {
  /** Firms that miss it and no other must. */
  alone: number;
  /** Firms that miss it, alone or with others. */
  together: number;
}

/**
 * Counts, per column, the firms of `among` that miss it as a must and would else be candidates: something speaks for
 * them, be it only their words.
 */
export function costsOf(
  columns: readonly Column[],
  among: Bitmap,
  firm: FirmView,
  isNear: (slot: number) => boolean,
): Cost[] {
  const costs = columns.map(() => ({ alone: 0, together: 0 }));
  const verdicts = new Uint8Array(columns.length);
  for (let w = 0; w < among.words.length; w++) {
    let firms = among.words[w]! & mayMiss(columns, w);
    for (; firms !== 0; firms &= firms - 1) {
      const bit = lowestBit(firms);
      judge(columns, w, bit, firm, verdicts);
      const missed = columns.flatMap(({ isMust }, c) => (isMust && verdicts[c] === MISSED ? [c] : []));
      if (missed.length === 0) continue;
      if (!verdicts.some((verdict) => verdict >= PARTLY) && !isNear(w * 32 + bit)) continue;
      for (const c of missed) costs[c]!.together++;
      if (missed.length === 1) costs[missed[0]!]!.alone++;
    }
  }
  return costs;
}

/** The firms of a word that may miss a must. */
function mayMiss(columns: readonly Column[], w: number): number {
  let firms = 0;
  for (const { isMust, missed, met, exact } of columns)
    if (isMust) firms |= exact === null ? missed[w]! : missed[w]! | met[w]!;
  return firms;
}

/** All verdicts of one firm, exact. */
function judge(
  columns: readonly Column[],
  w: number,
  bit: number,
  firm: FirmView,
  verdicts: Uint8Array,
): void {
  let isRead = false;
  for (let c = 0; c < columns.length; c++) {
    const { met, partly, missed, exact } = columns[c]!;
    if ((met[w]! >>> bit) & 1) {
      if (exact !== null && !isRead) firm.read(w * 32 + bit);
      isRead ||= exact !== null;
      verdicts[c] = exact === null ? MET : exact(firm);
    } else if ((partly[w]! >>> bit) & 1) verdicts[c] = PARTLY;
    else verdicts[c] = (missed[w]! >>> bit) & 1 ? MISSED : UNKNOWN;
  }
}
