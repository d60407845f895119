import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  committedBytes,
  finding,
  VOTE_BYTES,
  voteBytes,
  voteContext,
  type Vote,
} from '#contracts/sealed-vote.js';
import { openVote } from './open-vote.js';
import { quorumOf, tally } from './tally.js';

const [dispute, member] = [randomUUID(), randomUUID()];

/** As the browser does it, with another library. */
function sealed(given: Vote, key = randomBytes(32).toString('hex'), context = voteContext(dispute, member)) {
  const iv = randomBytes(12);
  const bytes = voteBytes(given);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), iv);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  const commitment = createHash('sha256')
    .update(committedBytes(context, key, bytes))
    .digest('hex');
  const stored = { ciphertext: body.toString('base64'), iv: iv.toString('base64'), commitment };
  return { key, stored };
}
const aVote = fc.record({
  finding: fc.constantFrom(...finding.options),
  amountYen: fc.option(fc.nat(1_000_000)),
  reasons: fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.trim()),
});
const upheld: Vote = { finding: 'upheld', amountYen: null, reasons: '受領から7日以内の連絡がない' };

describe('a sealed vote', () => {
  it('opens with its key to what it was', () => {
    fc.assert(
      fc.property(aVote, (given) => {
        const { key, stored } = sealed(given);
        expect(openVote(stored, dispute, member, key)).toEqual(given);
      }),
      { numRuns: 30 },
    );
  });

  it('tells nothing by its length', () => {
    fc.assert(
      fc.property(aVote, (given) => {
        expect(Buffer.from(sealed(given).stored.ciphertext, 'base64').length).toBe(VOTE_BYTES + 16);
      }),
      { numRuns: 30 },
    );
    expect(() => voteBytes({ ...upheld, reasons: '理'.repeat(3_000) })).toThrow(RangeError);
  });

  it('opens with no other key, for no other member and in no other dispute', () => {
    const { key, stored } = sealed(upheld);
    expect(openVote(stored, dispute, member, randomBytes(32).toString('hex'))).toBe(null);
    expect(openVote(stored, dispute, randomUUID(), key)).toBe(null);
    expect(openVote(stored, randomUUID(), member, key)).toBe(null);
    for (const broken of ['', 'zz', key.slice(2)])
      expect(openVote(stored, dispute, member, broken)).toBe(null);
  });

  it('opens to nothing but what was committed to, and not where a byte was changed', () => {
    const { key, stored } = sealed(upheld);
    const other = sealed({ ...upheld, finding: 'rejected' }, key).stored;
    expect(openVote({ ...other, commitment: stored.commitment }, dispute, member, key)).toBe(null);
    const bytes = Buffer.from(stored.ciphertext, 'base64');
    bytes[5] = (bytes[5] ?? 0) ^ 1;
    expect(openVote({ ...stored, ciphertext: bytes.toString('base64') }, dispute, member, key)).toBe(null);
  });
});

describe('the tally', () => {
  const partly = (amountYen: number): Vote => ({ finding: 'partly', amountYen, reasons: '' });
  const rejected: Vote = { finding: 'rejected', amountYen: null, reasons: '' };

  it('is the majority where there is one', () => {
    expect(tally([upheld, upheld, rejected], 900)).toMatchObject({ finding: 'upheld', amountYen: 900 });
    expect(tally([rejected, upheld, rejected], 900)).toMatchObject({ finding: 'rejected', amountYen: 0 });
    expect(tally([rejected, upheld, upheld], null)).toMatchObject({ finding: 'upheld', amountYen: null });
  });

  it('adds the higher opinions to the lower ones until they are the majority', () => {
    expect(tally([upheld, partly(500), rejected], 900)).toMatchObject({ finding: 'partly', amountYen: 500 });
    expect(tally([upheld, partly(300), partly(500), rejected, rejected], 900)).toMatchObject({
      ...{ finding: 'partly', amountYen: 300, counts: { upheld: 1, partly: 2, rejected: 2 } },
    });
    expect(tally([upheld, { ...rejected }, partly(0)], null)).toMatchObject({ finding: 'partly' });
  });

  it('gives the lesser where votes are even, and nothing without votes', () => {
    expect(tally([upheld, rejected], 900)).toMatchObject({ finding: 'rejected' });
    expect(tally([], 900)).toBe(null);
  });

  it('never gives more than was claimed, whatever the order of the votes, and is borne by a majority', () => {
    fc.assert(
      fc.property(fc.array(aVote, { minLength: 1, maxLength: 5 }), fc.nat(2_000_000), (votes, claimed) => {
        const result = tally(votes, claimed);
        expect(result).toEqual(tally([...votes].reverse(), claimed));
        expect(result?.amountYen).toBeLessThanOrEqual(claimed);
        const worth = (one: Vote) =>
          one.finding === 'upheld'
            ? claimed
            : one.finding === 'rejected'
              ? 0
              : Math.min(one.amountYen ?? 0, claimed);
        const bear = votes.filter((one) => worth(one) >= (result?.amountYen ?? 0));
        expect(bear.length).toBeGreaterThanOrEqual(quorumOf(votes.length));
      }),
    );
  });
});
