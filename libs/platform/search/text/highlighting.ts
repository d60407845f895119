import {
  searchFields,
  type Highlight,
  type SearchDocument,
  type SearchField,
  type TextPart,
} from '../engine.js';
import { normalise, tracked } from '../normalise.js';
import type { Span, TrackedText } from '../rewriting.js';

/** What was looked for, normalised; `start`: found only where a word begins. */
export interface Needle {
  readonly text: string;
  readonly start: boolean;
}

const isLetter = /[\p{L}\p{N}]/u;

/** Terms of the controlled lists come in every hit: so many are remembered with their way back to what is written. */
const MOST_TERMS = 5_000;
const terms = new Map<string, TrackedText>();

function trackedTerm(text: string): TrackedText {
  let traced = terms.get(text);
  if (!traced) {
    if (terms.size >= MOST_TERMS) terms.clear();
    traced = tracked(text);
    terms.set(text, traced);
  }
  return traced;
}

/** Where the text, as it was written, has the needles. */
function marksOf(text: string, needles: readonly Needle[], isTerm: boolean): Span[] {
  // Knowing where each place came from costs much more than knowing that there is none.
  const plain = isTerm ? trackedTerm(text).plain : normalise(text);
  const found = needles.filter((needle) => needle.text !== '' && plain.includes(needle.text));
  if (found.length === 0) return [];
  const traced = isTerm ? trackedTerm(text) : tracked(text);
  const marks: Span[] = [];
  for (const { text: wanted, start } of found)
    for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length))
      if (!start || at === 0 || !isLetter.test(plain[at - 1] ?? ''))
        marks.push(traced.originOf(at, at + wanted.length));
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The text in parts, those marked that a needle matches. `isTerm`: it is of a controlled list. */
export function highlighted(text: string, needles: readonly Needle[], isTerm = false): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { start, end } of marksOf(text, needles, isTerm)) {
    if (end <= at) continue;
    const begin = Math.max(start, at);
    if (begin > at) parts.push({ text: text.slice(at, begin), hit: false });
    const last = parts.at(-1);
    if (last?.hit) parts[parts.length - 1] = { text: last.text + text.slice(begin, end), hit: true };
    else parts.push({ text: text.slice(begin, end), hit: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), hit: false });
  return parts;
}

/** Stands between the names in a tag. */
const COMMA = '、';

/** The same of a list of names from a controlled list, each by itself: the same few thousand come in all documents. */
export function highlightedNames(text: string, needles: readonly Needle[]): TextPart[] {
  const names = text.split(COMMA).map((name) => highlighted(name, needles, true));
  if (!names.some((parts) => parts.some(({ hit }) => hit))) return [{ text, hit: false }];
  return joined(names);
}

const joined = (names: readonly (readonly TextPart[])[]): TextPart[] =>
  names.flatMap((parts, i) => [...(i > 0 ? [{ text: COMMA, hit: false }] : []), ...parts]);

const BEFORE = 24;
const AROUND = 90;

/** The parts around the first match, at most some ninety characters. */
export function cropped(parts: readonly TextPart[]): TextPart[] {
  const whole = parts.map(({ text }) => text).join('');
  if (whole.length <= AROUND) return [...parts];
  const first = parts.findIndex(({ hit }) => hit);
  const hitAt = parts.slice(0, Math.max(first, 0)).reduce((sum, { text }) => sum + text.length, 0);
  const start = Math.max(0, Math.min(hitAt - BEFORE, whole.length - AROUND));
  const end = start + AROUND;
  const kept: TextPart[] = [];
  let at = 0;
  for (const { text, hit } of parts) {
    const piece = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += text.length;
    if (piece !== '') kept.push({ text: piece, hit });
  }
  if (start > 0) kept.unshift({ text: '…', hit: false });
  if (end < whole.length) kept.push({ text: '…', hit: false });
  return kept;
}

/** In how many fields a hit shows why it was found. */
const REASONS = 4;

/** So many terms of the controlled lists are shown as the reason. */
const TERMS = 3;

/** Marks one text of a document. */
export type Marker = (text: string, field: SearchField, index: number) => readonly TextPart[];

/** Where the texts of a document match, at most once per field. */
export function highlightsOf(texts: SearchDocument['texts'], partsOf: Marker): Highlight[] {
  const found: Highlight[] = [];
  for (const field of searchFields) {
    const marked = (texts[field] ?? []).map((text, i) => partsOf(text, field, i));
    const parts = field === 'tags' ? termsThatMatch(marked) : bestOf(marked);
    if (parts) found.push({ field, parts: cropped(parts) });
    if (found.length === REASONS) break;
  }
  return found;
}

/** The text with the most different matches. */
function bestOf(marked: readonly (readonly TextPart[])[]): readonly TextPart[] | null {
  let best: readonly TextPart[] | null = null;
  let most = 0;
  for (const parts of marked) {
    const hits = new Set(parts.flatMap((part) => (part.hit ? [normalise(part.text)] : []))).size;
    if (hits > most) [best, most] = [parts, hits];
  }
  return best;
}

/** A tag is a list of names, told apart by 、: only those that match are a reason. */
function termsThatMatch(marked: readonly (readonly TextPart[])[]): readonly TextPart[] | null {
  const terms = new Map<string, TextPart[]>();
  for (const parts of marked.filter((each) => each.some(({ hit }) => hit)))
    for (const term of splitAtCommas(parts)) {
      const text = term.map((part) => part.text).join('');
      if (terms.size < TERMS && term.some(({ hit }) => hit)) terms.set(text, term);
    }
  if (terms.size === 0) return null;
  return joined([...terms.values()]);
}

function splitAtCommas(parts: readonly TextPart[]): TextPart[][] {
  const terms: TextPart[][] = [[]];
  for (const { text, hit } of parts)
    text.split(COMMA).forEach((piece, i) => {
      if (i > 0) terms.push([]);
      if (piece !== '') terms.at(-1)?.push({ text: piece, hit });
    });
  return terms;
}
