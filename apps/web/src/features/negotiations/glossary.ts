import type { TradeTerm } from '#contracts/trade-terms.js';

interface Spelling {
  /** As compared. */
  text: string;
  term: TradeTerm;
}

/** Length-preserving: full-width letters and digits count as narrow ones, capitals as small ones. */
export const folded = (text: string): string =>
  text
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (c) => c.toLowerCase());

const isLatin = (char: string | undefined): boolean => char !== undefined && /[a-z0-9]/i.test(folded(char));
const isKatakana = (char: string | undefined): boolean => char !== undefined && /[ァ-ヺー]/.test(char);
/** Whether two neighbouring letters belong to one word, so that no other word may end between them. */
const inOneWord = (a: string | undefined, b: string | undefined): boolean =>
  (isLatin(a) && isLatin(b)) || (isKatakana(a) && isKatakana(b));

/** Of one letter, or two Latin ones, too much would be taken for a word of the trade that is none. */
const isLongEnough = (text: string): boolean => text.length >= (/^[a-z0-9]+$/.test(text) ? 3 : 2);

/** Looks words of the trade up; it guesses none. */
export class Glossary {
  private readonly byFirst = new Map<string, Spelling[]>();

  constructor(readonly terms: readonly TradeTerm[]) {
    for (const term of terms)
      for (const spelling of new Set([term.ja, term.en, ...term.also]))
        this.add(folded(spelling.trim()), term);
    for (const spellings of this.byFirst.values()) spellings.sort((a, b) => b.text.length - a.text.length);
  }

  private add(text: string, term: TradeTerm): void {
    if (!isLongEnough(text)) return;
    const first = text[0] ?? '';
    const spellings = this.byFirst.get(first) ?? [];
    // The first one stands: the project's own words come before those of the taxonomy.
    if (!spellings.some((other) => other.text === text)) spellings.push({ text, term });
    this.byFirst.set(first, spellings);
  }

  /** The longest word of the trade that begins at a place of a folded text; null where none does. */
  at(text: string, place: number): { term: TradeTerm; length: number } | null {
    if (inOneWord(text[place - 1], text[place])) return null;
    for (const spelling of this.byFirst.get(text[place] ?? '') ?? []) {
      const end = place + spelling.text.length;
      if (text.startsWith(spelling.text, place) && !inOneWord(text[end - 1], text[end]))
        return { term: spelling.term, length: spelling.text.length };
    }
    return null;
  }

  /** Terms that hold all of `words` in a name or spelling, the best fitting first. */
  search(words: string, limit: number): TradeTerm[] {
    const wanted = folded(words.trim());
    if (wanted === '') return [];
    const rank = ({ ja, en, also }: TradeTerm): number => {
      const names = [ja, en].map(folded);
      if ([...names, ...also.map(folded)].includes(wanted)) return 0;
      if (names.some((name) => name.startsWith(wanted))) return 1;
      if (names.some((name) => name.includes(wanted))) return 2;
      return also.some((name) => folded(name).includes(wanted)) ? 3 : 4;
    };
    return this.terms
      .map((term) => ({ term, rank: rank(term) }))
      .filter((each) => each.rank < 4)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit)
      .map(({ term }) => term);
  }
}
