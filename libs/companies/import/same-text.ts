import { normalise } from '#platform/search/index.js';

/** What Shift_JIS files have for a letter that they lack. */
export const MISSING = '〓';
/** Signs without a shape of their own, which Shift_JIS files lose. */
const SHAPELESS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u200b-\u200d\ufeff]/gu;

/** A title or name as it is compared: width, case and the look-alikes of a wave or a dash make no difference. */
export const textKey = (text: string): string =>
  normalise(text.replace(SHAPELESS, ''))
    .replaceAll('〜', '~')
    .replace(/[−‐-―]/g, '-');

/** Whether `said` is `known` with letters lost on the way through a Shift_JIS file. */
export function isDamaged(said: string, known: string): boolean {
  if (!said.includes(MISSING)) return false;
  const pattern = said
    .split(MISSING)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('.');
  return new RegExp(`^${pattern}$`, 'su').test(known);
}
