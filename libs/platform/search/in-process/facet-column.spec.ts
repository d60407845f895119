import { describe, expect, it } from '@jest/globals';
import { Bitmap } from '../arrays/index.js';
import { FacetColumn } from './facet-column.js';

/** Of 5,000 documents, common values and rare ones; the same each time. */
const valuesOf = (slot: number): string[] => [
  `third-${slot % 3}`,
  `rare-${(slot * 7_919) % 1_000}`,
  ...(slot % 5 === 0 ? ['fifth'] : []),
];

const column = new FacetColumn();
for (let slot = 0; slot < 5_000; slot++) column.add(slot, valuesOf(slot));

describe('values are counted', () => {
  it.each([
    ['of no document', () => false],
    ['of a few', (slot: number) => slot % 977 === 3],
    ['of some', (slot: number) => slot % 61 === 3],
    ['of a stretch', (slot: number) => slot >= 3_100 && slot < 3_400],
    ['of every second one', (slot: number) => slot % 2 === 1],
    ['of all', () => true],
  ])('%s as one by one', (_, isIn) => {
    const documents = new Bitmap(8_000);
    const counts = new Map<string, number>();
    let size = 0;
    for (let slot = 0; slot < 5_000; slot++) {
      if (!isIn(slot)) continue;
      documents.add(slot);
      size++;
      for (const value of valuesOf(slot)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const expected = [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    expect(column.counts(documents, size, 2_000)).toEqual(expected);
    expect(column.counts(documents, size, 2)).toEqual(expected.slice(0, 2));
  });
});
