/** One normaliser for all that is indexed or asked (platform/search); here with what counts tokens. */
export { bigrams, spelled as normalise, tokens, tokensOf, words } from '#platform/search/index.js';

/** How often each token occurs. */
export function counted(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of list) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}
