import type { TextRecord } from '../records.js';
import { inverseFrequency, lengthNorm, saturated } from '../text/bm25.js';
import type { Query } from '../text/query.js';
import { counted, tokens } from '../text/tokens.js';

/** BM25 of records without any index: every token of every record is held against the query. */
export class PlainText {
  private readonly occurrences = new Map<string, number>();
  private readonly records: number;
  readonly statistics: { averageLength: number };

  constructor(texts: readonly string[]) {
    let length = 0;
    for (const text of texts)
      for (const [token, count] of counted(tokens(text))) {
        this.occurrences.set(token, (this.occurrences.get(token) ?? 0) + 1);
        length += count;
      }
    this.records = texts.length;
    this.statistics = { averageLength: texts.length === 0 ? 0 : length / texts.length };
  }

  rarity(token: string): number {
    return inverseFrequency(this.records, this.occurrences.get(token) ?? 0);
  }

  fullScore(query: Query): number {
    return query.tokens.reduce((total, token, i) => total + query.weights[i]! * this.rarity(token), 0);
  }

  /** The score of each record. */
  scores(query: Query, records: readonly TextRecord[]): Float64Array {
    return Float64Array.from(records, ({ text }) => {
      const counts = counted(tokens(text));
      const norm = lengthNorm(
        [...counts.values()].reduce((sum, count) => sum + count, 0),
        this.statistics.averageLength,
      );
      let score = 0;
      for (const [token, count] of counts) {
        const place = query.tokens.indexOf(token);
        if (place >= 0)
          score += query.weights[place]! * this.rarity(token) * saturated(Math.min(count, 63), norm);
      }
      return score;
    });
  }
}
