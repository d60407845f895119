import type { TextPart } from '../engine.js';
import { tracked } from '../normalise.js';
import type { TrackedText } from '../rewriting.js';
import { isSaidIn, marksOf, partsAt, type Needle } from './highlighting.js';

/** Stands between the names in a tag. */
const COMMA = '、';
/** So many names of the controlled lists are shown as the reason. */
const NAMES = 3;

/** A name that matches, in parts. */
export interface MarkedName {
  readonly text: string;
  readonly parts: readonly TextPart[];
}

/** A tag of the controlled lists: the names of one entry, each of which is found by itself. */
export class Tag {
  private readonly names: readonly { text: string; traced: TrackedText }[];
  /** All names, as they are compared; no needle goes beyond a line. */
  private readonly plain: string;

  constructor(text: string) {
    this.names = text.split(COMMA).map((name) => ({ text: name, traced: tracked(name) }));
    this.plain = this.names.map(({ traced }) => traced.plain).join('\n');
  }

  /** Its names that match. */
  marked(needles: readonly Needle[]): MarkedName[] {
    const said = needles.filter((needle) => isSaidIn(this.plain, needle));
    if (said.length === 0) return [];
    return this.names
      .flatMap(({ text, traced }) => {
        const marks = marksOf(traced, said);
        return marks.length === 0 ? [] : [{ text, parts: partsAt(text, marks) }];
      })
      .filter(isHit);
  }
}

const isHit = ({ parts }: MarkedName): boolean => parts.some(({ hit }) => hit);

/** The first different names, as a text of its own; null where there is none. */
export function firstNames(names: Iterable<MarkedName>): readonly TextPart[] | null {
  const shown = new Map<string, readonly TextPart[]>();
  for (const { text, parts } of names) if (shown.size < NAMES) shown.set(text, parts);
  if (shown.size === 0) return null;
  return [...shown.values()].flatMap((parts, i) => [
    ...(i > 0 ? [{ text: COMMA, hit: false }] : []),
    ...parts,
  ]);
}

/** The names that match in tags that are marked already. */
export const namesIn = (marked: readonly (readonly TextPart[])[]): MarkedName[] =>
  marked
    .flatMap(splitAtCommas)
    .map((parts) => ({ text: parts.map(({ text }) => text).join(''), parts }))
    .filter(isHit);

function splitAtCommas(parts: readonly TextPart[]): TextPart[][] {
  const names: TextPart[][] = [[]];
  for (const { text, hit } of parts)
    text.split(COMMA).forEach((piece, i) => {
      if (i > 0) names.push([]);
      if (piece !== '') names.at(-1)?.push({ text: piece, hit });
    });
  return names;
}
