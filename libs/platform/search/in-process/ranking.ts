import { lowestBit, TopK, type Bitmap } from '../arrays/index.js';
import { MAX_DEPTH, type SearchQuery } from '../engine.js';
import type { DocumentIndex } from './document-index.js';
import { distanceAt } from './filters.js';

/** The slots of the wanted page, best first; of equals the newest, then the one of the lowest key. */
export function bestOf(
  index: DocumentIndex,
  documents: Bitmap,
  scores: Float32Array,
  { sort, from, page, pageSize }: Pick<SearchQuery, 'sort' | 'from' | 'page' | 'pageSize'>,
): number[] {
  const since = index.numbers.get('since') ?? new Float64Array();
  const goesFirst = (a: number, b: number): boolean => {
    const newer = orLast(since[a]) - orLast(since[b]);
    return newer !== 0 ? newer > 0 : index.keyAt(a) < index.keyAt(b);
  };
  const end = Math.min(page * pageSize, MAX_DEPTH);
  const top = new TopK(end, goesFirst);
  const valueOf = valueFor(index, sort, from);
  if (sort === 'relevance' && scores.length > 0) offerAll(top, documents, scores);
  else documents.forEach((slot) => top.offer(slot, valueOf(slot)));
  return top
    .best()
    .slice((page - 1) * pageSize, end)
    .map(({ item }) => item);
}

/** Offers the documents by their scores: many, of which most are worse than those kept by then. */
function offerAll(top: TopK, { words }: Bitmap, scores: Float32Array): void {
  let least = top.threshold;
  for (let w = 0; w < words.length; w++)
    for (let rest = words[w]!; rest !== 0; rest &= rest - 1) {
      const slot = w * 32 + lowestBit(rest);
      const score = scores[slot]!;
      if (score >= least && top.offer(slot, score)) least = top.threshold;
    }
}

/** What is not told comes last; a number, since infinities cannot be taken from each other. */
const LAST = -Number.MAX_VALUE;
const orLast = (value: number | undefined): number =>
  value === undefined || Number.isNaN(value) ? LAST : value;

function valueFor(
  index: DocumentIndex,
  sort: SearchQuery['sort'],
  from: SearchQuery['from'],
): (slot: number) => number {
  const numbers = (name: 'since' | 'staff' | 'deadline') => index.numbers.get(name) ?? new Float64Array();
  switch (sort) {
    case 'newest': {
      const since = numbers('since');
      return (slot) => orLast(since[slot]);
    }
    case 'staff': {
      const staff = numbers('staff');
      return (slot) => orLast(staff[slot]);
    }
    case 'deadline': {
      const deadlines = numbers('deadline');
      return (slot) => orLast(-(deadlines[slot] ?? NaN));
    }
    case 'distance':
      return from ? (slot) => orLast(-distanceAt(index, slot, from)) : () => 0;
    case 'relevance':
      return () => 0;
  }
}
