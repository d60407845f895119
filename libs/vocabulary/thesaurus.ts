import type { UnderstoodWord, VocabularyContent } from '#contracts/vocabulary.js';
import { findMaterial, findProcess } from '#companies/index.js';
import { folded, spelled } from '#platform/search/index.js';
import type { Entry } from './entry.js';

/** A word that was not said but is understood; `weight` as a share of one that was said. */
export interface WeightedTerm {
  readonly text: string;
  readonly weight: number;
}
export interface WeightedCode {
  readonly kind: 'process' | 'material';
  readonly code: string;
  readonly weight: number;
}

/** What a text is understood as beside its own words, each term and code once, the weightiest first. */
export interface Expansion {
  readonly understood: readonly UnderstoodWord[];
  readonly terms: readonly WeightedTerm[];
  readonly codes: readonly WeightedCode[];
}

/** One word of an entry, and what it stands for. */
interface Sense {
  readonly entryId: string;
  readonly terms: readonly WeightedTerm[];
  readonly codes: readonly WeightedCode[];
}

/** A shorter word is part of too many others. */
const SHORTEST = 2;
const nothing: Expansion = { understood: [], terms: [], codes: [] };

/** The entries in use, by their words; unchangeable. `version` tells one state of the vocabulary from another. */
export class Thesaurus {
  private readonly senses = new Map<string, Sense[]>();
  /** What words of entries are known by, worked out once. */
  private readonly keys = new Map<string, string>();
  /** Lengths of the words that begin with a letter, longest first. */
  private readonly lengths = new Map<string, number[]>();

  constructor(
    entries: Iterable<Entry>,
    readonly version: number,
  ) {
    for (const { id, state, content } of entries) if (state === 'on') this.learn(id, content);
    for (const lengths of this.lengths.values()) lengths.sort((a, b) => b - a);
  }

  get size(): number {
    return this.senses.size;
  }

  /** The words of the text that entries know, longest first from left to right, and what they are understood as. */
  expand(text: string): Expansion {
    const said = this.known(text);
    if (said.size === 0) return nothing;
    const understood = [...said].map(([word, spelling]) => this.understand(word, spelling));
    return {
      understood,
      terms: best(
        understood.flatMap(({ terms }) => terms),
        (term) => this.keyOf(term.text),
        (word) => said.has(word),
      ),
      codes: best(
        understood.flatMap(({ codes }) => codes),
        (code) => code.code,
      ),
    };
  }

  /** Every word with each that it is also understood as, for engines that keep synonyms of their own. */
  pairs(): { from: string; to: string; weight: number }[] {
    return [...this.senses.keys()].flatMap((from) =>
      this.understand(from, from).terms.map(({ text, weight }) => ({ from, to: this.keyOf(text), weight })),
    );
  }

  /** The same as Meilisearch's setting `synonyms` takes it: each word with those that it finds, one way. */
  synonyms(): Record<string, string[]> {
    return Object.fromEntries(
      [...this.senses.keys()].map((word) => [
        word,
        this.understand(word, word).terms.map(({ text }) => this.keyOf(text)),
      ]),
    );
  }

  private learn(entryId: string, content: VocabularyContent): void {
    const trade = [...content.tradeJa, ...content.tradeEn];
    const patent = [...content.patentJa, ...content.patentEn];
    const codes = content.codes.flatMap((code) => codeOf(code, content.weight));
    const { direction, weight } = content;
    const term = (text: string): WeightedTerm => ({ text, weight });
    const isOneWay = { trade: direction === 'to-trade', patent: direction === 'to-patent' };
    const tradeSense = { entryId, terms: [...trade, ...(isOneWay.trade ? [] : patent)].map(term), codes };
    const patentSense = { entryId, terms: [...patent, ...(isOneWay.patent ? [] : trade)].map(term), codes };
    for (const word of trade) this.add(word, isOneWay.trade ? { ...tradeSense, codes: [] } : tradeSense);
    for (const word of patent) this.add(word, isOneWay.patent ? { ...patentSense, codes: [] } : patentSense);
  }

