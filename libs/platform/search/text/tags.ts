import type { TextPart } from '../engine.js';
import { normalise, tracked } from '../normalise.js';
import type { TrackedText } from '../rewriting.js';
import { isSaidIn, marksOf, partsAt, type Needle } from './highlighting.js';
import { latinKeysOf } from './romaji.js';
import { runsOf } from './runs.js';

/** Stands between the names of a tag. */
const LINE = '\n';
/** Stands between a name and how it is read. */
const READ_AS = '\t';
/** So many names in each script are given as the reason. */
const NAMES = 3;

/** A name of an entry in the controlled lists; `reading` in katakana, '' where the name says it itself or none is known. */
export interface TagName {
  readonly text: string;
  readonly reading: string;
}

/** An entry's names as a document's tag: one a line, each with its reading, so that no language's comma is in it. */
export const tagOf = (names: readonly TagName[]): string =>
  names.map(({ text, reading }) => (reading === '' ? text : `${text}${READ_AS}${reading}`)).join(LINE);

/** Names and readings of a tag, each by itself. */
export const namesOf = (tag: string): string[] => tag.split(/[\n\t]/);

/** A name that matches, in parts. */
export interface MarkedName {
  readonly text: string;
  /** Whether it has Japanese script in it. */
  readonly japanese: boolean;
  readonly parts: readonly TextPart[];
}

interface Line {
  readonly text: string;
  readonly japanese: boolean;
  readonly traced: TrackedText;
  /** As it is compared; '' for none. */
  readonly reading: string;
  readonly sounds: readonly string[];
}

/** A tag of the controlled lists: the names of one entry, each of which is found by itself. */
export class Tag {
  private readonly lines: readonly Line[];
  /** All of it, to be quickly told that nothing matches; no needle goes beyond a line. */
  private readonly plain: string;

  constructor(tag: string) {
    this.lines = tag.split(LINE).map((line) => {
      const [text = '', read = ''] = line.split(READ_AS);
      const traced = tracked(text);
      const reading = normalise(read);
      const sounds = latinKeysOf(`${traced.plain} ${reading}`);
      return { text, japanese: isJapanese(traced.plain), traced, reading, sounds };
    });
    this.plain = this.lines
      .flatMap(({ traced, reading, sounds }) => [traced.plain, reading, ...sounds])
      .join(LINE);
  }

  /** Its names that match; whole where it is how they are read that does. */
  marked(needles: readonly Needle[]): MarkedName[] {
    const said = needles.filter((needle) => isSaidIn(this.plain, needle));
    if (said.length === 0) return [];
    return this.lines.flatMap(({ text, japanese, traced, reading, sounds }) => {
      const marks = marksOf(traced, said);
      if (marks.length > 0) return [{ text, japanese, parts: partsAt(text, marks) }];
      const isRead = said.some(
        (needle) =>
          isSaidIn(reading, needle) ||
          (needle.start && !needle.end && sounds.some((sound) => sound.startsWith(needle.text))),
      );
      return isRead ? [{ text, japanese, parts: [{ text, hit: true }] }] : [];
    });
  }
}

const isJapanese = (plain: string): boolean => runsOf(plain).some(({ cjk }) => cjk);

/**
 * The first name of each tag in Japanese script, and the first in Latin, at most three of each: the reader's language
 * chooses among them. Null where no name matches.
 */
export function reasonsIn(tags: Iterable<readonly MarkedName[]>): TextPart[][] | null {
  const [japanese, latin] = [new Map<string, readonly TextPart[]>(), new Map<string, readonly TextPart[]>()];
  for (const names of tags)
    for (const [shown, wanted] of [
      [japanese, true],
      [latin, false],
    ] as const) {
      const first = names.find(({ japanese: is }) => is === wanted);
      if (first && shown.size < NAMES) shown.set(first.text, first.parts);
    }
  const all = [...japanese.values(), ...latin.values()];
  return all.length === 0 ? null : all.map((parts) => [...parts]);
}

const isHit = (parts: readonly TextPart[]): boolean => parts.some(({ hit }) => hit);

/** The names that match in a tag that is marked already. */
export const namesIn = (marked: readonly TextPart[]): MarkedName[] =>
  split(marked, LINE).flatMap((line) => {
    const [name = [], read = []] = split(line, READ_AS);
    const text = name.map((part) => part.text).join('');
    const shown = { text, japanese: isJapanese(normalise(text)) };
    if (isHit(name)) return [{ ...shown, parts: name }];
    return isHit(read) ? [{ ...shown, parts: [{ text, hit: true }] }] : [];
  });

function split(parts: readonly TextPart[], at: string): TextPart[][] {
  const pieces: TextPart[][] = [[]];
  for (const { text, hit } of parts)
    text.split(at).forEach((piece, i) => {
      if (i > 0) pieces.push([]);
      if (piece !== '') pieces.at(-1)?.push({ text: piece, hit });
    });
  return pieces;
}
