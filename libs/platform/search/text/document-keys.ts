import type { SearchDocument, SearchField } from '../engine.js';
import { normalise } from '../normalise.js';
import { latinKeysOf } from './romaji.js';

/** Longer texts are prose: nobody types their sound. */
const LONGEST = 600;

/** The fields that are found by sound, too. */
export const soundFields = ['title', 'aliases', 'tags'] as const satisfies readonly SearchField[];

/** How a name or term may be typed in Latin letters. */
export const soundsOf = (text: string): string[] =>
  text.length > LONGEST ? [] : latinKeysOf(normalise(text));

/** What a document is found by beside its texts: the sound of its names and terms in Latin letters. */
export const keysOf = ({ texts }: SearchDocument): string[] => [
  ...new Set(
    soundFields.flatMap((field) => (texts[field] ?? []).flatMap((text) => soundsOf(normalise(text)))),
  ),
];
