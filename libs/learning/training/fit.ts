import type { Pair } from './pairs.js';

/** How sharply a difference of scores (0 to 1) tells who wins: 0.1 apart is right in seven of ten. */
const SHARPNESS = 8;
/** How strongly weights are held to those that were shipped. */
const HOLD = 0.1;
/** A night moves no weight by more than this … */
export const MOST_A_NIGHT = 0.1;
/** … and all nights together none out of these bounds. */
export const BOUNDS = { least: 0.5, most: 2 } as const;

const STEPS = 300;
const STEP = 0.1;

/**
 * Pairwise logistic regression (Burges et al., Learning to rank using gradient descent, 2005, with a linear score): the
 * weights that put the first of each pair before the second, held to 1 (shipped) by an L2 penalty, by gradient descent
 * from where they are. Always the same for the same pairs.
 * @param from the weights now, as multiples of those shipped
 */
export function fitted(from: readonly number[], pairs: readonly Pair[]): number[] {
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const weights = [...from];
  if (total === 0) return weights;
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight) => 2 * HOLD * (weight - 1));
    for (const { difference, weight } of pairs) {
      const pull = (-SHARPNESS * weight * chanceOfWrong(weights, difference)) / total;
      for (let i = 0; i < gradient.length; i++) gradient[i]! += pull * difference[i]!;
    }
    for (let i = 0; i < weights.length; i++) weights[i]! -= STEP * gradient[i]!;
  }
  return weights.map((weight, i) => bounded(weight, from[i]!));
}

/** To three places, since more mean nothing. */
function bounded(weight: number, from: number): number {
  const near = Math.min(from + MOST_A_NIGHT, Math.max(from - MOST_A_NIGHT, weight));
  const kept = Math.min(BOUNDS.most, Math.max(BOUNDS.least, near));
  return Math.round(kept * 1000) / 1000;
}

function chanceOfWrong(weights: readonly number[], difference: readonly number[]): number {
  return 1 / (1 + Math.exp(SHARPNESS * dot(weights, difference)));
}

/** The share of pairs in the right order, by their weights; half where both score the same; null without pairs. */
export function rightShare(weights: readonly number[], pairs: readonly Pair[]): number | null {
  let right = 0;
  let total = 0;
  for (const { difference, weight } of pairs) {
    const ahead = dot(weights, difference);
    right += weight * (Math.abs(ahead) < 1e-12 ? 0.5 : ahead > 0 ? 1 : 0);
    total += weight;
  }
  return total === 0 ? null : right / total;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
