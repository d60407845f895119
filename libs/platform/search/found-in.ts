import { normalise, tracked } from './normalise.js';
import type { Span } from './rewriting.js';

/**
 * Where a text, as it was written, says one of the words: in order, without overlaps. ＳＵＳ－３０４ is found by
 * "sus 304" as a whole. Words are normalised here; empty ones are nowhere.
 */
export function foundIn(text: string, words: readonly string[]): Span[] {
  const traced = tracked(text);
  const spans: Span[] = [];
  for (const word of new Set(words.map(normalise))) {
    if (word === '') continue;
    for (let at = traced.plain.indexOf(word); at >= 0; at = traced.plain.indexOf(word, at + word.length))
      spans.push(traced.originOf(at, at + word.length));
  }
  return merged(spans);
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}
