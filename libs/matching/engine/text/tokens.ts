const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Marks a bigram, so that the two-character word 加工 and the bigram 加工 are counted apart. */
const BIGRAM = '~';

/** Particles stand in every title and tell nothing of it. */
const particle = /^[のにをはがとでやもへ]$/u;

/** One spelling for what looks alike: full-width and half-width forms are one (NFKC), and so are capitals. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * The words of a text without particles, and the pairs of neighbouring letters or digits, in order, repeats included.
 * SUS304 and 0.005mm are words; SUS-304 gives also SUS304. The pairs find what the words cut differently.
 */
export function tokens(text: string): string[] {
  const plain = normalise(text);
  return [...words(plain).filter((word) => !particle.test(word)), ...joinedCodes(plain), ...bigrams(plain)];
}

/** The words of a normalised text, in order; codes and figures with their unit are words. */
export function words(plain: string): string[] {
  const found: string[] = [];
  for (const part of segmenter.segment(plain)) if (part.isWordLike) found.push(part.segment);
  return found;
}

/** Codes written with separators (a5052-h34, sus-304), without them. */
function joinedCodes(plain: string): string[] {
  const written = plain.match(/[a-z0-9]+(?:[-_/][a-z0-9]+)+/g) ?? [];
  return written
    .filter((code) => /[a-z]/.test(code) && /\d/.test(code))
    .map((code) => code.replace(/[-_/]/g, ''));
}

/** Pairs of neighbouring letters or digits of a normalised text, marked as such. */
export function bigrams(plain: string): string[] {
  const found: string[] = [];
  for (const run of plain.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const characters = [...run];
    for (let i = 0; i + 1 < characters.length; i++)
      found.push(`${BIGRAM}${characters[i]}${characters[i + 1]}`);
  }
  return found;
}

/** How often each token occurs. */
export function counted(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of list) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}
