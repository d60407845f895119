import { Bitmap } from '../arrays/index.js';
import type { DocumentIndex } from './document-index.js';
import { documentsOf } from './match-words.js';
import type { Postings } from './term-index.js';
import { alternativeOf, type Alternative, type Term } from './word-query.js';

export interface Corrected {
  readonly terms: readonly Term[];
  /** What to type instead. */
  readonly words: string;
}

/** How much less a hit is worth that has another word than the typed one. */
const MEANT = 0.6;
/** At most so many words may be meant by one. */
const MOST = 12;

/**
 * Terms that no document of `visible` has, replaced by the words nearest to them that one has. A term that is there
 * stays as it was typed; the nearest word means all that it means where it is typed rightly (`meaningsOf`).
 */
export function withoutErrors(
  index: DocumentIndex,
  terms: readonly Term[],
  visible: Bitmap,
  meaningsOf: (word: string) => readonly Alternative[],
): Corrected {
  const corrected = terms.map((term) => {
    if (term.alternatives.some((way) => isVisible(documentsOf(index, way), visible))) return term;
    const other = meant(index, term.text, visible);
    if (!other) return term;
    const [nearest] = other.alternatives;
    const more = nearest ? meaningsOf(nearest.text) : [];
    const weighed = more.map((way) => ({ ...way, weight: way.weight * MEANT }));
    return { ...other, alternatives: [...other.alternatives, ...weighed] };
  });
  const words = corrected
    .map((term, i) => (term === terms[i] ? term.text : (term.alternatives[0]?.text ?? term.text)))
    .join(' ');
  return { terms: corrected, words };
}

function meant(index: DocumentIndex, text: string, visible: Bitmap): Term | null {
  // What others alone may see takes nobody's place among the nearest.
  const said = (words: readonly string[]): Alternative[] => {
    const ways: Alternative[] = [];
    for (const word of words) {
      const way = alternativeOf(word, MEANT, false);
      if (way && isVisible(documentsOf(index, way), visible)) ways.push(way);
      if (ways.length === MOST) break;
    }
    return ways;
  };
  const whole = said(index.vocabulary.near(text));
  const alternatives = whole.length > 0 ? whole : said(inHalves(index, text));
  return alternatives.length === 0 ? null : { text, alternatives };
}

const COMPOUND = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー々]{4,12}$/u;

/** A Japanese compound is seldom a word of its own: one part of it as typed, the other with an error. */
function inHalves(index: DocumentIndex, text: string): string[] {
  if (!COMPOUND.test(text)) return [];
  const found = new Set<string>();
  for (let at = 2; at <= text.length - 2; at++) {
    const [before, after] = [text.slice(0, at), text.slice(at)];
    if (index.words.has(before)) for (const word of index.vocabulary.near(after, 1)) found.add(before + word);
    if (index.words.has(after)) for (const word of index.vocabulary.near(before, 1)) found.add(word + after);
  }
  return [...found];
}

/** Whether the viewer may see one of the documents. */
function isVisible({ list, length }: Postings, visible: Bitmap): boolean {
  for (let i = 0; i < length; i++) if (visible.has(list[i]! >>> 8)) return true;
  return false;
}
