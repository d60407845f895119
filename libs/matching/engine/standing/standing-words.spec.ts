import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Need, Supplier } from '../match.types.js';
import { createMatcher } from '../matcher.js';
import { awards, exampleTaxonomy, must, need, row, supplier, want } from '../testing/examples.js';
import type { Understood, Vocabulary } from '../vocabulary.types.js';
import { StandingNeeds } from './standing-needs.js';

const entries: Understood[] = [
  {
    said: 'ろくろ',
    terms: [{ text: '回転体', weight: 0.7 }],
    codes: [{ kind: 'process', code: 'turning', weight: 0.7 }],
  },
  {
    said: 'ぴかぴか',
    terms: [{ text: '鏡面', weight: 0.7 }],
    codes: [{ kind: 'process', code: 'plating', weight: 0.7 }],
  },
];
const vocabulary: Vocabulary = {
  version: 1,
  expand: (text) => ({ understood: entries.filter(({ said }) => text.includes(said)) }),
};

const words = fc
  .array(fc.constantFrom('ろくろ', '回転体', 'ぴかぴか', '鏡面', '部品', '清掃'), { maxLength: 3 })
  .map((list) => list.join('の'));
const code = fc.constantFrom('turning', 'plating');
const days = fc.option(fc.integer({ min: 5, max: 60 }), { nil: null });
const certificates = fc.subarray([
  { kind: 'iso-9001', validUntil: null },
  { kind: 'iso-13485', validUntil: '2026-11-04' },
]);
const firm: fc.Arbitrary<Supplier> = fc
  .record({ codes: fc.uniqueArray(code), texts: fc.array(words, { maxLength: 2 }), days, certificates })
  .map(({ codes, texts, days: leadTimeDays, certificates: held }) =>
    supplier('', {
      processes: codes.map((each) => row(each, { leadTimeDays })),
      texts: awards(...texts),
      certificates: held,
    }),
  );
const asked = fc.subarray([
  must({ kind: 'certificate', certificate: 'iso-13485' }),
  want({ kind: 'process', code: 'turning' }),
  must({ kind: 'delivery', date: '2026-12-01' }),
]);
const needs = fc
  .array(fc.record({ title: words, requirements: asked }), { maxLength: 6 })
  .map((list) =>
    list.map(({ title, requirements }, i): Need => need(requirements, { id: `need ${i}`, title })),
  );
/** What a firm may tell otherwise without a word of it changing: the rarity of words stays that of all firms. */
const change = fc.record({ days, certificates, approved: fc.boolean() });

describe('standing needs in words that are understood as others', () => {
  it('tell which lists a change can touch: matching only those again is matching all again', () => {
    let touchedByMeaning = 0;
    fc.assert(
      fc.property(
        fc.array(firm, { minLength: 1, maxLength: 8 }),
        needs,
        fc.nat(7),
        change,
        (list, all, place, told) => {
          const firms = list.map((each, i) => ({ ...each, id: `s${i}` }));
          const matcher = createMatcher(exampleTaxonomy, () => vocabulary);
          matcher.load(firms);
          const standing = new StandingNeeds(exampleTaxonomy);
          for (const each of all) standing.put(each);
          const lists = new Map(all.map((each) => [each.id, matcher.matchWithFloor(each)]));
          const before = firms[place % firms.length]!;
          const after: Supplier = {
            ...before,
            approved: told.approved,
            certificates: told.certificates,
            processes: before.processes.map((each) => ({ ...each, leadTimeDays: told.days })),
          };
          const reached = [...matcher.reachedNeeds(before, standing)];
          matcher.upsert(after);
          reached.push(...matcher.reachedNeeds(after, standing));
          for (const { needId, reach } of reached)
            if (reach >= lists.get(needId)!.floor)
              lists.set(needId, matcher.matchWithFloor(all.find(({ id }) => id === needId)!));
          for (const each of all) expect(lists.get(each.id)).toEqual(matcher.matchWithFloor(each));
          if (
            all.some(
              ({ id, title, requirements }) =>
                title === 'ろくろ' &&
                requirements.length === 0 &&
                reached.some(({ needId }) => needId === id),
            )
          )
            touchedByMeaning++;
        },
      ),
      { numRuns: 150, seed: 1 },
    );
    expect(touchedByMeaning).toBeGreaterThan(0);
  });

  it('reach a firm that has only the meaning, as the list of the need has it', () => {
    const asks = need([], { id: 'asks', title: 'ろくろ' });
    const turner = supplier('turner', { processes: [row('turning')] });
    const matcher = createMatcher(exampleTaxonomy, () => vocabulary);
    matcher.load([turner]);
    const standing = new StandingNeeds(exampleTaxonomy);
    standing.put(asks);
    expect(matcher.match(asks).map(({ supplierId }) => supplierId)).toEqual(['turner']);
    expect(matcher.reachedNeeds(turner, standing).map(({ needId }) => needId)).toEqual(['asks']);
  });
});
