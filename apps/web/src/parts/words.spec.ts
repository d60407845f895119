import { describe, expect, it } from '@jest/globals';
import { colon, joinWords, withMore } from './words';

describe('words beside each other', () => {
  it('have the marks of their language', () => {
    expect([colon('ja'), colon('en')]).toEqual(['：', ': ']);
    expect([withMore('図面.pdf', '2 KB', 'ja'), withMore('drawing.pdf', '2 KB', 'en')]).toEqual([
      '図面.pdf（2 KB）',
      'drawing.pdf (2 KB)',
    ]);
    expect(joinWords(['切削', '', '研削'], 'ja')).toBe('切削、研削');
  });
});
