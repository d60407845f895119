import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { featureNames, FEATURES, PairFeatures, type Feature } from './pair-features.js';
import { textQuery } from './query.js';
import { TextIndex } from './text-index.js';

const corpus = [
  ['庁舎の清掃', '窓の清掃', '空調設備の保守'],
  ['冊子の印刷', '封筒の印刷'],
  ['SUS304 部品の切削', '庁舎の警備'],
];

function indexOf(firms: readonly (readonly string[])[]): TextIndex {
  const index = new TextIndex();
  for (const [owner, texts] of firms.entries()) index.put(owner, texts);
  return index;
}

function read(index: TextIndex, owner: number, title: string, body = ''): Record<Feature, number> {
  const target = new Float64Array(FEATURES).fill(NaN);
  new PairFeatures(textQuery(title, body), index.tokenKeys).read(index.ownRecords(owner), target);
  return Object.fromEntries(featureNames.map((name, i) => [name, target[i]!])) as Record<Feature, number>;
}

describe('features of a need and a firm', () => {
  const index = indexOf(corpus);

  it('begin with the nearness of the first stage', () => {
    const query = textQuery('庁舎の清掃', '警備も');
    const scores = index.scores(query);
    for (const owner of corpus.keys())
      expect(read(index, owner, '庁舎の清掃', '警備も').nearness).toBeCloseTo(
        scores.nearness(owner) / scores.full,
        9,
      );
  });
  it('tell what the nearest record and the firm as a whole say of the title', () => {
    const cleaner = read(index, 0, '庁舎の清掃');
    expect(cleaner.titleSaid).toBeCloseTo(1, 9);
    expect(cleaner.recordInTitle).toBeCloseTo(1, 9);
    expect(cleaner.titleSaidElsewhere).toBeCloseTo(0, 9);
    expect(cleaner.best).toBeGreaterThan(cleaner.second);
    expect(cleaner.second).toBeGreaterThan(cleaner.third);
    const both = read(index, 0, '庁舎の清掃 空調設備の保守');
    expect(both.titleSaidByFirm).toBeCloseTo(1, 9);
    expect(both.titleSaidElsewhere).toBeGreaterThan(0.3);
  });
  it('tell how much of the firm’s work it is', () => {
    const cleaner = read(index, 0, '庁舎の清掃');
    expect(cleaner.records).toBe(3);
    expect(cleaner.lastWordShare).toBeCloseTo(2 / 3, 12);
    expect(cleaner.firstWordShare).toBeCloseTo(1 / 3, 12);
  });
  it('hold codes apart from words; −1 where the title has none', () => {
    expect(read(index, 2, 'SUS304 の溶接').codesSaid).toBeCloseTo(1, 9);
    expect(read(index, 0, 'SUS304 の溶接').codesSaid).toBe(0);
    expect(read(index, 0, '庁舎の清掃').codesSaid).toBe(-1);
  });
  it('hold the first line of the text apart from the rest', () => {
    const guard = read(index, 2, '業務', '警備\n切削');
    const printer = read(index, 1, '業務', '警備\n印刷');
    expect(guard.leadSaidByFirm).toBeCloseTo(1, 9);
    expect(printer.leadSaidByFirm).toBe(0);
    expect(printer.restSaidByFirm).toBeCloseTo(1, 9);
  });
  it('tell what the firm says over and over, against all', () => {
    const [cleaner, guard] = [0, 2].map((owner) => read(index, owner, '庁舎の清掃'));
    expect(cleaner!.titleLikely).toBeGreaterThan(guard!.titleLikely);
    expect(cleaner!.titleSaidOften).toBeGreaterThan(guard!.titleSaidOften);
    // Two of its three records say 清掃, as do two of seven in all: one in 1 + 5.5 / 2.5.
    expect(cleaner!.lastWordLift).toBeCloseTo((2 * 3.2 + 0.5) / 3.5, 9);
    expect(guard!.lastWordLift).toBeCloseTo(0.5 / 2.5, 9);
  });
  it('tell how much of the title and a record is in both, at best', () => {
    expect(read(index, 0, '庁舎の清掃').bestOverlap).toBe(1);
    expect(read(index, 1, '庁舎の清掃').bestOverlap).toBeLessThan(0.3);
  });
  it('hold the text below the title against the other records too', () => {
    const alike = read(index, 0, '窓', '何か\n清掃');
    expect(alike.contextNearness).toBeGreaterThan(0);
    expect(alike.restMean).toBeGreaterThan(alike.restMeanElsewhere);
    expect(alike.restMeanElsewhere).toBeGreaterThan(0);
    const single = indexOf([['庁舎の清掃'], ['窓']]);
    expect(read(single, 0, '庁舎', '何か\n清掃').restMeanElsewhere).toBe(-1);
  });
  it('tell what kind of records a firm has', () => {
    const [ever, same] = [
      ['庁舎の清掃', '窓の拭き'],
      ['庁舎の清掃', '庁舎の清掃'],
    ].map((texts) => read(indexOf([texts, ['印刷']]), 0, '清掃'));
    expect(ever!.differentTokens).toBeGreaterThan(same!.differentTokens);
    expect(same!.differentTokens).toBeCloseTo(0.5, 9);
    expect(same!.meanRecordLength).toBe(same!.recordLength);
  });
  it('are the same when another need is asked in between', () => {
    const straight = read(index, 0, '庁舎の清掃', '警備');
    const keys = index.tokenKeys;
    const [one, other] = [textQuery('庁舎の清掃', '警備'), textQuery('印刷', '')];
    const [pair, between] = [new PairFeatures(one, keys), new PairFeatures(other, keys)];
    const target = new Float64Array(FEATURES);
    pair.read(index.ownRecords(2), target);
    between.read(index.ownRecords(1), target);
    pair.read(index.ownRecords(0), target);
    expect([...target]).toEqual(featureNames.map((name) => straight[name]));
  });
  it('are 0 of a firm without records', () => {
    expect(Object.values(read(index, 9, '庁舎の清掃')).every((value) => value === 0)).toBe(true);
  });
});

