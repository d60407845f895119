import { searchFields, type Highlight, type SearchField, type TextPart } from '../engine.js';
import { normalise, tracked } from '../normalise.js';
import type { Span, TrackedText } from '../rewriting.js';
import { isLatin, isSplitPlace } from './runs.js';

/** What was looked for, normalised; `start`, `end`: found only where a word of Latin letters begins, and ends. */
export interface Needle {
  readonly text: string;
  readonly start: boolean;
  readonly end: boolean;
}

/** Whether a normalised text has it, be it inside a word. */
export const isSaidIn = (plain: string, { text }: Needle): boolean => text !== '' && plain.includes(text);

/** Nothing is nowhere. */
const placeIn = (plain: string, wanted: string, from: number): number =>
  wanted === '' ? -1 : plain.indexOf(wanted, from);

/** Whether the needle may stand at this place: a word of Latin letters ends where Japanese begins, as in CNC旋盤. */
const isWhole = (plain: string, at: number, { text, start, end }: Needle): boolean =>
  !(start && isLatin(plain[at - 1])) &&
  !(end && isLatin(plain[at + text.length])) &&
  !isSplitPlace(plain, at);

/** Where the text, as it was written, has the needles. */
export function marksOf(traced: TrackedText, needles: readonly Needle[]): Span[] {
  const { plain } = traced;
  const marks: Span[] = [];
  for (const needle of needles) {
    const { text: wanted } = needle;
    for (let at = placeIn(plain, wanted, 0); at >= 0; at = placeIn(plain, wanted, at + wanted.length))
      if (isWhole(plain, at, needle)) marks.push(traced.originOf(at, at + wanted.length));
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The text in parts, those marked that a needle matches. */
export function highlighted(text: string, needles: readonly Needle[]): TextPart[] {
  // Knowing where each place came from costs much more than knowing that there is none.
  const plain = normalise(text);
  if (!needles.some((needle) => isSaidIn(plain, needle))) return text === '' ? [] : [{ text, hit: false }];
  return partsAt(text, marksOf(tracked(text, plain), needles));
}

/** The text in parts, those marked that are at the marks. */
export function partsAt(text: string, marks: readonly Span[]): TextPart[] {
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

/** Where a document matches, at most once per field. `textsIn`: what says it best of a field, if anything does. */
export function highlightsOf(
  textsIn: (field: SearchField) => readonly (readonly TextPart[])[] | null,
): Highlight[] {
  const found: Highlight[] = [];
  for (const field of searchFields) {
    const texts = textsIn(field);
    if (texts) found.push({ field, texts: texts.map(cropped) });
    if (found.length === REASONS) break;
  }
  return found;
}

/** The text with the most different matches, as the only one; null where none has any. */
export function mostMarked(marked: readonly (readonly TextPart[])[]): (readonly TextPart[])[] | null {
  let best: readonly TextPart[] | null = null;
  let most = 0;
  for (const parts of marked) {
    const hits = new Set(parts.flatMap((part) => (part.hit ? [normalise(part.text)] : []))).size;
    if (hits > most) [best, most] = [parts, hits];
  }
  return best && [best];
}
