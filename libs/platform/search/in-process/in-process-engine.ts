import { setImmediate as breathe } from 'node:timers/promises';
import { Bitmap } from '../arrays/index.js';
import type {
  SearchChange,
  SearchContents,
  SearchEngine,
  SearchHit,
  SearchLanguage,
  SearchQuery,
  SearchResult,
} from '../engine.js';
import { normalise } from '../normalise.js';
import type { Needle } from '../text/highlighting.js';
import { DocumentIndex } from './document-index.js';
import { distanceAt, documentsFor, visibleTo } from './filters.js';
import { matchWords } from './match-words.js';
import { bestOf } from './ranking.js';
import { markerOf } from './tag-column.js';
import { withoutErrors, type Corrected } from './typing-errors.js';
import { needlesOf, termsOf, type SynonymMap, type Term } from './word-query.js';

const nothing = new Bitmap();
const MOST_VALUES = 300;
/** So many changes at once before others get their turn. */
const AT_ONCE = 200;

/** What may be found, and what of it the filters leave: only the latter is put in order. */
interface Among {
  readonly visible: Bitmap;
  readonly wanted: Bitmap;
}

interface Found {
  readonly documents: Bitmap;
  readonly scores: Float32Array;
  readonly needles: readonly Needle[];
  readonly suggestion: string | null;
}

/** The search of one process: everything is in its memory but the texts, of which it has the tags only. */
export class InProcessEngine implements SearchEngine {
  private index = new DocumentIndex();
  private next: DocumentIndex | null = null;
  private synonyms: SynonymMap = new Map();

  async search(query: SearchQuery): Promise<SearchResult> {
    const { index } = this;
    const visible = visibleTo(index, query.viewer);
    const perFilter = query.filters.map((filter) => ({
      name: filter.name,
      documents: documentsFor(index, filter),
    }));
    const wanted = perFilter.reduce(
      (all, filter) => all.and(filter.documents),
      new Bitmap(index.slots).copy(visible),
    );
    const found = this.find(index, query, { visible, wanted });
    const without = (name: string | null): Bitmap => {
      const documents = new Bitmap(index.slots).copy(found.documents);
      for (const filter of perFilter) if (filter.name !== name) documents.and(filter.documents);
      return documents;
    };
    const documents = without(null);
    const total = documents.count();
    const facets = query.facets.map((name) => {
      const isFiltered = perFilter.some((filter) => filter.name === name);
      const counted = isFiltered ? without(name) : documents;
      const size = isFiltered ? counted.count() : total;
      return [name, index.facets.get(name)?.counts(counted, size, MOST_VALUES) ?? []] as const;
    });
    const slots = bestOf(index, documents, found.scores, query);
    return {
      hits: await this.hits(index, slots, query, found.needles),
      total,
      facets: Object.fromEntries(facets),
      suggestion: found.suggestion,
    };
  }

  count(queries: readonly SearchQuery[]): Promise<number[]> {
    const { index } = this;
    return Promise.resolve(
      queries.map((query) => {
        const { documents } = this.find(index, query, {
          visible: visibleTo(index, query.viewer),
          wanted: nothing,
        });
        for (const filter of query.filters) documents.and(documentsFor(index, filter));
        return documents.count();
      }),
    );
  }

  async apply(changes: readonly SearchChange[]): Promise<void> {
    for (const [i, change] of changes.entries()) {
      this.index.apply(change);
      this.next?.apply(change);
      if (i % AT_ONCE === AT_ONCE - 1) await breathe();
    }
  }

  async rebuild(
    batches: AsyncIterable<readonly SearchChange[]>,
    onProgress?: (done: number) => void,
  ): Promise<void> {
    const next = new DocumentIndex();
    this.next = next;
    let done = 0;
    try {
      for await (const batch of batches) {
        for (const [i, change] of batch.entries()) {
          next.apply(change);
          if (i % AT_ONCE === AT_ONCE - 1) await breathe();
        }
        onProgress?.((done += batch.length));
      }
      if (this.next === next) this.index = next;
    } finally {
      if (this.next === next) this.next = null;
    }
  }

  useLanguage({ synonyms }: SearchLanguage): Promise<void> {
    const map = new Map<string, { from: string; to: string; weight: number }[]>();
    const words = new Set(synonyms.flatMap(({ from, to }) => [from, to]));
    const plain = new Map([...words].map((word) => [word, normalise(word)]));
    for (const { from, to, weight } of synonyms) {
      const key = plain.get(from) ?? '';
      const said = { from: key, to: plain.get(to) ?? '', weight };
      if (said.to === key) continue;
      map.set(key, [...(map.get(key) ?? []), said]);
    }
    for (const list of map.values()) list.sort((a, b) => b.weight - a.weight);
    this.synonyms = map;
    return Promise.resolve();
  }

  contents(): Promise<SearchContents> {
    return Promise.resolve({ documents: this.index.size, marks: this.index.sumOfMarks });
  }

  async *versions(): AsyncGenerator<{ key: string; version: number }[]> {
    await Promise.resolve();
    yield [...this.index.versions()];
  }

  /** Whether the index has so many dead places that it should be built anew. */
  get isWorn(): boolean {
    return this.index.isWorn;
  }

  private find(index: DocumentIndex, { words }: SearchQuery, { visible, wanted }: Among): Found {
    const terms = this.terms(index, words);
    if (terms.length === 0)
      return { documents: visible, scores: new Float32Array(0), needles: [], suggestion: null };
    const matched = matchWords(index, terms, wanted);
    matched.documents.and(visible);
    if (!matched.documents.isEmpty) return { ...matched, needles: needlesOf(terms), suggestion: null };
    return this.findMeant(index, terms, { visible, wanted });
  }

  private terms(index: DocumentIndex, words: string): Term[] {
    return termsOf(words, this.synonyms, (word) => index.words.has(word));
  }

  /** Nothing has these words: perhaps others were meant. */
  private findMeant(index: DocumentIndex, terms: readonly Term[], { visible, wanted }: Among): Found {
    const corrected: Corrected = withoutErrors(index, terms, visible, (word) =>
      this.terms(index, word).flatMap(({ alternatives }) => alternatives.slice(1)),
    );
    const matched = matchWords(index, corrected.terms, wanted);
    const { documents, scores } = matched;
    documents.and(visible);
    return {
      documents,
      scores,
      needles: needlesOf(corrected.terms),
      suggestion: documents.isEmpty ? null : corrected.words,
    };
  }

  private async hits(
    index: DocumentIndex,
    slots: readonly number[],
    { from, texts: source }: SearchQuery,
    needles: readonly Needle[],
  ): Promise<SearchHit[]> {
    const isMarked = source !== null && needles.length > 0;
    const mark = markerOf(index.tags, needles);
    const texts = isMarked ? await source(slots.map((slot) => index.keyAt(slot))) : null;
    return slots.map((slot) => {
      const distance = from ? distanceAt(index, slot, from) : NaN;
      const shown = texts?.get(index.keyAt(slot));
      return {
        ...index.hitAt(slot),
        distanceKm: Number.isNaN(distance) ? null : Math.round(distance * 10) / 10,
        highlights: shown ? mark(slot, shown) : [],
      };
    });
  }
}
