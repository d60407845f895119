/** What Shift_JIS files have for a letter that they lack. */
export const MISSING = '〓';
/** Signs without a shape of their own, which Shift_JIS files lose. */
const SHAPELESS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u200b-\u200d\ufeff]/gu;

/**
 * A title or name as it is compared: width, case, kana and the look-alikes of a wave or a dash make no difference. Every
 * letter stays one letter, so that one that was lost has its place: search's normaliser (platform/search) would not do.
 */
export const textKey = (text: string): string =>
  text
    .replace(SHAPELESS, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/\s+/g, ' ')
    .trim()
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
