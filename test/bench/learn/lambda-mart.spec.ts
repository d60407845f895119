import { describe, expect, it } from '@jest/globals';
import { sumOfTrees } from '#matching/engine/text/trees.js';
import { lambdas, learn, type Examples, type Options } from './lambda-mart.js';

const options: Options = {
  trees: 20,
  leaves: 4,
  rate: 0.3,
  minRows: 2,
  ridge: 0.1,
  places: 10,
  queryShare: 1,
  featureShare: 1,
  seed: 1,
};

/** Sixty queries of five rows: wanted is the row whose second feature is highest; the first one is noise. */
function examples(): Examples {
  const starts = [0];
  const values: number[] = [];
  const wanted: number[] = [];
  for (let q = 0; q < 60; q++) {
    const best = (q * 7) % 5;
    for (let row = 0; row < 5; row++) {
      values.push((q * 31 + row * 17) % 13, row === best ? 1 : ((q + row) % 4) / 10);
      wanted.push(row === best ? 1 : 0);
    }
    starts.push(wanted.length);
  }
  return {
    features: 2,
    values: Float32Array.from(values),
    initial: new Float64Array(wanted.length),
    wanted: Uint8Array.from(wanted),
    starts,
    wantedInAll: Array.from({ length: 60 }, () => 1),
    weights: Array.from({ length: 60 }, () => 1),
  };
}

describe('LambdaMART', () => {
  it('learns what tells the wanted rows from the others', () => {
    const trees = learn(examples(), options);
    expect(sumOfTrees(trees, [3, 1])).toBeGreaterThan(sumOfTrees(trees, [3, 0.3]) + 1);
    expect(trees[0]!.feature[0]).toBe(1);
  });
  it('learns the same from the same', () => {
    expect(learn(examples(), options)).toEqual(learn(examples(), options));
  });
  it('learns from a part of the queries and features, the same by the same seed', () => {
    const part = { ...options, queryShare: 0.5, featureShare: 0.5 };
    const trees = learn(examples(), part);
    expect(learn(examples(), part)).toEqual(trees);
    expect(learn(examples(), { ...part, seed: 2 })).not.toEqual(trees);
    expect(new Set(trees.flatMap(({ feature }) => feature))).toEqual(new Set([0, 1]));
    expect(trees.some(({ feature }) => feature.includes(0) && !feature.includes(1))).toBe(true);
    expect(sumOfTrees(trees, [3, 1])).toBeGreaterThan(sumOfTrees(trees, [3, 0.3]));
  });
  it('makes leaves of one value where nothing can be split', () => {
    const [tree] = learn(examples(), { ...options, trees: 1, minRows: 1000 });
    expect(tree?.feature).toEqual([]);
    expect(tree?.leaves.map((leaf) => Math.round(leaf * 1e9) + 0)).toEqual([0]);
  });
  it('pulls a wanted row up by as much as it pushes others down, by what NDCG would gain', () => {
    const two: Examples = {
      features: 1,
      values: Float32Array.of(0, 0),
      initial: Float64Array.of(1, 0),
      wanted: Uint8Array.of(0, 1),
      starts: [0, 2],
      wantedInAll: [1],
      weights: [1],
    };
    const gradients = new Float64Array(2);
    const curvatures = new Float64Array(2);
    lambdas(two, two.initial, 10, gradients, curvatures);
    const wrong = 1 / (1 + Math.exp(-1));
    expect(gradients[1]).toBeCloseTo((1 - 1 / Math.log2(3)) * wrong, 12);
    expect(gradients[0]).toBeCloseTo(-gradients[1]!, 12);
    expect(curvatures[0]).toBeCloseTo((1 - 1 / Math.log2(3)) * wrong * (1 - wrong), 12);
  });
});
