import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { corporateNumber } from '#contracts/company-profile.js';
import { line, listOf, pageQuery, yen } from '#contracts/shapes.js';
import { AppError } from './app-error.js';
import { holdsNul, parseFields } from './fields.js';
import { languageOf } from './language.js';

/** What the caller is told: path → sentence. */
function told(schema: z.ZodType, value: unknown, language: 'ja' | 'en'): Record<string, string> | undefined {
  try {
    parseFields(schema, value, language);
    return {};
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toBe('request/invalid');
    return error.fields;
  }
}

describe('parseFields', () => {
  const content = z.object({
    title: line(5),
    price: yen,
    kind: z.enum(['a', 'b']),
    parts: z.array(z.object({ size: z.number().min(1) })),
  });

  it('answers with what the schema makes of it', () => {
    const given = { title: ' 歯車 ', price: 1, kind: 'a', parts: [{ size: 2 }], more: true };
    expect(parseFields(content, given, 'ja')).toEqual({
      title: '歯車',
      price: 1,
      kind: 'a',
      parts: [{ size: 2 }],
    });
    expect(parseFields(undefined, { anything: 1 }, 'ja')).toBeUndefined();
    expect(parseFields(listOf(z.string()), 'a,,b', 'ja')).toEqual(['a', 'b']);
    expect(parseFields(pageQuery, {}, 'ja')).toEqual({ limit: 25 });
  });

  it('names each wrong field by its path, in the words of the reader', () => {
    const given = { title: '長すぎる題名', price: '千円', kind: 'c', parts: [{ size: 1 }, { size: 0 }] };
    const ja = told(content, given, 'ja');
    const en = told(content, given, 'en');
    const paths = ['kind', 'parts.1.size', 'price', 'title'];
    expect(Object.keys(ja ?? {}).sort()).toEqual(paths);
    expect(Object.keys(en ?? {}).sort()).toEqual(paths);
    for (const sentence of Object.values(ja ?? {})) expect(sentence).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    for (const sentence of Object.values(en ?? {}))
      expect(sentence).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  });

  it('tells the first problem of a field, and of a missing one', () => {
    const twice = z.object({ word: z.string().min(3, 'too short').regex(/^x/, 'no x') });
    expect(told(twice, { word: 'a' }, 'en')).toEqual({ word: 'too short' });
    expect(Object.keys(told(content, {}, 'ja') ?? {}).sort()).toEqual(['kind', 'parts', 'price', 'title']);
    expect(Object.keys(told(content, 'no object', 'ja') ?? {})).toEqual(['']);
  });

  it('has its own sentence where a rule has no words', () => {
    const company = z.object({ corporateNumber });
    expect(told(company, { corporateNumber: '1234567890123' }, 'ja')).toEqual({
      corporateNumber: '法人番号が正しくありません（13桁、検査数字を含む）。',
    });
    expect(told(company, { corporateNumber: '12' }, 'en')).toEqual({
      corporateNumber: 'This is not a valid corporate number (13 digits with a check digit).',
    });
  });
});

describe('holdsNul', () => {
  it('finds a NUL wherever it is', () => {
    expect(holdsNul({ a: [{ b: 'x\u0000y' }] })).toBe(true);
    expect(holdsNul('\u0000')).toBe(true);
    for (const value of [undefined, null, 1, 'x', {}, ['\n\t 改行']]) expect(holdsNul(value)).toBe(false);
  });
});

describe('languageOf', () => {
  it.each([
    [undefined, 'ja'],
    ['', 'ja'],
    ['ja', 'ja'],
    ['en', 'en'],
    ['en-US,en;q=0.9,ja;q=0.8', 'en'],
    [' EN', 'en'],
    ['ja,en;q=0.9', 'ja'],
    ['fr', 'ja'],
    ['eng', 'ja'],
  ])('%s is answered in %s', (header, language) => {
    expect(languageOf({ headers: { 'accept-language': header } })).toBe(language);
  });
});
