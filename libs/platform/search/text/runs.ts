import { folded, spelled } from '../normalise.js';
import { words } from '../words.js';

/** A piece of normalised text that is written in one way: Chinese characters and kana, or letters and digits. */
export interface Run {
  readonly text: string;
  readonly cjk: boolean;
}

const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆`;
const LATIN = `(?:(?![${CJK}])[\\p{L}\\p{N}])`;
const RUNS = new RegExp(`[${CJK}]+|${LATIN}+(?:\\.\\p{N}+)*`, 'gu');
const isCjk = new RegExp(`^[${CJK}]`, 'u');

/** The runs of a text that is normalised already; what is neither separates them. */
export function runsOf(normalised: string): Run[] {
  return (normalised.match(RUNS) ?? []).map((text) => ({ text, cjk: isCjk.test(text) }));
}

const latin = new RegExp(`^${LATIN}`, 'u');
/** Whether a character is a letter or digit that words with spaces between them are made of. */
export const isLatin = (char: string | undefined): boolean => char !== undefined && latin.test(char);

/** Whether the place in a normalised text is between the 東 and the 京都 of 東京都: no 京都 begins there. */
export const isSplitPlace = (plain: string, at: number): boolean =>
  plain.startsWith('京都', at) && plain[at - 1] === '東';

/**
 * Pairs of neighbouring characters; the character itself where it stands alone. Of 東京都 only the first: whoever looks
 * for 京都 means another place.
 */
export function bigramsOf(run: string): string[] {
  const chars = [...run];
  if (chars.length === 1) return chars;
  const pairs = chars.slice(1).map((char, i) => `${chars[i] ?? ''}${char}`);
  return run.includes('東京都') ? pairs.filter((pair, i) => pair !== '京都' || chars[i - 1] !== '東') : pairs;
}

/** Words of a spelled text: of Japanese as the dictionary of the runtime knows them, of two characters or more. */
const wordsOf = (plain: string): string[] =>
  words(plain)
    .map(folded)
    .filter((word) => word.length > 1 || !isCjk.test(word));

/** What a text is found by: words, and bigrams of what is written without spaces. */
export interface Tokens {
  /** The text, normalised. */
  readonly plain: string;
  readonly words: readonly string[];
  readonly bigrams: readonly string[];
}

const LETTERS_THEN_DIGITS = /^\p{L}+$/u;

/** Tokens of a text as it was written, each once. `iso 9001` is found as `iso9001`, too. */
export function tokensOf(text: string): Tokens {
  const read = spelled(text);
  const plain = folded(read);
  const found = new Set(wordsOf(read));
  const bigrams = new Set<string>();
  let before = '';
  for (const run of runsOf(plain)) {
    if (run.cjk) for (const pair of bigramsOf(run.text)) bigrams.add(pair);
    else {
      found.add(run.text);
      if (LETTERS_THEN_DIGITS.test(before) && /^\p{N}/u.test(run.text)) found.add(before + run.text);
    }
    before = run.cjk ? '' : run.text;
  }
  return { plain, words: [...found], bigrams: [...bigrams] };
}
