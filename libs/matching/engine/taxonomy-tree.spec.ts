import { describe, expect, it } from '@jest/globals';
import { scopes } from './taxonomy-tree.js';

const scopeOf = scopes({ machining: null, cutting: 'machining', turning: 'cutting', plating: null });

describe('scopes', () => {
  it('is met by the code and all narrower ones, whatever the depth', () => {
    expect([...scopeOf('machining').meets].sort()).toEqual(['cutting', 'machining', 'turning']);
    expect([...scopeOf('turning').meets]).toEqual(['turning']);
  });
  it('knows all broader ones', () => {
    expect([...scopeOf('turning').broader]).toEqual(['cutting', 'machining']);
    expect([...scopeOf('plating').broader]).toEqual([]);
  });
  it('lets a code that is not in the tree stand alone', () => {
    expect([...scopeOf('casting').meets]).toEqual(['casting']);
    expect([...scopeOf('casting').broader]).toEqual([]);
  });
  it('ends where the tree is a ring by mistake', () => {
    expect([...scopes({ a: 'b', b: 'a' })('a').broader]).toEqual(['b']);
  });
});