const word = fc.constantFrom('切削', 'SUS304', '庁舎', '清掃', 'の', '業務', '印刷');
const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(''));
const texts = fc.array(text, { maxLength: 4 });

describe('features, whatever the texts,', () => {
  it('are finite, and the same for texts in the index and beside it', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), text, text, (firms, title, body) => {
        const index = indexOf(firms);
        const query = textQuery(title, body);
        if (index.fullScore(query) === 0) return;
        const [inside, beside] = [new Float64Array(FEATURES), new Float64Array(FEATURES)];
        new PairFeatures(query, index.tokenKeys).read(index.ownRecords(0), inside);
        const encoded = index.encoded(firms[0]!);
        new PairFeatures(query, encoded.tokenKeys).read(encoded.records, beside);
        expect(inside.every(Number.isFinite)).toBe(true);
        expect([...beside]).toEqual([...inside]);
      }),
    );
  });
  it('do not depend on how the firms came', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 2, maxLength: 4 }), text, (firms, title) => {
        const query = textQuery(title, '');
        const straight = indexOf(firms);
        const changed = new TextIndex();
        for (const [owner, list] of [...firms.entries()].reverse()) {
          changed.put(owner, ['あとで変わる印刷']);
          changed.put(owner, list);
        }
        if (straight.fullScore(query) === 0) return;
        const [a, b] = [new Float64Array(FEATURES), new Float64Array(FEATURES)];
        new PairFeatures(query, straight.tokenKeys).read(straight.ownRecords(1), a);
        new PairFeatures(query, changed.tokenKeys).read(changed.ownRecords(1), b);
        expect([...b]).toEqual([...a]);
      }),
    );
  });
});
