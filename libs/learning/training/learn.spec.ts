import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { declineCodes } from '#contracts/introductions.js';
import type { Reason } from '#contracts/matching.js';
import { seededFraction } from '#platform/seeded.js';
import { taughtBy } from './decline-teaching.js';
import { features, featuresOf, type Evidence } from './features.js';
import { BOUNDS, fitted, MOST_A_NIGHT, rightShare } from './fit.js';
import { isHeldOut, learn, LEAST_OUTCOMES, toVector } from './learn.js';
import { pairsOf, type Outcome } from './pairs.js';

const shipped = { requirements: {}, text: 1 };
const kinds = features.filter((feature) => feature !== 'text');
const must = (kind: string, verdict: Reason['verdict']): Evidence => ({ level: 'must', kind, verdict });
const outcome = (
  subjectId: string,
  result: Outcome['result'],
  reasons: Evidence[],
  code: string | null = null,
): Outcome => ({ subjectId, result, code, reasons });
const at = (feature: (typeof features)[number]) => features.indexOf(feature);

/** Orders of which the firm with the certificate won against the one whose process fits better. */
const certificateWins = (orders: number): Outcome[] =>
  Array.from({ length: orders }, (_, i) => [
    outcome(`order ${i}`, 'consented', [must('process', 'partly'), must('certificate', 'met')]),
    outcome(`order ${i}`, 'unasked', [must('process', 'met'), must('certificate', 'unknown')]),
    outcome(`order ${i}`, 'unasked', [must('process', 'met'), must('certificate', 'partly')]),
  ]).flat();

const anyEvidence: fc.Arbitrary<Evidence> = fc.record({
  level: fc.constantFrom('must' as const, 'want' as const, 'text' as const),
  kind: fc.constantFrom(...features, 'newcomer', 'understood', 'no such kind'),
  verdict: fc.constantFrom('met' as const, 'partly' as const, 'unknown' as const, 'missed' as const),
});
const anyOutcomes: fc.Arbitrary<Outcome[]> = fc.array(
  fc.record({
    subjectId: fc.constantFrom(...Array.from({ length: 12 }, (_, i) => `subject ${i}`)),
    result: fc.constantFrom('deal' as const, 'consented' as const, 'declined' as const, 'unasked' as const),
    code: fc.constantFrom(null, ...declineCodes, 'no such code'),
    reasons: fc.array(anyEvidence, { maxLength: 5 }),
  }),
  { maxLength: 80 },
);
const anyWeights = fc.array(fc.double({ min: BOUNDS.least, max: BOUNDS.most, noNaN: true }), {
  minLength: features.length,
  maxLength: features.length,
});