  private keyOf(word: string): string {
    const known = this.keys.get(word) ?? key(word);
    this.keys.set(word, known);
    return known;
  }

  private add(spelling: string, sense: Sense): void {
    const word = this.keyOf(spelling);
    const first = word[0];
    if (first === undefined || word.length < SHORTEST) return;
    this.senses.set(word, [...(this.senses.get(word) ?? []), sense]);
    const lengths = this.lengths.get(first) ?? [];
    if (!lengths.includes(word.length)) lengths.push(word.length);
    this.lengths.set(first, lengths);
  }

  /** The words that entries know, as keys, with how the text spells them. */
  private known(text: string): Map<string, string> {
    const { plain, edges, spellings } = cut(text);
    const found = new Map<string, string>();
    let done = 0;
    for (const from of edges.keys()) {
      if (from < done) continue;
      const lengths = this.lengths.get(plain[from] ?? '');
      const length = lengths?.find(
        (n) => edges.has(from + n) && this.senses.has(plain.slice(from, from + n)),
      );
      if (length === undefined) continue;
      done = from + length;
      const said = spellings.slice(edges.get(from), edges.get(done)).join('');
      found.set(plain.slice(from, done), said);
    }
    return found;
  }

  private understand(word: string, said: string): UnderstoodWord {
    const senses = this.senses.get(word) ?? [];
    return {
      said,
      entryIds: [...new Set(senses.map(({ entryId }) => entryId))],
      terms: best(
        senses.flatMap(({ terms }) => terms),
        (term) => this.keyOf(term.text),
        (other) => other === word,
      ),
      codes: best(
        senses.flatMap(({ codes }) => codes),
        (code) => code.code,
      ),
    };
  }
}

/** One of each, with its greatest weight, the weightiest first. */
function best<Weighted extends { readonly weight: number }>(
  all: readonly Weighted[],
  keyOf: (one: Weighted) => string,
  isLeftOut: (key: string) => boolean = () => false,
): Weighted[] {
  const kept = new Map<string, Weighted>();
  for (const one of all) {
    const before = kept.get(keyOf(one));
    if (!isLeftOut(keyOf(one)) && (!before || before.weight < one.weight)) kept.set(keyOf(one), one);
  }
  return [...kept.values()].sort((a, b) => b.weight - a.weight);
}

function codeOf(code: string, weight: number): WeightedCode[] {
  if (findProcess(code)) return [{ kind: 'process', code, weight }];
  return findMaterial(code) ? [{ kind: 'material', code, weight }] : [];
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

interface Cut {
  readonly plain: string;
  /** Where words may begin and end in `plain`, in order, each with the number of spellings before it. */
  readonly edges: ReadonlyMap<number, number>;
  readonly spellings: readonly string[];
}

/** A text folded word by word. A word of an entry is found only from edge to edge: 気孔 is not in 排気孔. */
function cut(text: string): Cut {
  const edges = new Map([[0, 0]]);
  const spellings: string[] = [];
  let plain = '';
  for (const { segment } of segmenter.segment(spelled(text)))
    for (const piece of pieces(segment)) {
      plain += singular(folded(piece));
      spellings.push(piece);
      edges.set(plain.length, spellings.length);
    }
  return { plain, edges, spellings };
}

/** A segment where scripts change, save between kana and the kanji after it: 旋盤 and する of 旋盤する. */
const pieces = (segment: string): string[] =>
  segment.match(/[ぁ-ゖ]*[\p{Script=Han}々]+|[ァ-ヺー]+|[ぁ-ゖー]+|[^\p{Script=Han}々ァ-ヺーぁ-ゖ]+/gu) ?? [
    segment,
  ];

/** English words in one number: coatings as coating. */
const singular = (word: string): string =>
  /^[a-z]{4,}$/.test(word) && /[^su]s$/.test(word) ? word.slice(0, -1) : word;

/** What a word is known by. */
const key = (word: string): string => cut(word).plain;
