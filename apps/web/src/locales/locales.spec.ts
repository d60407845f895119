import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

type Texts = { [key: string]: string | Texts };

const folder = import.meta.dirname;
const namespaces = (language: string): string[] => readdirSync(join(folder, language)).sort();
const read = (language: string, file: string): Texts =>
  JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Texts;

/** Key → text; the plural forms of a key count as one, since the two languages have different ones. */
function flat(texts: Texts, path = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[`${path}${key}`.replace(/_(one|other)$/, ''), value]]
      : flat(value, `${path}${key}.`),
  );
}
const keys = (language: string, file: string): string[] =>
  [...new Set(flat(read(language, file)).map(([key]) => key))].sort();
const blanks = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

describe('texts', () => {
  it('have the same namespaces in both languages', () => {
    expect(namespaces('en')).toEqual(namespaces('ja'));
  });

  describe.each(namespaces('ja'))('%s', (file) => {
    it('has equal keys', () => {
      expect(keys('en', file)).toEqual(keys('ja', file));
    });

    it('fills the same blanks', () => {
      const english = new Map(flat(read('en', file)));
      for (const [key, text] of flat(read('ja', file)))
        expect({ key, blanks: blanks(english.get(key) ?? '') }).toEqual({ key, blanks: blanks(text) });
    });

    it('leaves no text empty', () => {
      for (const language of ['ja', 'en'])
        for (const [key, text] of flat(read(language, file)))
          expect({ key, empty: text.trim() === '' }).toEqual({ key, empty: false });
    });
  });
});
