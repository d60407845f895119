import { vocabularyContent, type VocabularyContent } from '#contracts/vocabulary.js';
import { materials, processes, type TaxonomyEntry } from '#companies/index.js';

const isJapanese = (word: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word);

/** アルミニウム A5052 is also A5052; 精密鋳造（ロストワックス） is 精密鋳造. Names of two things are not words. */
function wordsOf({ ja, en, synonyms }: TaxonomyEntry): string[] {
  const names = [ja.replace(/[（(].*$/, ''), ...(/ (\S*\d\S*)$/.exec(ja)?.slice(1) ?? []), ...synonyms, en];
  return [...new Set(names)].filter(
    (name) => name.length > 1 && name.length <= 80 && !/・| and |, /.test(name),
  );
}

/** What processes and materials are called: every name leads to the code and to the others. */
export const taxonomyEntries: VocabularyContent[] = [
  ...processes.map((entry) => ({ kind: 'process' as const, entry })),
  ...materials.map((entry) => ({ kind: 'material' as const, entry })),
].map(({ kind, entry }) => {
  const words = wordsOf(entry);
  return vocabularyContent.parse({
    kind,
    tradeJa: words.filter(isJapanese).slice(0, 30),
    tradeEn: words.filter((word) => !isJapanese(word)).slice(0, 30),
    codes: [entry.code],
    weight: 0.8,
  });
});
