/** A term of a list that is searched: processes and materials have a broader term and other spellings. */
export interface Term {
  code: string;
  ja: string;
  en: string;
  parent?: string | null;
  synonyms?: readonly string[];
}

export interface FoundTerm {
  term: Term;
  /** The other spelling that was typed, where it is not the name. */
  via: string | null;
}

/** Without differences of width, case, kana, blanks and hyphens: せんばん, ｾﾝﾊﾞﾝ and センバン are one. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/[\s\-‐－・/]/g, '');
}

/** How near what was typed is to a word: 0 it is the word, 1 its beginning, 2 inside; null: not at all. */
function nearness(word: string, typed: string): 0 | 1 | 2 | null {
  const bare = folded(word);
  if (bare === typed) return 0;
  const at = bare.indexOf(typed);
  return at === 0 ? 1 : at > 0 ? 2 : null;
}

/** Name and other spellings alike; on a tie the name. */
function rankOf(term: Term, typed: string): { rank: number; via: string | null } | null {
  let best: { rank: number; via: string | null } | null = null;
  const offer = (word: string, via: string | null) => {
    const near = nearness(word, typed);
    if (near === null) return;
    const rank = near * 2 + (via === null ? 0 : 1);
    if (best === null || rank < best.rank) best = { rank, via };
  };
  offer(term.ja, null);
  offer(term.en, null);
  for (const synonym of term.synonyms ?? []) offer(synonym, synonym);
  return best;
}

/**
 * Terms by name or synonym in either language, best first, then what lies below a broader term that was found.
 * Nothing typed: all, in their order.
 */
export function searchTerms(terms: readonly Term[], words: string): FoundTerm[] {
  const typed = folded(words);
  if (typed === '') return terms.map((term) => ({ term, via: null }));
  const ranked = terms.flatMap((term, place) => {
    const found = rankOf(term, typed);
    return found ? [{ term, place, ...found }] : [];
  });
  ranked.sort((a, b) => a.rank - b.rank || a.place - b.place);
  const codes = new Set(ranked.map(({ term }) => term.code));
  const below = terms.filter(
    ({ code, parent }) => parent !== null && parent !== undefined && codes.has(parent) && !codes.has(code),
  );
  return [...ranked.map(({ term, via }) => ({ term, via })), ...below.map((term) => ({ term, via: null }))];
}
