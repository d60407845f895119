import { searchFields } from '../engine.js';
import { runsOf } from '../text/runs.js';
import type { DocumentIndex } from './document-index.js';
import type { TagColumn } from './tag-column.js';
import type { Postings } from './term-index.js';
import type { Alternative, Piece } from './word-query.js';

const TAGS = 1 << searchFields.indexOf('tags');

/**
 * Leaves out what only all tags of a document together have: the リン of one and the ンゴ of another are no リンゴ, and a
 * sheet, a metal and a work are no sheet metal work. The postings are the caller's own and are changed.
 */
export function inOneName(index: DocumentIndex, alternative: Alternative, found: Postings): Postings {
  if (!isOfParts(alternative.pieces)) return found;
  const said = saidIn(index.tags, alternative);
  if (!said.mayBeApart) return found;
  const { list } = found;
  let length = 0;
  for (let i = 0; i < found.length; i++) {
    const entry = list[i]!;
    // Where another field has it, too, it is found in any case.
    if ((entry & 0xff) !== TAGS || said.inOneOf(entry >>> 8)) list[length++] = entry;
  }
  return { list, length };
}

/** Which tags have all of an alternative in one of their names. */
class Said {
  /** Whether the other tags together have all parts of it: if not, whoever has them all has a tag that says it. */
  readonly mayBeApart: boolean;
  private readonly says: Uint8Array;

  constructor(
    private readonly tags: TagColumn,
    { text, pieces }: Alternative,
  ) {
    const runs = runsOf(text).map((run) => run.text);
    const missing = new Set(pieces.flatMap(partsOf));
    this.says = new Uint8Array(tags.size);
    for (let number = 0; number < tags.size; number++) {
      const names = tags.namesOf(number);
      if (names.some((name) => runs.every((run) => name.includes(run)))) this.says[number] = 1;
      else for (const part of missing) if (names.some((name) => name.includes(part))) missing.delete(part);
    }
    this.mayBeApart = missing.size === 0;
  }

  /** Whether nothing has been added to the tags since. */
  get isOfAll(): boolean {
    return this.says.length === this.tags.size;
  }

  inOneOf(slot: number): boolean {
    const { says } = this;
    const { ends, numbers } = this.tags.lists;
    // A view of the slot's list would cost more than reading it.
    for (let i = slot === 0 ? 0 : ends[slot - 1]!; i < ends[slot]!; i++) if (says[numbers[i]!]) return true;
    return false;
  }
}

const partsOf = (piece: Piece): readonly string[] => (piece.kind === 'word' ? [piece.word] : piece.pairs);

const MOST_REMEMBERED = 1_000;
const remembered = new WeakMap<TagColumn, Map<string, Said>>();

/** Names are of the controlled lists and few, but to read all of them for each question would take as long as the rest. */
function saidIn(tags: TagColumn, alternative: Alternative): Said {
  let known = remembered.get(tags);
  if (!known) remembered.set(tags, (known = new Map<string, Said>()));
  let said = known.get(alternative.text);
  if (!said?.isOfAll) {
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(alternative.text, (said = new Said(tags, alternative)));
  }
  return said;
}

/** Whether a document may have the parts apart from each other: more than one word, or one of three characters or more. */
const isOfParts = (pieces: Alternative['pieces']): boolean =>
  pieces.length > 1 || pieces.some((piece) => piece.kind === 'pairs' && piece.pairs.length > 1);
