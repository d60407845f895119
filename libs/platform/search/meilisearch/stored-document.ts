import {
  markOf,
  searchFields,
  type SearchChange,
  type SearchDocument,
  type SearchField,
  type SearchKind,
} from '../engine.js';
import { spelled } from '../normalise.js';
import { keysOf } from '../text/document-keys.js';
import { words } from '../words.js';

/** A document as the server keeps it: flat, since filters name top-level attributes. */
export interface StoredDocument extends Partial<Record<SearchField, readonly string[]>> {
  readonly key: string;
  readonly version: number;
  readonly mark: number;
  /** Was taken away; kept so that an older state does not come back. Nobody is its audience. */
  readonly gone: boolean;
  readonly kind?: SearchKind;
  readonly id?: string;
  readonly audience: readonly string[];
  readonly hiddenFrom: readonly string[];
  readonly keys?: readonly string[];
  readonly _geo?: { readonly lat: number; readonly lng: number };
  readonly [attribute: string]: unknown;
}

/** Codes and amounts as people may type them: `ＳＵＳ－３０４` is found by sus304. */
const codesOf = ({ texts }: SearchDocument): string[] => [
  ...new Set(
    searchFields.flatMap((field) =>
      (texts[field] ?? []).flatMap((text) =>
        /[\d０-９]/.test(text) ? words(spelled(text)).filter(isCode) : [],
      ),
    ),
  ),
];
const isCode = (word: string): boolean => /\d/.test(word) && /[a-z]/.test(word);

export function storedDocument({ key, version, document }: SearchChange): StoredDocument {
  if (!document) return { key, version, mark: 0, gone: true, audience: [], hiddenFrom: [] };
  const { kind, id, audience, hiddenFrom, texts, facets, numbers, place } = document;
  return {
    ...texts,
    ...facets,
    ...numbers,
    ...{ key, version, mark: markOf(key, version), gone: false, kind, id, audience, hiddenFrom },
    keys: [...keysOf(document), ...codesOf(document)],
    ...(place && { _geo: { lat: place.latitude, lng: place.longitude } }),
  };
}
