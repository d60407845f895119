import { Dictionary } from '#platform/search/arrays/index.js';
import { lengthNorm, scoreOfRecord } from './bm25.js';
import { encodeText } from './encoded.js';
import type { RecordCells, TokenKeys } from './pair-features.js';
import type { Query } from './query.js';

/** What must be known of all records. */
export interface Corpus {
  rarity(token: string): number;
  readonly statistics: { readonly averageLength: number };
}

/** Texts that need not be in an index, with the scores that they would have in it now. */
export class EncodedTexts {
  readonly records: RecordCells[];
  readonly tokenKeys: TokenKeys;
  private readonly keys = new Dictionary();
  private readonly norms: number[];
  private readonly gains: Float64Array;

  constructor(
    texts: readonly string[],
    private readonly corpus: Corpus,
  ) {
    this.records = texts.map((text) => ({ cells: encodeText(text, this.keys), at: 0 }));
    const { averageLength } = corpus.statistics;
    this.norms = this.records.map(({ cells }) => lengthNorm(cells[0]!, averageLength));
    this.gains = new Float64Array(this.keys.size);
    const rarity = (token: string) => corpus.rarity(token);
    this.tokenKeys = { keyOf: (token) => this.keys.numberOf(token), rarity, averageLength };
  }

  /** BM25 of each text. */
  scores(query: Query): Float64Array {
    const { gains } = this;
    gains.fill(0);
    for (const [i, token] of query.tokens.entries()) {
      const key = this.keys.numberOf(token);
      if (key !== undefined) gains[key] = query.weights[i]! * this.corpus.rarity(token);
    }
    return Float64Array.from(this.records, ({ cells, at }, i) =>
      scoreOfRecord(cells, at, this.norms[i]!, gains),
    );
  }
}
