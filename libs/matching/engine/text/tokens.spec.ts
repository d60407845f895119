import { describe, expect, it } from '@jest/globals';
import { normalise, tokens } from './tokens.js';

describe('normalise', () => {
  it('makes one spelling of full-width, half-width and capital forms', () => {
    expect(normalise('SUS304 ﾏｼﾆﾝｸﾞ')).toBe('sus304 マシニング');
  });
});

describe('tokens', () => {
  it('keeps codes and figures with their unit whole', () => {
    expect(tokens('SUS304の公差0.005mm')).toEqual(expect.arrayContaining(['sus304', '公差', '0.005mm']));
  });
  it('gives a code written with separators also without them', () => {
    expect(tokens('SUS-304')).toContain('sus304');
    expect(tokens('A5052-H34')).toContain('a5052h34');
  });
  it('makes no code of words or of figures alone', () => {
    expect(tokens('e-mail')).not.toContain('email');
    expect(tokens('2024-2025')).not.toContain('20242025');
  });
  it('marks pairs of neighbouring characters, not across punctuation', () => {
    expect(tokens('切削、加工').filter((token) => token.startsWith('~'))).toEqual(['~切削', '~加工']);
  });
  it('counts repeats', () => {
    expect(tokens('加工 加工').filter((token) => token === '加工')).toHaveLength(2);
  });
  it('gives nothing for no words', () => {
    expect(tokens('。、 ')).toEqual([]);
  });
});
