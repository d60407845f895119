import { lettersLike } from './letters.js';
import type { Rule } from './rewriting.js';

/** Letters that material codes begin with; what follows is written together, with a hyphen or with a space. */
const MATERIALS = 'sus|suh|sum|suj|skd|skh|sks|sk|ss|sm|sn|scm|sncm|sacm|scs|sc|stkm|stk|fcd|fc|adc|cac';

const latin = lettersLike(/[a-z]/);

/** Codes in text that is NFKC and lower case: sus-304 and sus 304 → sus304, iso 9001 → iso9001, al5052 → a5052. */
export const codeRules: readonly Rule[] = [
  {
    // Pieces joined by hyphens, of which at least one has a digit and none is a word.
    pattern: /(?<![a-z0-9])[a-z][a-z0-9]{0,11}(?:[-_][a-z0-9]{1,12}){1,5}(?![a-z0-9])/g,
    needs: lettersLike(/[-_]/),
    by: joined,
  },
  {
    pattern: new RegExp(`(?<![a-z0-9])(${MATERIALS}) (?=\\d{2,5}[a-z]?(?![a-z0-9]))`, 'g'),
    needs: latin,
    by: (_, letters = '') => letters,
  },
  { pattern: /(?<![a-z0-9])s ?(\d\d) ?c(?![a-z0-9])/g, needs: latin, by: (_, carbon = '') => `s${carbon}c` },
  { pattern: /(?<![a-z0-9])al?[ -]?(?=[1-8]0\d\d(?!\d)|7178(?!\d))/g, needs: latin, by: () => 'a' },
  { pattern: /(?<![a-z0-9])iso(?:\/iec)? ?(?=\d{4})/g, needs: latin, by: () => 'iso' },
  { pattern: /(?<![a-z0-9])jis ?([a-z]) ?(?=\d{4})/g, needs: latin, by: (_, part = '') => `jis${part}` },
  {
    pattern: /(?<![a-z0-9])(iatf|haccp|fssc|as) (?=\d{4,5}(?!\d))/g,
    needs: latin,
    by: (_, letters = '') => letters,
  },
];

function joined(code: string): string {
  const pieces = code.split(/[-_]/);
  const first = pieces[0] ?? '';
  const isCode =
    /\d/.test(code) &&
    (/\d/.test(first) || first.length <= 6) &&
    pieces.slice(1).every((piece) => /\d/.test(piece) || piece.length <= 3);
  // Digits on both sides stay apart: iso9001-2015.
  return isCode ? code.replace(/(?<!\d)[-_]|[-_](?!\d)/g, '') : code;
}

/** The code that a longer one is a kind of: sus304l → sus304, a5052h34 → a5052; null where there is none. */
export const stemOf = (word: string): string | null =>
  /^([a-z]{1,5}\d{3,5})[a-z][a-z0-9]{0,4}$/.exec(word)?.[1] ?? null;
