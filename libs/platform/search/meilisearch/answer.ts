import { distanceKm } from '../distance.js';
import {
  type FacetCount,
  type Highlight,
  type SearchHit,
  type SearchQuery,
  type TextPart,
} from '../engine.js';
import { normalise } from '../normalise.js';
import { searchWords } from '../search-text.js';
import { editDistance, errorsAllowed } from '../text/edit-distance.js';
import { highlightsOf, mostMarked } from '../text/highlighting.js';
import { romanised, soundOf } from '../text/romaji.js';
import { namesIn, reasonsIn } from '../text/tags.js';
import { CLOSE, OPEN } from './request.js';
import type { StoredDocument } from './stored-document.js';

export type FoundDocument = StoredDocument & { readonly _formatted?: Record<string, unknown> };

const MARKED = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'g');

/** A text with marks in parts. */
function partsOf(formatted: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { 0: whole, 1: text = '', index } of formatted.matchAll(MARKED)) {
    if (index > at) parts.push({ text: formatted.slice(at, index), hit: false });
    const last = parts.at(-1);
    if (last?.hit) parts[parts.length - 1] = { text: last.text + text, hit: true };
    else parts.push({ text, hit: true });
    at = index + whole.length;
  }
  if (at < formatted.length) parts.push({ text: formatted.slice(at), hit: false });
  return parts;
}

export function hitOf(found: FoundDocument, { from, texts }: SearchQuery): SearchHit {
  const place = found._geo;
  const distance = from && place ? distanceKm(from, { latitude: place.lat, longitude: place.lng }) : null;
  return {
    key: found.key,
    kind: found.kind ?? 'company',
    id: found.id ?? '',
    distanceKm: distance === null ? null : Math.round(distance * 10) / 10,
    highlights: texts ? highlights(found) : [],
  };
}

function highlights({ _formatted = {} }: FoundDocument): Highlight[] {
  return highlightsOf((field) => {
    const texts = _formatted[field];
    const marked = Array.isArray(texts) ? texts.map((text) => partsOf(String(text))) : [];
    return field === 'tags' ? reasonsIn(marked.map(namesIn)) : mostMarked(marked);
  });
}

/** Counts of a facet, the most first. */
export const facetCounts = (distribution: Record<string, number> | undefined): FacetCount[] =>
  Object.entries(distribution ?? {})
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));

/**
 * What was meant: words of the query that stand in none of the hits, replaced by what matched in their place. All of it
 * is in hits that the viewer may see.
 */
export function suggestionOf(words: string, hits: readonly SearchHit[]): string | null {
  const matched = new Set(
    hits.flatMap(({ highlights: list }) =>
      list.flatMap(({ texts }) => texts.flat().flatMap(({ text, hit }) => (hit ? [normalise(text)] : []))),
    ),
  );
  let isOther = false;
  const meant = searchWords(words).map((word) => {
    if ([...matched].some((text) => text.includes(word) || word.includes(text))) return word;
    const near = [...matched]
      .map((text) => ({ text, errors: editDistance(text, word, errorsAllowed(word)) }))
      .filter(({ text, errors }) => errors > 0 && errors <= errorsAllowed(word) && !soundsLike(text, word))
      .sort((a, b) => a.errors - b.errors)[0];
    if (near) isOther = true;
    return near?.text ?? word;
  });
  return isOther ? meant.join(' ') : null;
}

const soundsLike = (text: string, word: string): boolean => soundOf(romanised(text)) === soundOf(word);