describe('features', () => {
  it('are what each requirement and the words added to the score', () => {
    const vector = featuresOf([
      must('process', 'met'),
      { level: 'want', kind: 'theme', verdict: 'partly' },
      { level: 'text', kind: 'text', verdict: 'partly' },
      { level: 'text', kind: 'newcomer', verdict: 'met' },
    ]);
    expect(vector[at('process')]).toBeCloseTo((0.7 * 2) / 3);
    expect(vector[at('theme')]).toBeCloseTo((0.7 * 0.6) / 3);
    expect(vector[at('text')]).toBeCloseTo(0.3 * 0.6);
    expect(vector.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(1);
  });

  it('read nothing of a reason but its level, kind and verdict: never its words, which could name people', () => {
    const read = new Set<string | symbol>();
    const watched = new Proxy(must('process', 'met'), {
      get: (target, key) => {
        read.add(key);
        return Reflect.get(target, key) as unknown;
      },
    });
    featuresOf([watched]);
    pairsOf([outcome('a', 'deal', [watched]), outcome('a', 'unasked', [watched])]);
    expect([...read].sort()).toEqual(['kind', 'level', 'verdict']);
  });
});

describe('coded declines', () => {
  const winner = outcome(
    'a',
    'consented',
    kinds.map((kind) => must(kind, 'met')),
  );
  const taughtOf = (code: string | null) =>
    pairsOf([
      winner,
      outcome(
        'a',
        'declined',
        kinds.map((kind) => must(kind, 'unknown')),
        code,
      ),
    ]).flatMap(({ difference }) => features.filter((_, i) => difference[i] !== 0));
  it.each([
    ['capacity', ['delivery']],
    ['certificate-missing', ['certificate']],
    ['location', ['region']],
    ['technical-objection', ['process', 'material', 'envelope', 'mass', 'tolerance', 'lot', 'quantity']],
    ['price', []],
    ['other', []],
    [null, []],
  ])('for %s teach %j', (code, taught) => {
    expect(taughtOf(code)).toEqual(taught);
  });
  it('are all in the table, and none teaches the nearness of words', () => {
    expect(Object.keys(taughtBy).sort()).toEqual([...declineCodes].sort());
    expect(Object.values(taughtBy).flat()).not.toContain('text');
  });
});

describe('pairs', () => {
  it('stand only between firms of one order, and together count no more than a few', () => {
    const many = Array.from({ length: 100 }, () => outcome('a', 'unasked', [must('process', 'missed')]));
    const pairs = pairsOf([
      outcome('a', 'deal', [must('process', 'met')]),
      ...many,
      outcome('b', 'unasked', [must('process', 'missed')]),
    ]);
    expect(pairs).toHaveLength(100);
    expect(new Set(pairs.map(({ subjectId }) => subjectId))).toEqual(new Set(['a']));
    expect(pairs.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(5);
  });
  it('put a deal before a consent, and say nothing of two that went equally far', () => {
    const [fit, miss] = [[must('process', 'met')], [must('process', 'partly')]];
    expect(
      pairsOf([outcome('a', 'deal', miss), outcome('a', 'consented', fit)])[0]!.difference[0],
    ).toBeLessThan(0);
    expect(pairsOf([outcome('a', 'consented', fit), outcome('a', 'consented', miss)])).toEqual([]);
  });
});

describe('learning', () => {
  it('raises what decided, and lowers what stood against it', () => {
    const outcomes = certificateWins(100);
    const learned = learn(shipped, outcomes);
    expect(learned.result).toBe('adopted');
    expect(learned.weights.requirements.certificate).toBeGreaterThan(1);
    expect(learned.weights.requirements.process).toBeLessThan(1);
    expect(learned.weights.requirements.tolerance).toBeUndefined();
    expect(learned.after).toBeGreaterThanOrEqual(learned.before!);
  });

  it('gets more pairs of orders that it never learned from right, night after night', () => {
    const outcomes = certificateWins(100).map((each, i) =>
      // Against the others: here the process decided, so that not everything can be right.
      i % 30 < 3
        ? { ...each, result: each.result === 'unasked' ? ('deal' as const) : ('unasked' as const) }
        : each,
    );
    let weights: Parameters<typeof learn>[0] = shipped;
    const shares: number[] = [];
    for (let night = 0; night < 8; night++) {
      const learned = learn(weights, outcomes);
      shares.push(learned.before!);
      if (learned.result === 'adopted') weights = learned.weights;
    }
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(shares[0]!);
  });

  it('says that there are too few outcomes, and keeps what is', () => {
    expect(learn(shipped, []).result).toBe('too-few');
    const few = learn(shipped, certificateWins(LEAST_OUTCOMES - 1));
    expect([few.result, few.outcomes]).toEqual(['too-few', LEAST_OUTCOMES - 1]);
  });

  it('keeps the weights where the orders held out get worse', () => {
    const outcomes = certificateWins(100).map((each) =>
      isHeldOut(each.subjectId)
        ? { ...each, result: each.result === 'unasked' ? ('consented' as const) : ('unasked' as const) }
        : each,
    );
    const learned = learn({ requirements: { certificate: 0.95 }, text: 1 }, outcomes);
    expect(learned.after).toBeLessThan(learned.before!);
    expect(learned.result).toBe('kept');
  });

  it('holds whole orders out, about a quarter, always the same', () => {
    const ids = Array.from({ length: 2000 }, (_, i) => `order ${i}`);
    const share = ids.filter(isHeldOut).length / ids.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.3);
    expect(ids.filter(isHeldOut)).toEqual(ids.filter(isHeldOut));
    expect(seededFraction('a')).toBe(seededFraction('a'));
  });

  it('moves no weight by more than a night may, nor out of its bounds, whatever happened; and always alike', () => {
    fc.assert(
      fc.property(anyWeights, anyOutcomes, (from, outcomes) => {
        const pairs = pairsOf(outcomes);
        const to = fitted(from, pairs);
        expect(fitted(from, pairs)).toEqual(to);
        for (const [i, weight] of to.entries()) {
          expect(Math.abs(weight - from[i]!)).toBeLessThanOrEqual(MOST_A_NIGHT + 0.0005);
          if (pairs.length > 0) {
            expect(weight).toBeGreaterThanOrEqual(BOUNDS.least);
            expect(weight).toBeLessThanOrEqual(BOUNDS.most);
          }
        }
        const share = rightShare(to, pairs);
        if (share !== null) expect(share >= 0 && share <= 1 + 1e-9).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is pulled back to what was shipped where nothing speaks for it', () => {
    const moved = learn({ requirements: { theme: 1.5 }, text: 1 }, certificateWins(100));
    expect(moved.weights.requirements.theme).toBeLessThan(1.5);
    expect(toVector(moved.weights)[at('theme')]).toBe(1.4);
  });
});
