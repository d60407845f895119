import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { intersection, placeOf, union } from './postings.js';
import { Scratch } from './scratch.js';
import type { Postings } from './term-index.js';

const SLOTS = 601;
const desk = { slots: SLOTS, scratch: new Scratch() };

/** Few or many documents, each in some fields; some room behind the end, as lists that grow have it. */
const postings = fc.integer({ min: 1, max: 60 }).chain((every) =>
  fc.uniqueArray(fc.tuple(fc.nat(SLOTS - 1), fc.integer({ min: 1, max: 255 })), {
    maxLength: Math.ceil(SLOTS / every),
    selector: ([slot]) => slot,
  }),
);
const listOf = (entries: readonly (readonly [slot: number, fields: number])[]): Postings => ({
  list: Uint32Array.from([
    ...entries.map(([slot, fields]) => ((slot << 8) | fields) >>> 0).sort((a, b) => a - b),
    0xffff_ffff,
  ]),
  length: entries.length,
});
const entriesOf = ({ list, length }: Postings) =>
  [...list.subarray(0, length)].map((entry) => [entry >>> 8, entry & 0xff]);
const expected = (fieldsOf: (slot: number) => number) =>
  Array.from({ length: SLOTS }, (_, slot) => [slot, fieldsOf(slot)]).filter(([, fields]) => fields !== 0);

it('brings together what is in all lists, and what is in any', () => {
  fc.assert(
    fc.property(fc.array(postings, { minLength: 1, maxLength: 4 }), (all) => {
      const maps = all.map((entries) => new Map(entries));
      const lists = all.map(listOf);
      const before = lists.map(entriesOf);
      expect(entriesOf(intersection(lists, desk))).toEqual(
        expected((slot) => maps.reduce((fields, map) => fields & (map.get(slot) ?? 0), 0xff)),
      );
      expect(entriesOf(union(lists, desk))).toEqual(
        expected((slot) => maps.reduce((fields, map) => fields | (map.get(slot) ?? 0), 0)),
      );
      expect(lists.map(entriesOf)).toEqual(before);
    }),
  );
});

it('finds places in a list', () => {
  fc.assert(
    fc.property(postings, fc.nat(SLOTS), (entries, slot) => {
      const { list, length } = listOf(entries);
      expect(placeOf(list, length, slot)).toBe(entries.filter(([each]) => each < slot).length);
    }),
  );
});
