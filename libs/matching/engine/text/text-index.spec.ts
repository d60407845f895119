import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textQuery } from './query.js';
import { TextIndex } from './text-index.js';

/** Scores of one owner's records. */
function scoresOf(index: TextIndex, owner: number, title: string): number[] {
  const { from, to } = index.rangeOf(owner);
  return [...index.scores(textQuery(title, '')).subarray(from, to)];
}

describe('BM25', () => {
  it('is the value worked out by hand', () => {
    const index = new TextIndex();
    index.put(0, ['x y', 'x x z']);
    index.put(1, ['z']);
    // Three records of 2, 3 and 1 words, so 2 on average; x is in two of three.
    const rarity = Math.log(1 + 1.5 / 2.5);
    const short = (rarity * 1 * 2.2) / (1 + 1.2 * (0.25 + (0.75 * 2) / 2));
    const long = (rarity * 2 * 2.2) / (2 + 1.2 * (0.25 + (0.75 * 3) / 2));
    expect(scoresOf(index, 0, 'x')[0]).toBeCloseTo(short, 12);
    expect(scoresOf(index, 0, 'x')[1]).toBeCloseTo(long, 12);
    expect(scoresOf(index, 1, 'x')).toEqual([0]);
    expect(index.fullScore(textQuery('x', ''))).toBeCloseTo(rarity, 12);
  });
  it('counts words of the long text less than words of the title', () => {
    const index = new TextIndex();
    index.put(0, ['切削']);
    const title = index.scores(textQuery('切削', ''))[0]!;
    const body = index.scores(textQuery('', '切削'))[0]!;
    expect(body).toBeGreaterThan(0);
    expect(body).toBeLessThan(title / 2);
  });
  it('scores nothing where nothing is in, and texts without words', () => {
    const index = new TextIndex();
    expect(index.scores(textQuery('切削', ''))).toHaveLength(0);
    index.put(0, ['', '。']);
    expect(scoresOf(index, 0, '切削')).toEqual([0, 0]);
  });
});

describe('changes', () => {
  const owner = fc.nat(5);
  const texts = fc.array(fc.constantFrom('切削', '切削 加工', 'めっき', 'SUS304 切削', ''), { maxLength: 4 });
  const change = fc.oneof(fc.record({ owner, texts }), fc.record({ owner, texts: fc.constant(null) }));

  it('leave the same scores as a fresh index of what is left', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const changed = new TextIndex();
        const left = new Map<number, string[]>();
        for (const { owner, texts } of changes) {
          if (texts === null) changed.drop(owner);
          else changed.put(owner, texts);
          if (texts === null) left.delete(owner);
          else left.set(owner, texts);
        }
        const fresh = new TextIndex();
        for (const [owner, texts] of left) fresh.put(owner, texts);
        for (const owner of left.keys())
          expect(scoresOf(changed, owner, '切削加工 SUS304')).toEqual(
            scoresOf(fresh, owner, '切削加工 SUS304'),
          );
      }),
    );
  });
  it('do so, too, when dropped records are so many that the postings are written anew', () => {
    const changed = new TextIndex();
    const fresh = new TextIndex();
    for (let round = 0; round < 60; round++)
      for (let owner = 0; owner < 50; owner++)
        changed.put(owner, [`第${round}回 切削`, `品番 A${owner}-${round}`]);
    for (let owner = 0; owner < 50; owner++) fresh.put(owner, ['第59回 切削', `品番 A${owner}-59`]);
    for (let owner = 0; owner < 50; owner++)
      expect(scoresOf(changed, owner, '切削 A7-59')).toEqual(scoresOf(fresh, owner, '切削 A7-59'));
    expect(changed.scores(textQuery('切削', '')).length).toBeLessThan(1500);
  });
});

describe('scoresOf', () => {
  it('gives texts the scores that they have in the index', () => {
    const index = new TextIndex();
    const texts = ['SUS304 の切削', 'めっき', '切削 切削'];
    index.put(0, texts);
    index.put(1, ['研磨']);
    expect([...index.scoresOf(texts)(textQuery('切削とめっき', '研磨'))]).toEqual(
      [...index.scores(textQuery('切削とめっき', '研磨'))].slice(0, 3),
    );
  });
});
