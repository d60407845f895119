import { describe, expect, it } from '@jest/globals';
import type { Reason } from '#contracts/matching.js';
import { topReasons } from './opportunity-reasons';

const reason = (requirementId: string, level: Reason['level'], verdict: Reason['verdict']): Reason => ({
  requirementId,
  level,
  verdict,
  kind: 'process',
  words: { ja: requirementId, en: requirementId },
  question: null,
  change: null,
});
const ids = (reasons: Reason[]) => reasons.map(({ requirementId }) => requirementId);

describe('topReasons', () => {
  it('takes three that fit and one that does not, musts first', () => {
    const reasons = [
      reason('text', 'text', 'met'),
      reason('want', 'want', 'met'),
      reason('missed-want', 'want', 'missed'),
      reason('unknown-must', 'must', 'unknown'),
      reason('partly-must', 'must', 'partly'),
      reason('missed-text', 'text', 'missed'),
      reason('must', 'must', 'met'),
    ];
    const { fits, lacks } = topReasons(reasons);
    expect(ids(fits)).toEqual(['must', 'partly-must', 'want']);
    expect(ids(lacks)).toEqual(['unknown-must']);
  });

  it('takes what there is', () => {
    expect(topReasons([])).toEqual({ fits: [], lacks: [] });
    expect(ids(topReasons([reason('only', 'text', 'partly')]).fits)).toEqual(['only']);
  });
});
