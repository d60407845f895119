import type { PreparedNeed } from './prepared-need.js';
import { lift } from './scoring.js';
import {
  featureNames,
  FEATURES,
  PairFeatures,
  type RecordCells,
  type TokenKeys,
} from './text/pair-features.js';
import { secondStage } from './text/second-stage.js';

/**
 * So many firms, or as many as are asked for where that is more, are taken from the first stage and ordered anew by the
 * second: the answer is the best of these. A firm that the first stage puts behind them does not come back.
 */
export const REORDERED = 100;

const NEARNESS = featureNames.indexOf('nearness');

/** The second stage for one need. What it gives a firm depends on the firm and the corpus, not on other candidates. */
export class SecondOrder {
  private readonly pair: PairFeatures;
  private readonly isRequired: boolean;
  private readonly features = new Float64Array(FEATURES);

  /** @param full what a record that says everything scores */
  constructor(
    { query, requirements }: PreparedNeed,
    keys: TokenKeys,
    private readonly full: number,
  ) {
    this.pair = new PairFeatures(query, keys);
    this.isRequired = requirements.length > 0;
  }

  /** @param total of the first stage @param records all of the firm's @returns the score, 0 to 100, not rounded */
  scoreOf(total: number, records: readonly RecordCells[]): number {
    if (this.full === 0) return total;
    this.pair.read(records, this.features);
    const near = this.features[NEARNESS]! * this.full;
    if (near === 0) return total;
    return total + lift(this.isRequired, near, near * secondStage.factor(this.features), this.full);
  }
}
