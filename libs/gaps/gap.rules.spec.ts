import { describe, expect, it } from '@jest/globals';
import { declineCodes } from '#contracts/introductions.js';
import { loserOf } from './gap.rules.js';

describe('whose gap a decline is', () => {
  it("is the candidate's where the owner declines, whatever the code", () => {
    expect(declineCodes.map((code) => loserOf('owner', code))).toEqual(declineCodes.map(() => 'candidate'));
  });

  it("is the owner's where the candidate cannot make sense of the subject or its terms", () => {
    const owners = declineCodes.filter((code) => loserOf('candidate', code) === 'owner');
    expect(owners).toEqual([
      'too-early',
      'benefit-unclear',
      'commercial-route-unclear',
      'description-unclear',
      'ip-terms',
    ]);
  });
});
