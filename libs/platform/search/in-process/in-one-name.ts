import { searchFields } from '../engine.js';
import { runsOf } from '../text/runs.js';
import type { DocumentIndex } from './document-index.js';
import type { Postings } from './term-index.js';
import type { Alternative } from './word-query.js';

const TAGS = 1 << searchFields.indexOf('tags');
const [UNKNOWN, SAID, NOT_SAID] = [0, 1, 2];

/**
 * Leaves out what only all tags of a document together have: the リン of one and the ンゴ of another are no リンゴ, and a
 * sheet, a metal and a work are no sheet metal work. The postings are the caller's own and are changed.
 */
export function inOneName(index: DocumentIndex, { text, pieces }: Alternative, found: Postings): Postings {
  if (!isOfParts(pieces)) return found;
  const { tags } = index;
  const runs = runsOf(text).map((run) => run.text);
  const known = new Uint8Array(tags.size);
  const says = (number: number): boolean => {
    if (known[number] === UNKNOWN)
      known[number] = tags.namesOf(number).some((name) => runs.every((run) => name.includes(run)))
        ? SAID
        : NOT_SAID;
    return known[number] === SAID;
  };
  const { list } = found;
  let length = 0;
  for (let i = 0; i < found.length; i++) {
    let entry = list[i]!;
    if (entry & TAGS && !tags.some(entry >>> 8, says)) entry = (entry & ~TAGS) >>> 0;
    if (entry & 0xff) list[length++] = entry;
  }
  return { list, length };
}

/** Whether a document may have the parts apart from each other: more than one word, or one of three characters or more. */
const isOfParts = (pieces: Alternative['pieces']): boolean =>
  pieces.length > 1 || pieces.some((piece) => piece.kind === 'pairs' && piece.pairs.length > 1);
