import { describe, expect, it } from '@jest/globals';
import { changedLines } from './line-changes';

describe('changedLines', () => {
  it('tells what came and what went, in order', () => {
    expect(changedLines(['a', 'b', 'c'], ['b', 'd', 'e'])).toEqual({
      removed: ['a', 'c'],
      added: ['d', 'e'],
    });
  });

  it('counts equal lines', () => {
    expect(changedLines(['a', 'a'], ['a'])).toEqual({ removed: ['a'], added: [] });
    expect(changedLines([], ['a', 'a'])).toEqual({ removed: [], added: ['a', 'a'] });
  });

  it('finds nothing where only the order changed', () => {
    expect(changedLines(['a', 'b'], ['b', 'a'])).toEqual({ removed: [], added: [] });
  });
});
