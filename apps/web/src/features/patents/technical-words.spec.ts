import { describe, expect, it } from '@jest/globals';
import { offeredWords, shownWord, storedWord } from './technical-words';

describe('technical words', () => {
  it.each([...offeredWords.technicalFields, ...offeredWords.functions])(
    '%s has a name in English that leads back to it',
    (word) => {
      expect(shownWord(word, 'en')).toMatch(/^[\x20-\x7e]+$/);
      expect(storedWord(shownWord(word, 'en'))).toBe(word);
      expect(shownWord(word, 'ja')).toBe(word);
    },
  );

  it("leaves the holder's own words alone", () => {
    expect(shownWord('磁性流体', 'en')).toBe('磁性流体');
    expect(storedWord('磁性流体')).toBe('磁性流体');
  });
});
