import { describe, expect, it } from '@jest/globals';
import { keptKey } from './vote-keys';

const vote = { disputeId: 'd', userId: 'u', commitment: 'c' };
const keeps = (kept: Record<string, string>) => (place: string) => Promise.resolve(kept[place]);

describe("a vote's key", () => {
  it('is that of the vote that is in, else the one kept before votes were told apart', async () => {
    expect(await keptKey(vote, keeps({ 'd/u/c': 'new', 'd/u': 'old' }))).toBe('new');
    expect(await keptKey(vote, keeps({ 'd/u/other': 'replaced', 'd/u': 'old' }))).toBe('old');
  });

  it('is none of another dispute or member, and none where the browser keeps nothing', async () => {
    expect(await keptKey(vote, keeps({ 'd/v': 'theirs', 'e/u': 'elsewhere' }))).toBe(null);
    expect(await keptKey(vote, () => Promise.reject(new Error('private window')))).toBe(null);
  });
});
