import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Bitmap } from '#platform/search/arrays/index.js';
import { textQuery } from './query.js';
import { powerOf } from './nearest.js';
import { TextIndex } from './text-index.js';

/** Scores of one owner's records. */
function scoresOf(index: TextIndex, owner: number, title: string): number[] {
  return [...index.scores(textQuery(title, '')).recordScores(owner)];
}

describe('BM25', () => {
  it('is the value worked out by hand', () => {
    const index = new TextIndex();
    index.put(0, ['x y', 'x x z']);
    index.put(1, ['z']);
    // Three records of 2, 3 and 1 words, so 2 on average; x is in two of three.
    const rarity = Math.log(1 + 1.5 / 2.5);
    const short = (rarity * 1 * 2.6) / (1 + 1.6 * (0.1 + (0.9 * 2) / 2));
    const long = (rarity * 2 * 2.6) / (2 + 1.6 * (0.1 + (0.9 * 3) / 2));
    expect(scoresOf(index, 0, 'x')[0]).toBeCloseTo(short, 12);
    expect(scoresOf(index, 0, 'x')[1]).toBeCloseTo(long, 12);
    expect(scoresOf(index, 1, 'x')).toEqual([0]);
    expect(index.fullScore(textQuery('x', ''))).toBeCloseTo(rarity, 12);
  });
  it('counts words of the long text less than words of the title', () => {
    const index = new TextIndex();
    index.put(0, ['切削']);
    const [title = 0] = index.scores(textQuery('切削', '')).recordScores(0);
    const [body = 0] = index.scores(textQuery('', '切削')).recordScores(0);
    expect(body).toBeGreaterThan(0);
    expect(body).toBeLessThan(title / 2);
  });
  it('scores nothing where nothing is in, and texts without words', () => {
    const index = new TextIndex();
    expect(scoresOf(index, 0, '切削')).toEqual([]);
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
});

describe('shared records', () => {
  it('count as if each owner had its own', () => {
    const shared = new TextIndex();
    const own = new TextIndex();
    for (const owner of [0, 1, 2]) {
      shared.put(owner, [`品番 A${owner}`], ['旋削加工 Turning', 'SUS304']);
      own.put(owner, [`品番 A${owner}`, '旋削加工 Turning', 'SUS304']);
    }
    shared.drop(1);
    own.drop(1);
    for (const owner of [0, 1, 2])
      expect(scoresOf(shared, owner, 'A2 SUS304 旋削')).toEqual(scoresOf(own, owner, 'A2 SUS304 旋削'));
    expect(shared.rarity('turning')).toBe(own.rarity('turning'));
  });
  it('are gone with their last owner', () => {
    const index = new TextIndex();
    index.put(0, [], ['旋削']);
    index.put(0, [], ['研磨']);
    expect(index.rarity('旋削')).toBe(index.rarity('溶接'));
    expect(index.shared.size).toBe(1);
    index.put(1, [], ['めっき']);
    expect(index.shared.size).toBe(2);
  });
});

describe('bounds', () => {
  it('are no less than how near each owner is', () => {
    const record = fc.array(fc.constantFrom('切削', '加工', 'めっき', 'SUS304', '部品'), { maxLength: 5 });
    const owners = fc.array(
      fc.tuple(fc.array(record, { maxLength: 3 }), fc.array(record, { maxLength: 2 })),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(owners, record, (list, asked) => {
        const index = new TextIndex();
        for (const [owner, [own, shared]] of list.entries())
          index.put(
            owner,
            own.map((words) => words.join(' ')),
            [...new Set(shared.map((words) => words.join('')))],
          );
        const text = index.scores(textQuery(asked.join(' '), '切削部品'));
        const all = new Bitmap(list.length);
        for (const owner of list.keys()) all.add(owner);
        text.bound(all);
        for (const owner of list.keys())
          expect(powerOf(text.nearness(owner))).toBeLessThanOrEqual(text.mostPower(owner));
      }),
    );
  });
});

describe('encoded', () => {
  it('gives texts the scores that they have in the index', () => {
    const index = new TextIndex();
    const texts = ['SUS304 の切削', 'めっき', '切削 切削'];
    index.put(0, texts);
    index.put(1, ['研磨']);
    expect([...index.encoded(texts).scores(textQuery('切削とめっき', '研磨'))]).toEqual([
      ...index.scores(textQuery('切削とめっき', '研磨')).recordScores(0),
    ]);
  });
});
