import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lotRecord, NO_ADDITION, type LotFormat, type LotRecord } from '#contracts/disputes.js';
import { commitmentTo, newSeed } from '#platform/commitment.js';
import * as lots from './lot.js';
import { drawOrder, listHash, lotCommitment, lotFaults, nameOnList, nonceOf } from './lot.js';

function aLot(candidates: string[], seats = 3, format: LotFormat = 'nakadachi-lot/3'): LotRecord {
  const seed = newSeed();
  const namesCommitment = format === 'nakadachi-lot/3' ? lots.namesCommitmentOf(newSeed()) : null;
  const addition = newSeed();
  const about = {
    format,
    disputeId: randomUUID(),
    no: 1,
    candidates: [...candidates].sort(),
  };
  return {
    ...{ ...about, seats, seed, addition, namesCommitment, named: [], notes: [] },
    commitment: lotCommitment(seed, namesCommitment),
    ...{ listHash: listHash(about), order: drawOrder(seed, addition, candidates) },
  };
}
const ids = (n: number) => Array.from({ length: n }, () => randomUUID());

describe('a lot', () => {
  it('is a permutation that depends on nothing but seed, addition and who is on the list', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 40 }), (candidates) => {
        const [seed, addition] = ['11'.repeat(32), '22'.repeat(32)];
        const order = drawOrder(seed, addition, candidates);
        expect([...order].sort()).toEqual([...candidates].sort());
        expect(drawOrder(seed, addition, [...candidates].reverse())).toEqual(order);
      }),
    );
  });

  it('gives for a known seed what another implementation (Python hmac) gives', () => {
    expect(drawOrder('00'.repeat(32), '00'.repeat(32), ['a', 'b', 'c', 'd', 'e']).join('')).toBe('adecb');
  });

  it('keeps who stays in the same order where somebody else is left out', () => {
    const candidates = ids(12);
    const { seed, addition, order } = aLot(candidates);
    const without = candidates.slice(1);
    expect(drawOrder(seed, addition, without)).toEqual(order.filter((id) => id !== candidates[0]));
  });

  it('gives everybody the same chance', () => {
    const candidates = ['a', 'b', 'c', 'd', 'e'];
    const firsts = new Map<string, number>();
    for (let i = 0; i < 2_000; i += 1) {
      const seed = String(i).padStart(64, '0');
      const [first = ''] = drawOrder(seed, seed, candidates);
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    // 400 each, with a standard deviation of 18.
    for (const id of candidates) expect(Math.abs((firsts.get(id) ?? 0) - 400)).toBeLessThan(4 * 18);
  });

  it('is found to be right when it is drawn again, and every falsification is found', () => {
    const lot = aLot(ids(9));
    const [stranger = ''] = ids(1);
    expect(lotFaults(lot)).toEqual([]);
    expect(lotFaults({ ...lot, seed: newSeed() })).toContain('seed-is-not-the-committed-one');
    expect(lotFaults({ ...lot, addition: newSeed() })).toEqual(['order-differs']);
    const smuggled = { ...lot, candidates: [...lot.candidates.slice(1), stranger].sort() };
    expect(lotFaults(smuggled)).toContain('list-hash-differs');
    const [first = '', second = '', ...rest] = lot.order;
    expect(lotFaults({ ...lot, order: [second, first, ...rest] })).toEqual(['order-differs']);
    expect(lotFaults({ ...lot, no: 2 })).toEqual(['list-hash-differs']);
    expect(lotFaults(aLot(ids(2)))).toEqual(['list-too-short']);
    const unbound = { ...lot, format: 'nakadachi-lot/2' as const };
    expect(lotFaults(unbound)).toEqual(['seed-is-not-the-committed-one', 'list-hash-differs']);
    for (const namesCommitment of [newSeed(), null])
      expect(lotFaults({ ...lot, namesCommitment })).toEqual(['seed-is-not-the-committed-one']);
  });

  it.each([
    ['nakadachi-lot/1', ['names-are-accounts']],
    ['nakadachi-lot/2', ['names-not-committed']],
    ['nakadachi-lot/3', []],
  ] as const)('of %s verifies as it was drawn, and says what it does not prove', (format, caveats) => {
    const { namesCommitment, named: _, ...rest } = aLot(ids(5), 3, format);
    // Files from before know nothing of a key.
    const stored = namesCommitment === null ? rest : { ...rest, namesCommitment };
    const lot = lotRecord.parse(JSON.parse(JSON.stringify(stored)));
    expect(lotFaults(lot)).toEqual([]);
    if (namesCommitment === null) expect(lot.commitment).toBe(commitmentTo('lot', lot.seed));
    expect(lots.lotCaveats(lot)).toEqual(caveats);
    expect(lots.lotCaveats({ ...lot, addition: NO_ADDITION })).toEqual(['nobody-added', ...caveats]);
  });

  it('proves who of its list took a seat, and names nobody else', () => {
    const people = ids(6);
    const namesKey = newSeed();
    const names = people.map((userId) => nameOnList(userId, nonceOf(namesKey, userId)));
    const lot = aLot(names);
    const taken = people.map((userId) => {
      const nonce = nonceOf(namesKey, userId);
      return { rank: lot.order.indexOf(nameOnList(userId, nonce)) + 1, userId, nonce };
    });
    expect(lotFaults({ ...lot, named: taken.slice(0, 3) })).toEqual([]);
    const [first, second] = taken as [(typeof taken)[0], (typeof taken)[0]];
    expect(lotFaults({ ...lot, named: [{ ...first, userId: second.userId }] })).toEqual(['name-differs']);
    expect(lotFaults({ ...lot, named: [{ ...first, rank: second.rank }] })).toEqual(['name-differs']);
    expect(lotFaults({ ...lot, named: [{ ...first, nonce: newSeed() }] })).toEqual(['name-differs']);
    expect(lotFaults({ ...lot, named: [first, first] })).toEqual(['named-twice']);
    for (const userId of people) expect(JSON.stringify(lot)).not.toContain(userId);
  });
});
