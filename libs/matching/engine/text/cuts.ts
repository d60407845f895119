/**
 * Where a text was cut into words, kept beside its tokens: cutting Japanese costs more than all else that a reason needs.
 * A pair of bytes a word (characters left out before it, its length), two words a cell; a length of 0 ends it.
 */
export function cutsOf(plain: string, words: readonly string[]): number[] {
  const cells: number[] = [];
  let from = 0;
  for (const [i, word] of words.entries()) {
    const at = plain.indexOf(word, from);
    const gap = at - from;
    // Nobody writes such words; they are cut again where they are asked for.
    if (gap < 0 || gap > 0xff || word.length > 0xff) return [];
    const pair = (gap << 8) | word.length;
    if (i % 2 === 0) cells.push(pair);
    else cells[i >> 1] = (cells[i >> 1]! | (pair << 16)) >>> 0;
    from = at + word.length;
  }
  return cells;
}

/** The words that `cutsOf` stored from `at` to `end` (exclusive); null where nothing is there. */
export function wordsAt(plain: string, cells: ArrayLike<number>, at: number, end: number): string[] | null {
  if (at === end) return null;
  const words: string[] = [];
  let from = 0;
  for (let i = 0; i < 2 * (end - at); i++) {
    const pair = (cells[at + (i >> 1)]! >>> (16 * (i % 2))) & 0xffff;
    const length = pair & 0xff;
    if (length === 0) break;
    from += pair >>> 8;
    words.push(plain.slice(from, from + length));
    from += length;
  }
  return words;
}
