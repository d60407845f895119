import { Bitmap } from '../arrays/index.js';
import { searchFields } from '../engine.js';
import type { DocumentIndex } from './document-index.js';
import { intersection, union } from './postings.js';
import type { Postings } from './term-index.js';
import type { Alternative, Piece, Term } from './word-query.js';

/** How much a hit in each field says, then one by sound. */
const FIELD_WEIGHTS = [10, 7, 5, 4, 3, 1.5, 2.5, 4];
/** What every further field adds. */
const FURTHER = 0.1;
const weights = Float32Array.from({ length: 256 }, (_, fields) => {
  const in_ = FIELD_WEIGHTS.filter((_, bit) => fields & (1 << bit));
  return in_.length === 0 ? 0 : Math.max(...in_) + FURTHER * (in_.length - 1);
});
/** What a whole word is worth beside a part of one: 京都 in 東京都 is none. */
const WHOLE = 0.5;
const MOST_ENDINGS = 300;
const TITLE = 1 << searchFields.indexOf('title');
/** What it adds where the title has all the words. */
const ALL_IN_TITLE = 5;

export interface Matched {
  readonly documents: Bitmap;
  readonly scores: Float32Array;
  /** Terms that no document has, in any of their meanings. */
  readonly missing: readonly Term[];
}

/** Documents that have every term in one of its meanings, with a score: rare terms and near fields count more. */
export function matchWords(index: DocumentIndex, terms: readonly Term[]): Matched {
  const scores = new Float32Array(index.slots);
  const documents = new Bitmap(index.slots).or(index.live);
  const inTitle = terms.length > 1 ? new Uint8Array(index.slots) : null;
  const missing: Term[] = [];
  for (const term of terms) {
    const found = new Bitmap(index.slots);
    for (const alternative of term.alternatives) score(index, alternative, { found, scores, inTitle });
    documents.and(found);
    if (!found.and(index.live).words.some((word) => word !== 0)) missing.push(term);
  }
  if (inTitle)
    for (let slot = 0; slot < inTitle.length; slot++)
      if (inTitle[slot] === terms.length) scores[slot]! += ALL_IN_TITLE;
  return { documents, scores, missing };
}

interface Tally {
  readonly found: Bitmap;
  readonly scores: Float32Array;
  readonly inTitle: Uint8Array | null;
}

function score(index: DocumentIndex, alternative: Alternative, { found, scores, inTitle }: Tally): void {
  const { list, length } = documentsOf(index, alternative);
  if (length === 0) return;
  const rarity = alternative.weight * Math.log(1 + index.slots / length);
  for (let i = 0; i < length; i++) {
    const entry = list[i]!;
    const slot = entry >>> 8;
    if (found.has(slot)) continue;
    found.add(slot);
    scores[slot]! += weights[entry & 0xff]! * rarity;
    if (inTitle && entry & TITLE) inTitle[slot]!++;
  }
  const whole = index.words.postings(alternative.text);
  for (let i = 0; i < whole.length; i++) {
    const entry = whole.list[i]!;
    scores[entry >>> 8]! += weights[entry & 0xff]! * rarity * WHOLE;
  }
}

/** The documents with all pieces of an alternative, dead ones included. */
export function documentsOf(index: DocumentIndex, { pieces, open }: Alternative): Postings {
  return intersection(pieces.flatMap((piece, i) => listsOf(index, piece, open && i === pieces.length - 1)));
}

function listsOf(index: DocumentIndex, piece: Piece, open: boolean): Postings[] {
  if (piece.kind === 'word') {
    const words = open ? index.words.startingWith(piece.word, MOST_ENDINGS) : [];
    return [
      union(
        [piece.word, ...words].map((word) => index.words.postings(word)),
        index.slots,
      ),
    ];
  }
  const [only, ...more] = piece.pairs;
  const isChar = more.length === 0 && only !== undefined && [...only].length === 1;
  if (!isChar) return piece.pairs.map((pair) => index.pairs.postings(pair));
  return [
    union(
      index.pairsWith(only).map((pair) => index.pairs.postings(pair)),
      index.slots,
    ),
  ];
}
