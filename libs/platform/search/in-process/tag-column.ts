import { Dictionary, NumberLists } from '../arrays/index.js';
import type { Highlight, SearchDocument } from '../engine.js';
import { highlighted, highlightsOf, mostMarked, type Needle } from '../text/highlighting.js';
import { firstNames, Tag, type MarkedName } from '../text/tags.js';

/** The tags of each document. They are of the controlled lists, so each text is kept once and known by its number. */
export class TagColumn {
  private readonly texts = new Dictionary();
  private readonly numbers = new NumberLists();
  private readonly read: (Tag | undefined)[] = [];

  add(slot: number, tags: readonly string[]): void {
    this.numbers.add(
      slot,
      tags.map((tag) => this.texts.add(tag)),
    );
  }

  /** The numbers of a document's tags. */
  of(slot: number): Uint32Array {
    return this.numbers.of(slot);
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
  const known = new Map<number, readonly MarkedName[]>();
  const namesOf = (number: number): readonly MarkedName[] => {
    let names = known.get(number);
    if (!names) known.set(number, (names = tags.tag(number).marked(needles)));
    return names;
  };
  return (slot, texts) =>
    highlightsOf((field) =>
      field === 'tags'
        ? firstNames([...tags.of(slot)].flatMap(namesOf))
        : mostMarked((texts[field] ?? []).map((text) => highlighted(text, needles))),
    );
}
