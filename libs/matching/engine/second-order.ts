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
 * second, which learned from as many: the answer is the best of these. A firm that the first stage puts behind them does not come back.
 */
export const REORDERED = 50;

const NEARNESS = featureNames.indexOf('nearness');

/**
 * The second stage for one need. What it gives a firm depends on the firm and the corpus, not on other candidates. It
 * reads only what firms have written themselves (products, awards, profiles), not the names of what they have listed: so
 * telling one more process or material never lowers a firm.
 */
export class SecondOrder {
  private readonly pair: PairFeatures;
  private readonly textShare: number;
  private readonly features = new Float64Array(FEATURES);

  /** @param full what a record that says everything scores */
  constructor(
    { query, requirements, share }: PreparedNeed,
    keys: TokenKeys,
    private readonly full: number,
  ) {
    this.pair = new PairFeatures(query, keys);
    this.textShare = requirements.length > 0 ? 1 - share : 1;
  }

  /**
   * @param total of the first stage
   * @param near how near all of the firm's records are
   * @param written its own ones
   * @returns the score, 0 to 100, not rounded
   */
  scoreOf(total: number, near: number, written: readonly RecordCells[]): number {
    if (this.full === 0 || near === 0) return total;
    return total + lift(this.textShare, near, near * this.factorOf(written), this.full);
  }

  private factorOf(written: readonly RecordCells[]): number {
    this.pair.read(written, this.features);
    return this.features[NEARNESS] === 0 ? 1 : secondStage.factor(this.features);
  }
}
