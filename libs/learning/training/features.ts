import { weightFeatures, type WeightFeature } from '#contracts/learning.js';
import type { Reason } from '#contracts/matching.js';

/** What can be weighed: each kind of requirement, and the nearness of words. Nothing else of a firm is looked at. */
export const features = weightFeatures;
export type Feature = WeightFeature;

/** All that is read of a reason: no words, which could name people. */
export type Evidence = Pick<Reason, 'level' | 'kind' | 'verdict'>;

/** As the score has them (matching/engine/scoring.ts). */
const credits: Record<Reason['verdict'], number> = { met: 1, partly: 0.6, unknown: 0.3, missed: 0 };
const MUST_WEIGHT = 2;
const STRUCTURED_SHARE = 0.7;

/**
 * What each part added to a firm's score with the weights as shipped, each times its weight now: the score is then the
 * sum, but for a factor that all firms of one order share. The part of the words is that of the best verdict on them.
 */
export function featuresOf(reasons: readonly Evidence[]): number[] {
  const vector = features.map(() => 0);
  let total = 0;
  let text = 0;
  for (const { level, kind, verdict } of reasons) {
    if (level === 'text') {
      if (kind === 'text') text = Math.max(text, credits[verdict]);
      continue;
    }
    const at = features.indexOf(kind as Feature);
    if (at < 0) continue;
    const weight = level === 'must' ? MUST_WEIGHT : 1;
    vector[at]! += weight * credits[verdict];
    total += weight;
  }
  const share = total === 0 ? 0 : STRUCTURED_SHARE;
  const scaled = vector.map((sum) => (total === 0 ? 0 : (share * sum) / total));
  scaled[features.indexOf('text')] = (1 - share) * text;
  return scaled;
}
