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

/** A name of a controlled list as it is written, with the way back to that from how it is compared. */
interface Name {
  readonly text: string;
  readonly traced: TrackedText;
}

/** Stands between the names in a tag. */
const COMMA = '、';
/** Tags of the controlled lists come in every hit: so many are remembered in their names. */
const MOST_TAGS = 5_000;
const tags = new Map<string, readonly Name[]>();

function namesOf(tag: string): readonly Name[] {
  let names = tags.get(tag);
  if (!names) {
    if (tags.size >= MOST_TAGS) tags.clear();
    names = tag.split(COMMA).map((text) => ({ text, traced: tracked(text) }));
    tags.set(tag, names);
  }
  return names;
}

const isSaidIn = (plain: string, { text }: Needle): boolean => text !== '' && plain.includes(text);

/** Where the text, as it was written, has the needles. */
function marksOf(traced: TrackedText, needles: readonly Needle[]): Span[] {
  const { plain } = traced;
  const marks: Span[] = [];
  for (const { text: wanted, start } of needles.filter((needle) => isSaidIn(plain, needle)))
    for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length))
      if (!start || at === 0 || !isLetter.test(plain[at - 1] ?? ''))
        marks.push(traced.originOf(at, at + wanted.length));
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The text in parts, those marked that a needle matches. */
export function highlighted(text: string, needles: readonly Needle[]): TextPart[] {
  // Knowing where each place came from costs much more than knowing that there is none.
  const plain = normalise(text);
  if (!needles.some((needle) => isSaidIn(plain, needle))) return text === '' ? [] : [{ text, hit: false }];
  return partsAt(text, marksOf(tracked(text), needles));
}

function partsAt(text: string, marks: readonly Span[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { start, end } of marks) {
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

/** The same of a list of names from a controlled list, each by itself. */
function highlightedNames(tag: string, needles: readonly Needle[]): TextPart[] {
  const names = namesOf(tag);
  const isSaid = ({ traced }: Name) => needles.some((needle) => isSaidIn(traced.plain, needle));
  if (!names.some(isSaid)) return [{ text: tag, hit: false }];
  const parts = names.map(({ text, traced }) => partsAt(text, marksOf(traced, needles)));
  return parts.some((name) => name.some(({ hit }) => hit)) ? joined(parts) : [{ text: tag, hit: false }];
}

/** Marks the texts of one answer's hits: the same tags come in many of them, and each is marked once. */
export function markerOf(needles: readonly Needle[]): Marker {
  const known = new Map<string, readonly TextPart[]>();
  return (text, field) => {
    if (field !== 'tags') return highlighted(text, needles);
    let parts = known.get(text);
    if (!parts) {
      parts = highlightedNames(text, needles);
      known.set(text, parts);
    }
    return parts;
  };
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
