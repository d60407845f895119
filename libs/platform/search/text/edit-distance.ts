/**
 * The least number of letters to add, take away, change or swap with their neighbour to get from one word to the other
 * (optimal string alignment: F. Damerau 1964), or `limit + 1` where it is more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let steps = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
      row.push(steps);
      least = Math.min(least, steps);
    }
    if (least > limit) return limit + 1;
    before = above;
    above = row;
  }
  return Math.min(above[b.length] ?? 0, limit + 1);
}

const KANJI_OR_KANA = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー々]+$/u;

/**
 * How many typing errors a word may have: none in codes and short words, one from four Latin letters or three Japanese
 * characters on, two from eight.
 */
export function errorsAllowed(word: string): number {
  if (/\p{N}/u.test(word)) return 0;
  const one = KANJI_OR_KANA.test(word) ? 3 : 4;
  return word.length < one ? 0 : word.length < 8 ? 1 : 2;
}
