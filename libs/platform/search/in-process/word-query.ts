import { bigramsOf, isLatin, runsOf } from '../text/runs.js';
import { withoutSmallWords } from '../text/small-words.js';
import { kanaOf, soundOf } from '../text/romaji.js';
import { folded } from '../normalise.js';
import { searchWords } from '../search-text.js';
import type { SearchSynonym } from '../engine.js';
import type { Needle } from '../text/highlighting.js';

/** What a document must have: all of it, in one field. */
export type Piece =
  | { readonly kind: 'pairs'; readonly pairs: readonly string[] }
  | { readonly kind: 'word'; readonly word: string };

/** One way of saying a word; the nearest first. */
export interface Alternative {
  readonly text: string;
  readonly weight: number;
  readonly pieces: readonly Piece[];
  /** Also words that begin with the last piece: what is being typed. */
  readonly open: boolean;
}

/** One word of a query: one of its alternatives must be there. */
export interface Term {
  readonly text: string;
  readonly alternatives: readonly Alternative[];
}

const UNFINISHED = 0.9;
const BY_SOUND = 0.7;
/** At most so many other words for one. */
const MOST_SYNONYMS = 12;

/** Synonyms by the word that is typed, normalised. */
export type SynonymMap = ReadonlyMap<string, readonly SearchSynonym[]>;

export function alternativeOf(text: string, weight: number, open: boolean): Alternative | null {
  const pieces = runsOf(text).map((run): Piece =>
    run.cjk ? { kind: 'pairs', pairs: bigramsOf(run.text) } : { kind: 'word', word: run.text },
  );
  return pieces.length === 0 ? null : { text, weight, pieces, open };
}

/** Whether all that has one alternative has the other one, too: 精密板金 has 板金. False where that is not plain. */
export function isWithin(narrow: Alternative, wide: Alternative): boolean {
  return wide.pieces.every((piece, i) => {
    if (piece.kind === 'pairs')
      return piece.pairs.every((pair) =>
        narrow.pieces.some((other) => other.kind === 'pairs' && other.pairs.includes(pair)),
      );
    const isOpen = wide.open && i === wide.pieces.length - 1;
    return narrow.pieces.some(
      (other, at) =>
        other.kind === 'word' &&
        other.word === piece.word &&
        (isOpen || !narrow.open || at < narrow.pieces.length - 1),
    );
  });
}

/** The words of a query with what else they may mean. `isWord`: whether any document has a word. */
export function termsOf(words: string, synonyms: SynonymMap, isWord: (word: string) => boolean): Term[] {
  const typed = joinedPhrases(joinedCodes(searchWords(words), isWord), synonyms);
  return withoutSmallWords(typed).flatMap((text) => {
    const ways = [
      alternativeOf(text, 1, true),
      ...meanings(text, synonyms, UNFINISHED),
      ...bySound(text, synonyms, isWord),
    ];
    const alternatives = ways.filter((way) => way !== null);
    return alternatives.length === 0 ? [] : [{ text, alternatives }];
  });
}

const meanings = (text: string, synonyms: SynonymMap, worth: number): (Alternative | null)[] =>
  (synonyms.get(text) ?? [])
    .slice(0, MOST_SYNONYMS)
    .map(({ to, weight }) => alternativeOf(to, weight * worth, false));

/** What is typed in Latin letters may be the sound of a Japanese word, and then means what that word does. */
function bySound(
  text: string,
  synonyms: SynonymMap,
  isWord: (word: string) => boolean,
): (Alternative | null)[] {
  if (!/^[a-zōū']{3,}$/.test(text)) return [];
  const sound = soundOf(text);
  const kana = folded(kanaOf(text) ?? '');
  return [
    ...(sound === text ? [] : [alternativeOf(sound, BY_SOUND, true)]),
    ...(synonyms.has(kana) || isWord(kana)
      ? [alternativeOf(kana, BY_SOUND, false), ...meanings(kana, synonyms, BY_SOUND)]
      : []),
  ];
}

const LONGEST_PHRASE = 4;

/** `sheet metal work` is one word of the trade where the thesaurus has it as one. */
function joinedPhrases(words: readonly string[], synonyms: SynonymMap): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(LONGEST_PHRASE, words.length - at);
    while (length > 1 && !synonyms.has(words.slice(at, at + length).join(' '))) length--;
    joined.push(words.slice(at, at + length).join(' '));
    at += length;
  }
  return joined;
}

/** `iso 9001` is one code where documents have it as one. */
function joinedCodes(words: readonly string[], isWord: (word: string) => boolean): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const isCode = before !== undefined && /^[a-z]{1,6}$/.test(before) && /^\d[\d.]*[a-z]?$/.test(word);
    if (isCode && isWord(before + word)) joined[joined.length - 1] = before + word;
    else joined.push(word);
  }
  return joined;
}

/** What to mark in the texts of a hit: each word or meaning as a whole. */
export const needlesOf = (terms: readonly Term[]): Needle[] =>
  terms.flatMap(({ alternatives }) =>
    alternatives.map(({ text, open }) => ({ text, ...borders(text), ...(open && { end: false }) })),
  );

/** The same where nothing of it stands together: each piece by itself. */
export const loosely = (needles: readonly Needle[]): Needle[] =>
  needles.flatMap((needle) => {
    const runs = runsOf(needle.text);
    return runs.length < 2 ? [] : runs.map(({ text }) => ({ text, ...borders(text) }));
  });

/** Where a text begins or ends in Latin letters, a word must. */
const borders = (text: string): { start: boolean; end: boolean } => ({
  start: isLatin(text[0]),
  end: isLatin(text.at(-1)),
});
