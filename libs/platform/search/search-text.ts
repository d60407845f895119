/**
 * Text as it is indexed and asked: NFKC, lower case, hiragana as katakana, one space between words. So ＳＵＳ３０４ finds
 * SUS304, and せんばん finds センバン.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a query that must all be there; at most ten. */
export const searchWords = (query: string): string[] =>
  [...new Set(normalise(query).split(/[\s、,]+/))].filter((word) => word !== '').slice(0, 10);

/** A LIKE pattern for text that contains the word. */
export const likePattern = (word: string): string => `%${word.replace(/[%_\\]/g, '\\$&')}%`;
