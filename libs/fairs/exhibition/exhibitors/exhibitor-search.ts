import { findProcess } from '#companies/index.js';
import type { BoothApplication } from '#contracts/fair-exhibitors.js';
import { likePattern, normalise, searchWords, type SqlConditions } from '#platform/search/index.js';
import type { Thesaurus } from '#vocabulary/index.js';

/** What an exhibitor is found by beside its company: what it says on its page and shows. Kept in `search_text`. */
export const exhibitorText = ({ headline, text, products }: BoothApplication): string =>
  [headline, text, ...products.map((one) => `${one.name} ${one.text} ${one.mark}`)].map(normalise).join('\n');

/**
 * Adds what a search for `q` asks of an exhibitor `x` and its company `c`: every word, or something that the vocabulary
 * understands by it, stands in its text or is one of its processes.
 */
export function addSearch(sql: SqlConditions, q: string, thesaurus: Thesaurus): void {
  for (const word of searchWords(q)) {
    const { terms, codes } = thesaurus.expand(word);
    const patterns = [word, ...terms.map(({ text }) => normalise(text))].map(likePattern);
    const processes = codes.filter(({ kind, code }) => kind === 'process' && findProcess(code));
    const known = sql.bind(processes.map(({ code }) => code));
    sql.add(
      'q',
      (p) =>
        `(x.search_text || e'\\n' || c.search_text) like any(${p}::text[]) or c.process_codes && ${known}::text[]`,
      patterns,
    );
  }
}

/** The same of a product `i` in the catalogue. */
export function addProductSearch(sql: SqlConditions, q: string, thesaurus: Thesaurus): void {
  for (const word of searchWords(q)) {
    const terms = thesaurus.expand(word).terms.map(({ text }) => text);
    sql.add(
      'q',
      (p) =>
        `lower(concat_ws(' ', i.product->>'name', i.product->>'text', i.product->>'mark', c.name)) like any(${p}::text[])`,
      [word, ...terms].map((term) => likePattern(term.toLowerCase())),
    );
  }
}
