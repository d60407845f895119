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

/**
 * Terms that no document of `visible` has, replaced by the words nearest to them that one has. A term that is there
 * stays as it was typed.
 */
export function withoutErrors(index: DocumentIndex, terms: readonly Term[], visible: Bitmap): Corrected {
  const corrected = terms.map((term) => {
    if (term.alternatives.some((way) => isVisible(documentsOf(index, way), visible))) return term;
    return meant(index, term.text, visible) ?? term;
  });
  const words = corrected
    .map((term, i) => (term === terms[i] ? term.text : (term.alternatives[0]?.text ?? term.text)))
    .join(' ');
  return { terms: corrected, words };
}

function meant(index: DocumentIndex, text: string, visible: Bitmap): Term | null {
  const ways = index.vocabulary
    .near(text)
    .map((word) => alternativeOf(word, MEANT, false))
    .filter((way): way is Alternative => way !== null && isVisible(documentsOf(index, way), visible));
  return ways.length === 0 ? null : { text, alternatives: ways };
}

/** Whether the viewer may see one of the documents. */
function isVisible({ list, length }: Postings, visible: Bitmap): boolean {
  for (let i = 0; i < length; i++) if (visible.has(list[i]! >>> 8)) return true;
  return false;
}
