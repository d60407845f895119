import { describe, expect, it } from '@jest/globals';
import { answerOf, Forest, readTree, sumOfTrees, writeTree } from './trees.js';

// At most 2: left leaf; else by the second feature.
const tree = { feature: [0, 1], threshold: [2, 0.5], left: [-1, -2], right: [1, -3], leaves: [10, 20, 30] };

describe('a tree', () => {
  it('goes left at most the threshold, else right', () => {
    expect(answerOf(tree, [2, 9])).toBe(10);
    expect(answerOf(tree, [2.1, 0.5])).toBe(20);
    expect(answerOf(tree, [3, 0.6])).toBe(30);
  });
  it('is its leaf where it has no inner nodes', () => {
    expect(answerOf({ feature: [], threshold: [], left: [], right: [], leaves: [5] }, [1])).toBe(5);
  });
  it('is added to others', () => {
    expect(sumOfTrees([tree, tree], [0, 0])).toBe(20);
    expect(sumOfTrees([], [0, 0])).toBe(0);
  });
  it('answers the same in a forest', () => {
    const lone = { feature: [], threshold: [], left: [], right: [], leaves: [5] };
    const trees = [tree, lone, tree];
    const forest = new Forest(trees);
    for (const features of [
      [2, 9],
      [2.1, 0.5],
      [3, 0.6],
    ])
      expect(forest.sum(Float64Array.from(features))).toBe(sumOfTrees(trees, features));
    expect(new Forest([]).sum(new Float64Array(2))).toBe(0);
  });
  it('is a line that gives the same tree', () => {
    expect(readTree(writeTree(tree))).toEqual(tree);
    expect(writeTree(tree)).toBe('0<=2?-1:1 1<=0.5?-2:-3|10 20 30');
  });
  it('is not made of a line that is none', () => {
    expect(() => readTree('0<=2?-1|1 2')).toThrow('No node');
    expect(() => readTree('0<=2?-1:-2|1')).toThrow('No leaves');
    expect(() => readTree('')).toThrow('No leaves');
  });
});
