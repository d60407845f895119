import { stemOf } from './codes.js';
import { folded, kanaFolded, spelled } from './normalise.js';

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Marks a bigram, so that the two-character word 加工 and the bigram 加工 are counted apart. */
const BIGRAM = '~';

/** Particles stand in every title and tell nothing of it. */
const particle = /^[のにをはがとでやもへ]$/u;

/**
 * What a text is found by: its words without particles, what a code is a kind of (sus304l: sus304), and the pairs of
 * neighbouring letters or digits, in order, repeats included. The pairs find what the words cut differently. Words are
 * cut before they are folded: what is in hiragana tells where they end.
 */
export function tokens(text: string): string[] {
  const plain = spelled(text);
  return tokensOf(plain, words(plain));
}

/** The same of a spelled text that is already cut into its words. */
export function tokensOf(plain: string, cut: readonly string[]): string[] {
  const found = cut.filter((word) => !particle.test(word)).map(folded);
  return [...found, ...found.flatMap((word) => stemOf(word) ?? []), ...bigrams(kanaFolded(plain))];
}

/** The words of a spelled text, in order; codes and figures with their unit are words. */
export function words(plain: string): string[] {
  const found: string[] = [];
  if (plain === '') return found;
  for (const part of segmenter.segment(plain)) if (part.isWordLike) found.push(part.segment);
  return found;
}

/** Pairs of neighbouring letters or digits of a spelled or normalised text, marked as such. */
export function bigrams(plain: string): string[] {
  const found: string[] = [];
  for (const run of plain.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const characters = [...run];
    for (let i = 0; i + 1 < characters.length; i++)
      found.push(`${BIGRAM}${characters[i]}${characters[i + 1]}`);
  }
  return found;
}
