import { vocabularyContent, type VocabularyContent, type VocabularyKind } from '#contracts/vocabulary.js';

const arrows: Readonly<Record<string, VocabularyContent['direction']>> = {
  '<>': 'both',
  '>': 'to-patent',
  '<': 'to-trade',
};

/**
 * Entries of a data file, one a line: trade words | patent words | English trade words / patent words | codes | weight
 * and direction (`0.5 >`: trade words are understood as patent words, not the other way round). Words are separated
 * by commas; what is left out at the end is as the contract says.
 */
export function parseEntries(kind: VocabularyKind, lines: string): VocabularyContent[] {
  return lines
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const [tradeJa = '', patentJa = '', english = '', codes = '', how = ''] = text.split('|');
      const [tradeEn = '', patentEn = ''] = english.split('/');
      const [weight = '', arrow = ''] = how.trim().split(' ');
      return vocabularyContent.parse({
        kind,
        tradeJa: listed(tradeJa),
        patentJa: listed(patentJa),
        tradeEn: listed(tradeEn),
        patentEn: listed(patentEn),
        codes: listed(codes),
        ...(weight === '' ? {} : { weight: Number(weight) }),
        ...(arrow === '' ? {} : { direction: arrows[arrow] }),
      });
    });
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
