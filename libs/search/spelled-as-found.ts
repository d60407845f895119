import type { SearchHit } from '#contracts/search.js';
import { normalise } from '#platform/search/index.js';

/**
 * A suggestion in the spelling that the hits have most often: engines know words only normalised (メッキ), where the
 * documents say めっき. Only what the viewer sees is looked at; a word that stands in none of it stays as it is.
 */
export function spelledAsFound(suggestion: string, hits: readonly Pick<SearchHit, 'highlights'>[]): string {
  const spellings = new Map<string, Map<string, number>>();
  for (const { highlights } of hits)
    for (const { text, hit } of highlights.flatMap(({ texts }) => texts.flat())) {
      if (!hit) continue;
      const word = normalise(text);
      const counts = spellings.get(word) ?? new Map<string, number>();
      spellings.set(word, counts.set(text, (counts.get(text) ?? 0) + 1));
    }
  const usual = (word: string): string =>
    [...(spellings.get(word) ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0] ?? word;
  return suggestion.split(' ').map(usual).join(' ');
}
