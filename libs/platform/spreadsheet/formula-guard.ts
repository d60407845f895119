/** What Excel, in any of its languages, may take for the start of a formula or a command. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^[+-]?[\d,]*\.?\d+(e[+-]?\d+)?%?$/i;

/**
 * A cell's text that a spreadsheet will not run: whatever looks like a formula gets a leading apostrophe.
 * Source: OWASP, "CSV Injection".
 */
export function guardFormula(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The text before `guardFormula`, so that an exported file comes back unchanged. */
export function unguardFormula(text: string): string {
  const bare = text.slice(1);
  return text.startsWith("'") && guardFormula(bare) === text ? bare : text;
}
