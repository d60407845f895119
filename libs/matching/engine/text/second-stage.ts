import { featureNames, FEATURES } from './pair-features.js';
import { learnedRanking } from './second-stage.data.js';
import { readTree, sumOfTrees, type Tree } from './trees.js';

/** What `npm run bench -- match-learn` writes. */
export interface LearnedRanking {
  /** The features that the trees number. */
  features: readonly string[];
  /** How much a difference in the logarithm of nearness counts beside the trees. */
  nearnessWeight: number;
  /** As trees.ts writes them. */
  trees: readonly string[];
}

/** Nothing learned moves a firm's nearness further than by this factor, up or down. */
const MOST = 4;

/**
 * What the first stage's nearness is multiplied by, as learned from who won what: exp(sum of the trees ÷ weight of
 * nearness). So the second stage says how near a firm is in the same unit as the first, and of firms that are alike in
 * all features the nearer one stays first.
 */
export class SecondStage {
  private readonly places: number[];
  private readonly trees: Tree[];
  private readonly weight: number;
  private readonly used = new Float64Array(FEATURES);

  /** @throws where a feature is not known */
  constructor({ features, nearnessWeight, trees }: LearnedRanking) {
    this.places = features.map((name) => (featureNames as readonly string[]).indexOf(name));
    if (this.places.includes(-1)) throw new Error(`A feature is not known: ${features.join(', ')}`);
    this.trees = trees.map(readTree);
    this.weight = nearnessWeight;
  }

  /** @param features of pair-features.ts, all of them */
  factor(features: Float64Array): number {
    const { places, used } = this;
    for (let i = 0; i < places.length; i++) used[i] = features[places[i]!]!;
    const factor = Math.exp(sumOfTrees(this.trees, used) / this.weight);
    return Math.min(MOST, Math.max(1 / MOST, factor));
  }
}

/** As learned from half of the development queries of the awards bench; the data file says how to make it again. */
export const secondStage = new SecondStage(learnedRanking);
