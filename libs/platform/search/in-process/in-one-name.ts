import { searchFields } from '../engine.js';
import { runsOf } from '../text/runs.js';
import type { DocumentIndex } from './document-index.js';
import type { TagColumn } from './tag-column.js';
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
  const { list } = found;
  const said = new Said(
    tags,
    runsOf(text).map((run) => run.text),
  );
  let length = 0;
  for (let i = 0; i < found.length; i++) {
    const entry = list[i]!;
    // Where another field has it, too, it is found in any case.
    if ((entry & 0xff) !== TAGS || said.inOneOf(entry >>> 8)) list[length++] = entry;
  }
  return { list, length };
}

/** Which tags have all the runs in one of their names; each is read once. */
class Said {
  private readonly known: Uint8Array;

  constructor(
    private readonly tags: TagColumn,
    private readonly runs: readonly string[],
  ) {
    this.known = new Uint8Array(tags.size);
  }

  inOneOf(slot: number): boolean {
    const { known } = this;
    const { ends, numbers } = this.tags.lists;
    // A view of the slot's list would cost more than reading it.
    for (let i = slot === 0 ? 0 : ends[slot - 1]!; i < ends[slot]!; i++) {
      const number = numbers[i]!;
      if (known[number] === UNKNOWN) known[number] = this.read(number) ? SAID : NOT_SAID;
      if (known[number] === SAID) return true;
    }
    return false;
  }

  private read(number: number): boolean {
    return this.tags.namesOf(number).some((name) => this.runs.every((run) => name.includes(run)));
  }
}

/** Whether a document may have the parts apart from each other: more than one word, or one of three characters or more. */
const isOfParts = (pieces: Alternative['pieces']): boolean =>
  pieces.length > 1 || pieces.some((piece) => piece.kind === 'pairs' && piece.pairs.length > 1);
