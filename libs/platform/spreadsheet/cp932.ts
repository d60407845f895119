import iconv from 'iconv-lite';

/** 〓 (geta mark): the printers' sign for a letter that is not in the case. */
const MISSING = '〓';

/**
 * Look-alikes of which CP932 has only the other: Unicode's own mappings of JIS X 0208 and Microsoft's differ.
 * Source: Unicode Consortium, CP932.TXT and JIS0208.TXT.
 */
const lookAlikes: Record<string, string> = {
  '〜': '～',
  '−': '－',
  '‖': '∥',
  '—': '―',
  '–': '―',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
  '¦': '￤',
  '\u00a0': ' ',
};

/** Signs without a shape of their own, which only choose a variant of the letter before them. */
const SHAPELESS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u200b-\u200d\ufeff]/gu;

/** Text as CP932 bytes. Characters that it lacks become 〓; `replaced` is their number. */
export function encodeCp932(text: string): { bytes: Buffer; replaced: number } {
  const plain = text
    .replace(SHAPELESS, '')
    .replace(/[\u3040-\u30ff][\u3099\u309a]/g, (letters) => letters.normalize('NFC'));
  const bytes = iconv.encode(plain, 'cp932');
  if (iconv.decode(bytes, 'cp932') === plain) return { bytes, replaced: 0 };
  let replaced = 0;
  const mapped = Array.from(plain, (char) => {
    const known = lookAlikes[char] ?? char;
    if (isInCp932(known)) return known;
    replaced += 1;
    return MISSING;
  });
  return { bytes: iconv.encode(mapped.join(''), 'cp932'), replaced };
}

/** iconv-lite writes a question mark for what it cannot encode. */
function isInCp932(char: string): boolean {
  return char === '?' || iconv.encode(char, 'cp932').toString('latin1') !== '?';
}
