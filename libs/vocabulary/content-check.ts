import { findMaterial, findProcess } from '#companies/index.js';
import type { VocabularyContent } from '#contracts/vocabulary.js';

const distinct = (words: readonly string[]): string[] => [...new Set(words)];

/** The content with each word once on its side. */
export const tidied = (content: VocabularyContent): VocabularyContent => ({
  ...content,
  tradeJa: distinct(content.tradeJa),
  tradeEn: distinct(content.tradeEn),
  patentJa: distinct(content.patentJa),
  patentEn: distinct(content.patentEn),
  codes: distinct(content.codes),
});

/** Whether it leads from a word to something. */
export function isEnough({ tradeJa, tradeEn, patentJa, patentEn, codes }: VocabularyContent): boolean {
  const words = new Set([...tradeJa, ...tradeEn, ...patentJa, ...patentEn]).size;
  return words > 0 && words + codes.length > 1;
}

/** Codes that neither processes nor materials have. */
export const unknownCodes = ({ codes }: VocabularyContent): string[] =>
  codes.filter((code) => !findProcess(code) && !findMaterial(code));

/** Whether two contents say the same, whatever the order of their keys. */
export function isSameContent(a: VocabularyContent, b: VocabularyContent): boolean {
  const told = (content: VocabularyContent) =>
    JSON.stringify(Object.entries(content).sort(([one], [other]) => (one < other ? -1 : 1)));
  return told(a) === told(b);
}
