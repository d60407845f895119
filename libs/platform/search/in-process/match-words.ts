import { Bitmap } from '../arrays/index.js';
import { searchFields } from '../engine.js';
import type { DocumentIndex } from './document-index.js';
import { inOneName } from './in-one-name.js';
import { intersection, placeOf, union } from './postings.js';
import type { Postings } from './term-index.js';
import { isWithin, type Alternative, type Piece, type Term } from './word-query.js';

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
  /** Of the wanted documents, until the next question is asked. */
  readonly scores: Float32Array;
}

/**
 * Documents that have every term in one of its meanings, with scores: rare terms and near fields count more. Scores cost
 * most, so they are made of the `wanted` documents only.
 */
export function matchWords(index: DocumentIndex, terms: readonly Term[], wanted: Bitmap): Matched {
  const { slots, scratch } = index;
  const scores = scratch.scores(slots);
  const documents = new Bitmap(slots).or(index.live);
  const inTitle = terms.length > 1 ? scratch.inTitles(slots) : null;
  const { from, to } = wanted.extent();
  for (const term of terms) {
    const found = new Bitmap(slots);
    const tally = { found, scores, inTitle, from: 32 * from, to: 32 * to };
    const before: Alternative[] = [];
    for (const alternative of term.alternatives) {
      // Whatever it finds has been found, and no document has it as a word.
      if (before.some((wider) => isWithin(alternative, wider)) && !index.words.has(alternative.text))
        continue;
      score(index, alternative, tally);
      before.push(alternative);
    }
    documents.and(found);
  }
  if (inTitle)
    documents.forEach((slot) => {
      if (inTitle[slot] === terms.length) scores[slot]! += ALL_IN_TITLE;
    });
  return { documents, scores };
}

interface Tally {
  readonly found: Bitmap;
  readonly scores: Float32Array;
  readonly inTitle: Uint8Array | null;
  /** The slots that scores are wanted of, from the first (included) to the last (not included). */
  readonly from: number;
  readonly to: number;
}

function score(index: DocumentIndex, alternative: Alternative, tally: Tally): void {
  const { found, scores, inTitle, from, to } = tally;
  const { list, length } = documentsOf(index, alternative);
  if (length === 0) return;
  const rarity = alternative.weight * Math.log(1 + index.slots / length);
  const first = placeOf(list, length, from);
  const end = placeOf(list, length, to);
  markFound(found, list, 0, first);
  markFound(found, list, end, length);
  for (let i = first; i < end; i++) {
    const entry = list[i]!;
    const slot = entry >>> 8;
    if (found.has(slot)) continue;
    found.add(slot);
    scores[slot]! += weights[entry & 0xff]! * rarity;
    if (inTitle && entry & TITLE) inTitle[slot]!++;
  }
  const whole = index.words.postings(alternative.text);
  const wholeEnd = placeOf(whole.list, whole.length, to);
  for (let i = placeOf(whole.list, whole.length, from); i < wholeEnd; i++) {
    const entry = whole.list[i]!;
    scores[entry >>> 8]! += weights[entry & 0xff]! * rarity * WHOLE;
  }
}

function markFound({ words }: Bitmap, list: Uint32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const slot = list[i]! >>> 8;
    words[slot >>> 5]! |= 1 << (slot & 31);
  }
}

/** The documents with all pieces of an alternative, dead ones included. */
export function documentsOf(index: DocumentIndex, alternative: Alternative): Postings {
  const { pieces, open } = alternative;
  const found = intersection(
    pieces.flatMap((piece, i) => listsOf(index, piece, open && i === pieces.length - 1)),
    index,
  );
  return inOneName(index, alternative, found);
}

function listsOf(index: DocumentIndex, piece: Piece, open: boolean): Postings[] {
  if (piece.kind === 'word') {
    const words = open ? index.words.startingWith(piece.word, MOST_ENDINGS) : [];
    return [
      union(
        [piece.word, ...words].map((word) => index.words.postings(word)),
        index,
      ),
    ];
  }
  const [only, ...more] = piece.pairs;
  const isChar = more.length === 0 && only !== undefined && [...only].length === 1;
  if (!isChar) return piece.pairs.map((pair) => index.pairs.postings(pair));
  return [
    union(
      index.pairsWith(only).map((pair) => index.pairs.postings(pair)),
      index,
    ),
  ];
}
