import { Bitmap, grown } from '../arrays/index.js';
import {
  markOf,
  searchFacets,
  searchFields,
  searchNumbers,
  type SearchChange,
  type SearchDocument,
  type SearchFacet,
  type SearchField,
  type SearchKind,
  type SearchNumber,
} from '../engine.js';
import { normalise } from '../normalise.js';
import { soundFields, soundsOf } from '../text/document-keys.js';
import { tokensOf, type Tokens } from '../text/runs.js';
import { namesOf } from '../text/tags.js';
import { FacetColumn } from './facet-column.js';
import { Scratch } from './scratch.js';
import { TagColumn } from './tag-column.js';
import { MAX_SLOTS, TermIndex } from './term-index.js';
import { Vocabulary } from './vocabulary.js';

/** The bit of what is found by sound. */
const SOUND = 1 << searchFields.length;
/** Terms of the controlled lists are read once, however many documents have them. */
const MOST_REMEMBERED = 10_000;
/** Longer titles are sentences: nobody means one by a typing error. */
const LONGEST_NAME = 24;

const isSounded = (field: SearchField): boolean => (soundFields as readonly SearchField[]).includes(field);

interface Term extends Tokens {
  readonly sounds: readonly string[];
}

interface Held {
  readonly version: number;
  /** Where it is; null where the document is gone, so that an older state cannot bring it back. */
  readonly slot: number | null;
}

/** Documents in typed arrays. A changed document gets a new slot; its old one is dead. */
export class DocumentIndex {
  readonly words = new TermIndex();
  readonly pairs = new TermIndex();
  readonly vocabulary = new Vocabulary();
  readonly live = new Bitmap();
  readonly facets = new Map<SearchFacet, FacetColumn>(searchFacets.map((name) => [name, new FacetColumn()]));
  readonly tags = new TagColumn();
  readonly scratch = new Scratch();
  readonly audience = new FacetColumn();
  readonly hiddenFrom = new FacetColumn();
  readonly numbers = new Map<SearchNumber, Float64Array>(
    searchNumbers.map((name) => [name, new Float64Array()]),
  );
  latitudes = new Float64Array();
  longitudes = new Float64Array();
  private readonly held = new Map<string, Held>();
  private readonly keys: string[] = [];
  private readonly ids: string[] = [];
  private readonly kinds: SearchKind[] = [];
  private readonly terms = new Map<string, Term>();
  private readonly pairsByChar = new Map<string, string[]>();
  private alive = 0;
  private marks = 0;

  /** Slots given out so far, dead ones included. */
  get slots(): number {
    return this.keys.length;
  }

  get size(): number {
    return this.alive;
  }

  get sumOfMarks(): number {
    return this.marks;
  }

  /** Whether so many slots are dead that a new index would be much smaller. */
  get isWorn(): boolean {
    return this.slots > 2 * this.alive + 20_000 || this.slots > MAX_SLOTS - 100_000;
  }

  hitAt(slot: number): { key: string; id: string; kind: SearchKind } {
    return { key: this.keys[slot] ?? '', id: this.ids[slot] ?? '', kind: this.kinds[slot] ?? 'company' };
  }

  keyAt(slot: number): string {
    return this.keys[slot] ?? '';
  }

  /** Pairs of characters with this one in them. */
  pairsWith(char: string): readonly string[] {
    return this.pairsByChar.get(char) ?? [];
  }

  *versions(): Generator<{ key: string; version: number }> {
    for (const [key, { version, slot }] of this.held) if (slot !== null) yield { key, version };
  }

  /** Takes a state in; an older one than the present changes nothing. */
  apply({ key, version, document }: SearchChange): void {
    const before = this.held.get(key);
    if (before && before.version >= version) return;
    if (before && before.slot !== null) {
      this.live.delete(before.slot);
      this.alive--;
      this.marks -= markOf(key, before.version);
    }
    const slot = document ? this.add(document) : null;
    this.held.set(key, { version, slot });
    if (slot === null) return;
    this.alive++;
    this.marks += markOf(key, version);
  }

  private add(document: SearchDocument): number {
    const slot = this.keys.length;
    if (slot >= MAX_SLOTS) throw new Error('The index in memory is full; it must be built anew.');
    this.keys.push(document.key);
    this.ids.push(document.id);
    this.kinds.push(document.kind);
    this.live.add(slot);
    this.audience.add(slot, document.audience);
    this.hiddenFrom.add(slot, document.hiddenFrom);
    for (const [name, column] of this.facets)
      column.add(slot, name === 'kind' ? [document.kind] : (document.facets[name] ?? []));
    for (const name of searchNumbers) {
      const column = grown(this.numbers.get(name) ?? new Float64Array(), slot + 1);
      column[slot] = document.numbers[name] ?? NaN;
      this.numbers.set(name, column);
    }
    this.latitudes = grown(this.latitudes, slot + 1);
    this.longitudes = grown(this.longitudes, slot + 1);
    this.latitudes[slot] = document.place?.latitude ?? NaN;
    this.longitudes[slot] = document.place?.longitude ?? NaN;
    this.tags.add(slot, document.texts.tags ?? []);
    this.addTexts(document, slot);
    return slot;
  }

  private addTexts({ texts }: SearchDocument, slot: number): void {
    const words = new Map<string, number>();
    const pairs = new Map<string, number>();
    const note = (map: Map<string, number>, terms: readonly string[], bit: number): void => {
      for (const term of terms) map.set(term, (map.get(term) ?? 0) | bit);
    };
    searchFields.forEach((field, i) => {
      for (const text of texts[field] ?? []) {
        const term = field === 'tags' ? this.term(text) : null;
        const tokens = term ?? tokensOf(text);
        note(words, tokens.words, 1 << i);
        note(pairs, tokens.bigrams, 1 << i);
        if (isSounded(field)) note(words, term?.sounds ?? soundsOf(tokens.plain), SOUND);
        if (field === 'title' && tokens.plain.length <= LONGEST_NAME) this.vocabulary.add(tokens.plain);
      }
    });
    for (const [word, fields] of words) {
      if (!this.words.has(word)) this.vocabulary.add(word);
      this.words.add(word, slot, fields);
    }
    for (const [pair, fields] of pairs) {
      if (!this.pairs.has(pair)) this.remember(pair);
      this.pairs.add(pair, slot, fields);
    }
  }

  private remember(pair: string): void {
    for (const char of new Set(pair)) {
      const pairs = this.pairsByChar.get(char);
      if (pairs) pairs.push(pair);
      else this.pairsByChar.set(char, [pair]);
    }
  }

  private term(text: string): Term {
    let term = this.terms.get(text);
    if (!term) {
      if (this.terms.size >= MOST_REMEMBERED) this.terms.clear();
      const tokens = tokensOf(text);
      term = { ...tokens, sounds: soundsOf(tokens.plain) };
      this.terms.set(text, term);
      for (const name of namesOf(text)) if (name.length <= LONGEST_NAME) this.vocabulary.add(normalise(name));
    }
    return term;
  }
}
