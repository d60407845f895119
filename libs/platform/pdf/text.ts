interface Inline {
  text: string;
  wordBreak?: 'break-all';
}

/** A run of so many characters without a place to break is cut wherever the line ends (URLs, drawing numbers). */
const LONG_RUN = /([!-~]{20,})/;

/**
 * Text prepared for a line of any width. Japanese breaks between characters by the Unicode rules that pdfmake
 * applies; a long run of Latin letters would push a table over the page's edge, and is marked as breakable.
 */
export function breakable(text: string): Inline[] {
  return printable(text)
    .split(LONG_RUN)
    .filter((part) => part !== '')
    .map((part) => (LONG_RUN.test(part) ? { text: part, wordBreak: 'break-all' } : { text: part }));
}

/**
 * Text that the font can show: combining marks joined with their letter (か + ゙ as macOS writes it becomes が),
 * control characters dropped, tabs as a space.
 */
export function printable(text: string): string {
  return text
    .replace(/\P{M}[\u0300-\u036f\u3099\u309a]+/gu, (letters) => letters.normalize('NFC'))
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '');
}
