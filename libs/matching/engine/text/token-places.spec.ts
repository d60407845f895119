import { describe, expect, it } from '@jest/globals';
import { TokenPlaces } from './token-places.js';

describe('places of tokens', () => {
  it('belong to whoever claimed them last', () => {
    const places = new TokenPlaces();
    const [first, second] = [{}, {}];
    places.claim(first, [7, undefined, 100_000]);
    expect([7, 100_000, 8, 999_999_999].map((number) => places.placeOf(number))).toEqual([0, 2, -1, -1]);
    places.claim(second, [8]);
    expect([7, 100_000, 8].map((number) => places.placeOf(number))).toEqual([-1, -1, 0]);
    places.claim(first, [7, undefined, 100_000]);
    expect([7, 100_000, 8].map((number) => places.placeOf(number))).toEqual([0, 2, -1]);
  });
  it('tell what comes for the first time in a firm’s records', () => {
    const places = new TokenPlaces();
    const seen = () => [3, 100_000, 3, 100_000].map((number) => places.isNew(number));
    places.nextFirm();
    expect(seen()).toEqual([true, true, false, false]);
    places.nextFirm();
    expect(seen()).toEqual([true, true, false, false]);
  });
});
