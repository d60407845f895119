/** Words of English that tell nothing of what is looked for: turning and milling is both, whether "and" stands there or not. */
const SMALL = new Set('a an and at by for from in of on or the to with'.split(' '));

/** The words of a query without such words; all of them where there are no others. */
export function withoutSmallWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !SMALL.has(word));
  return telling.length > 0 ? telling : words;
}
