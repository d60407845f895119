import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keepPlaces, KEPT, keptPlaceReason, newcomerOf, PLACES, type Place } from './exploration.js';

interface Firm {
  id: number;
  isNewcomer: boolean;
}
const firms = fc
  .array(fc.boolean(), { maxLength: 100 })
  .map((list) => list.map((isNewcomer, id): Firm => ({ id, isNewcomer })));
const placed = (found: readonly Firm[], seed = 'seed', shown = 50) =>
  keepPlaces(found, ({ isNewcomer }) => isNewcomer, seed, shown);
const ids = (places: readonly Place<Firm>[]) => places.map(({ candidate }) => candidate.id);

describe('kept places', () => {
  it('give new and small firms their share of every ten, as far as there are any', () => {
    fc.assert(
      fc.property(firms, fc.string(), (found, seed) => {
        const places = placed(found, seed);
        expect(places).toHaveLength(Math.min(50, found.length));
        const all = found.filter(({ isNewcomer }) => isNewcomer).length;
        for (let begin = 0; begin + PLACES <= places.length; begin += PLACES) {
          const upTo = places.slice(0, begin + PLACES).filter(({ candidate }) => candidate.isNewcomer).length;
          const share = places
            .slice(begin, begin + PLACES)
            .filter(({ candidate }) => candidate.isNewcomer).length;
          expect(share >= KEPT || upTo === all).toBe(true);
        }
      }),
    );
  });

  it('show nobody twice, nobody who was not found, and keep the order of all who were not drawn', () => {
    fc.assert(
      fc.property(firms, fc.string(), (found, seed) => {
        const places = placed(found, seed);
        expect(new Set(ids(places)).size).toBe(places.length);
        const undrawn = ids(places.filter(({ from }) => from === null));
        expect(undrawn).toEqual(undrawn.toSorted((a, b) => a - b));
        for (const { candidate, from } of places)
          if (from !== null) expect([candidate.isNewcomer, from]).toEqual([true, candidate.id + 1]);
      }),
    );
  });

  it('do not depend on the scores that moved others, and nothing is drawn where scores bring them there', () => {
    const enough = Array.from({ length: 60 }, (_, id) => ({ id, isNewcomer: id % 5 === 0 }));
    expect(ids(placed(enough))).toEqual(enough.slice(0, 50).map(({ id }) => id));
  });

  it('are drawn again with another seed, and the same with the same', () => {
    const late = Array.from({ length: 100 }, (_, id) => ({ id, isNewcomer: id >= 60 }));
    const [one, same, other] = [placed(late, 'a'), placed(late, 'a'), placed(late, 'b')].map(ids);
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
    expect(one!.slice(0, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(one!.slice(8, 10).every((id) => id >= 60 && id < 72)).toBe(true);
  });
});

describe('who is new or small', () => {
  it.each([
    [0, 300, 'new'],
    [179, 5, 'new'],
    [180, 5, 'small'],
    [180, 20, 'small'],
    [180, 21, null],
    [180, null, null],
  ])('%d days here with %s people: %s', (days, staff, is) => {
    expect(newcomerOf(days, staff)).toBe(is);
  });
  it('is told with the place by score', () => {
    const { words, kind } = keptPlaceReason('new', 37);
    expect([kind, words.en]).toEqual([
      'newcomer',
      'New here (number 37 by score): 2 of 10 places are kept for new and small firms',
    ]);
  });
});
