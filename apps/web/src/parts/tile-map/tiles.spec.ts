import { describe, expect, it } from '@jest/globals';
import { tiles } from './tiles';

describe('the map of tiles', () => {
  it('has the 47 prefectures, each on a tile of its own', () => {
    const codes = Array.from({ length: 47 }, (_, i) => String(i + 1).padStart(2, '0'));
    expect(Object.keys(tiles).sort()).toEqual(codes);
    expect(new Set(Object.values(tiles).map(([x, y]) => `${x} ${y}`)).size).toBe(47);
  });
});
