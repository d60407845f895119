import { expect, it } from '@jest/globals';
import { spelledAsFound } from './spelled-as-found.js';

const hit = (...texts: string[]) => ({
  highlights: [{ field: 'lead' as const, texts: texts.map((text) => [{ text, hit: true }]) }],
});

it('spells a suggestion as the hits do most often, and what stands in none as it came', () => {
  const hits = [hit('めっき', 'メッキ'), hit('めっき', 'SUS304'), hit('ﾒｯｷ')];
  expect(spelledAsFound('メッキ sus304 旋盤', hits)).toBe('めっき SUS304 旋盤');
  expect(spelledAsFound('メッキ', [])).toBe('メッキ');
});
