import { Dictionary, NumberLists } from '../arrays/index.js';
import type { Highlight, SearchDocument } from '../engine.js';
import { normalise } from '../normalise.js';
import { highlighted, highlightsOf, mostMarked, type Needle } from '../text/highlighting.js';
import { loosely } from './word-query.js';
import { namesOf, reasonsIn, Tag, type MarkedName } from '../text/tags.js';

/** The tags of each document. They are of the controlled lists, so each text is kept once and known by its number. */
export class TagColumn {
  private readonly texts = new Dictionary();
  /** The numbers of each document's tags. */
  readonly lists = new NumberLists();
  private readonly read: (Tag | undefined)[] = [];
  private readonly plain: (readonly string[] | undefined)[] = [];

  /** How many different tags there are. */
  get size(): number {
    return this.texts.size;
  }

  add(slot: number, tags: readonly string[]): void {
    this.lists.add(
      slot,
      tags.map((tag) => this.texts.add(tag)),
    );
  }

  /** The numbers of a document's tags. */
  of(slot: number): Uint32Array {
    return this.lists.of(slot);
  }

  /** Names and readings of a number's tag, normalised. */
  namesOf(number: number): readonly string[] {
    return (this.plain[number] ??= namesOf(this.texts.termOf(number)).map(normalise));
  }

  /** The tag of a number; reading one takes time, so it is done when it is first asked for. */
  tag(number: number): Tag {
    return (this.read[number] ??= new Tag(this.texts.termOf(number)));
  }
}

/** Where a document of one answer matches. `texts`: its texts but for the tags, which come from its slot. */
export type Marker = (slot: number, texts: SearchDocument['texts']) => Highlight[];

/** Marks the documents of one answer: many of them have the same tags, and each is marked once. */
export function markerOf(tags: TagColumn, needles: readonly Needle[]): Marker {
  const strictly = markerBy(tags, needles);
  const loose = loosely(needles);
  const freely = loose.length === 0 ? null : markerBy(tags, [...needles, ...loose]);
  return (slot, texts) => {
    const marks = strictly(slot, texts);
    return marks.length > 0 || !freely ? marks : freely(slot, texts);
  };
}

function markerBy(tags: TagColumn, needles: readonly Needle[]): Marker {
  const known = new Map<number, readonly MarkedName[]>();
  const namesOf = (number: number): readonly MarkedName[] => {
    let names = known.get(number);
    if (!names) known.set(number, (names = tags.tag(number).marked(needles)));
    return names;
  };
  return (slot, texts) =>
    highlightsOf((field) =>
      field === 'tags'
        ? reasonsIn([...tags.of(slot)].map(namesOf))
        : mostMarked((texts[field] ?? []).map((text) => highlighted(text, needles))),
    );
}
