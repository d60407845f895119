import type { Need } from './match.types.js';
import type { Names } from './rules/judged.js';
import type { Query } from './text/query.js';
import { tokens } from './text/tokens.js';
import type { Understood, Vocabulary } from './vocabulary.types.js';

/**
 * What all that a word is understood as counts together, beside the word itself: a word with many meanings must not
 * drown the others. Chosen on half of the development queries of the awards bench.
 */
const TOGETHER = 0.2;
/** A word of the text below the title counts less, about as text/query.ts has it for words that are said. */
const IN_TEXT = 0.1;
/** So many characters of the text are read for it: it begins with what it is about. */
const READ = 400;
/** At most so many tokens are added, the weightiest: each costs time in every match. */
const MOST_ADDED = 60;

export interface Expanded {
  readonly query: Query;
  /** Title first; each word once. */
  readonly understood: readonly Understood[];
}

/** The query with what its words are understood as, in words and in the names of codes, each weaker than what is said. */
export function expanded(query: Query, need: Need, vocabulary: Vocabulary, names: Names): Expanded {
  const inTitle = vocabulary.expand(need.title).understood;
  const inText = vocabulary.expand(need.text.slice(0, READ)).understood;
  const understood = [...new Map([...inText, ...inTitle].map((one) => [one.said, one])).values()].reverse();
  const said = new Set(query.tokens);
  const added = new Map<string, number>();
  const add = (list: readonly Understood[], share: number) => {
    for (const one of list)
      for (const [token, weight] of tokensOf(one, names))
        if (!said.has(token)) added.set(token, Math.max(added.get(token) ?? 0, weight * share));
  };
  add(inTitle, 1);
  add(inText, IN_TEXT);
  const weightiest = [...added].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_ADDED);
  return {
    understood,
    query: {
      tokens: [...query.tokens, ...weightiest.map(([token]) => token)],
      weights: [...query.weights, ...weightiest.map(([, weight]) => weight)],
      // None of them was said.
      inTitle: [...query.inTitle, ...weightiest.map(() => 0)],
      inLead: [...query.inLead, ...weightiest.map(() => false)],
      inRest: [...query.inRest, ...weightiest.map(() => false)],
    },
  };
}

/** The tokens of all that a word is understood as, which together weigh at most TOGETHER. */
function tokensOf({ terms, codes }: Understood, names: Names): [string, number][] {
  const texts = [
    ...terms.map(({ text, weight }) => ({ text, weight })),
    ...codes.map(({ kind, code, weight }) => ({ text: names(kind, code).ja, weight })),
  ];
  const weights = new Map<string, number>();
  for (const { text, weight } of texts)
    for (const token of tokens(text)) weights.set(token, Math.max(weights.get(token) ?? 0, weight));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const scale = total > 0 ? Math.min(1, 1 / total) * TOGETHER : 0;
  return [...weights].map(([token, weight]) => [token, weight * scale]);
}
