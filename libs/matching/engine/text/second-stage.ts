import { featureNames, FEATURES } from './pair-features.js';
import { learnedRanking } from './second-stage.data.js';
import { Forest, readTree } from './trees.js';

/** What `npm run bench -- match-learn` writes. */
export interface LearnedRanking {
  /** The features that the trees number. */
  features: readonly string[];
  /** How much a difference in the logarithm of nearness counts beside the trees. */
  nearnessWeight: number;
  /** The trees' sum, on average over all firms that were compared. */
  average: number;
  /** As trees.ts writes them. */
  trees: readonly string[];
}

/** Nothing learned moves a firm's nearness further than by this factor, up or down. */
const MOST = 16;

/**
 * What the first stage's nearness is multiplied by, as learned from who won what:
 *
 *     exp((sum of the trees − its average) ÷ weight of nearness)
 *
 * So the second stage says how near a firm is in the same unit as the first: the average candidate keeps its nearness,
 * who looks like those who won gains, and of firms that are alike in all features the nearer one stays first. Of whom
 * nothing is read, nothing changes.
 */
export class SecondStage {
  private readonly places: number[];
  private readonly forest: Forest;
  private readonly used = new Float64Array(FEATURES);

  /** @throws where a feature is not known */
  constructor(private readonly learned: LearnedRanking) {
    const { features, trees } = learned;
    this.places = features.map((name) => (featureNames as readonly string[]).indexOf(name));
    if (this.places.includes(-1)) throw new Error(`A feature is not known: ${features.join(', ')}`);
    this.forest = new Forest(trees.map(readTree));
  }

  /** @param features of pair-features.ts, all of them */
  factor(features: Float64Array): number {
    const { places, used } = this;
    for (let i = 0; i < places.length; i++) used[i] = features[places[i]!]!;
    const { average, nearnessWeight } = this.learned;
    const factor = Math.exp((this.forest.sum(used) - average) / nearnessWeight);
    return Math.min(MOST, Math.max(1 / MOST, factor));
  }
}

/** As learned from the development queries of the awards bench; the data file says how to make it again. */
export const secondStage = new SecondStage(learnedRanking);
