import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sealedVote as shape } from '#contracts/council-votes.js';
import type { Vote } from '#contracts/sealed-vote.js';
import { openVote } from '#disputes/votes/open-vote.js';
import { sealVote } from '../../apps/web/src/features/disputes/seal-vote.js';

describe('a vote that the web app sealed', () => {
  const [dispute, member] = [randomUUID(), randomUUID()];
  const vote: Vote = { finding: 'partly', amountYen: 43_000, reasons: '傷の写真がない 🔒' };

  it('is of the form that the API takes, and is opened by the server with the key alone', async () => {
    const { key, sealed } = await sealVote(dispute, member, vote);
    expect(shape.parse(sealed)).toEqual(sealed);
    expect(openVote(sealed, dispute, member, key)).toEqual(vote);
    expect(JSON.stringify(sealed)).not.toContain(key);
  });

  it('is another one each time, and of no use to another member', async () => {
    const first = await sealVote(dispute, member, vote);
    const second = await sealVote(dispute, member, vote);
    expect(first.sealed.ciphertext).not.toBe(second.sealed.ciphertext);
    expect(openVote(first.sealed, dispute, member, second.key)).toBe(null);
    expect(openVote(first.sealed, dispute, randomUUID(), first.key)).toBe(null);
  });
});
