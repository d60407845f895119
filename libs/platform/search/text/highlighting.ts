import {
  searchFields,
  type Highlight,
  type SearchDocument,
  type SearchField,
  type TextPart,
} from '../engine.js';
import { normalise } from '../normalise.js';

/** What was looked for, normalised; `start`: found only where a word begins. */
export interface Needle {
  readonly text: string;
  readonly start: boolean;
}

/** Characters with the marks that belong to them: ﾊﾞ is two, and one. */
const CLUSTER = /[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*|[\p{M}\uff9e\uff9f]+/gsu;

interface Mapped {
  readonly normal: string;
  /** For each unit of `normal`: where its character begins in the text, and where it ends. */
  readonly from: number[];
  readonly to: number[];
}

/** The normalised text with the way back to what was written. */
function mapped(text: string): Mapped {
  let normal = '';
  const from: number[] = [];
  const to: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const plain = /^\s+$/.test(cluster) ? ' ' : normalise(cluster);
    normal += plain;
    for (let i = 0; i < plain.length; i++) {
      from.push(index);
      to.push(index + cluster.length);
    }
  }
  return { normal, from, to };
}

const isLetter = /[\p{L}\p{N}]/u;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** A code may be written with a hyphen or a space between its letters and its figures. */
const patternOf = ({ text }: Needle): RegExp =>
  new RegExp(
    [...text]
      .map((char, i, all) => {
        const turns = i > 0 && /[a-z]/.test(all[i - 1] ?? '') !== /[a-z]/.test(char) && /[a-z0-9]/.test(char);
        return (turns ? '[-\\s]?' : '') + escaped(char);
      })
      .join(''),
    'g',
  );

function marksOf({ normal, from, to }: Mapped, needles: readonly Needle[]): [number, number][] {
  const marks: [number, number][] = [];
  for (const needle of needles)
    for (const { 0: found, index } of normal.matchAll(patternOf(needle))) {
      if (found === '' || (needle.start && index > 0 && isLetter.test(normal[index - 1] ?? ''))) continue;
      marks.push([from[index] ?? 0, to[index + found.length - 1] ?? 0]);
    }
  return marks.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

/** The text in parts, those marked that a needle matches. */
export function highlighted(text: string, needles: readonly Needle[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const [start, end] of marksOf(mapped(text), needles)) {
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

/** Where the texts of a document match, at most once per field; `partsOf` marks one text. */
export function highlightsOf(
  texts: SearchDocument['texts'],
  partsOf: (text: string, field: SearchField, index: number) => readonly TextPart[],
): Highlight[] {
  const found: Highlight[] = [];
  for (const field of searchFields) {
    let best: readonly TextPart[] | null = null;
    let most = 0;
    for (const [i, text] of (texts[field] ?? []).entries()) {
      const parts = partsOf(text, field, i);
      const hits = new Set(parts.flatMap((part) => (part.hit ? [normalise(part.text)] : []))).size;
      if (hits > most) [best, most] = [parts, hits];
    }
    if (best) found.push({ field, parts: cropped(best) });
    if (found.length === REASONS) break;
  }
  return found;
}
