import type { VocabularyContent, VocabularyKind } from '#contracts/vocabulary.js';
import { keyOf, shippedId } from '../entry.js';
import { effects } from './effects.data.js';
import { effectPhrases } from './effect-phrases.data.js';
import { food } from './food.data.js';
import { forming } from './forming.data.js';
import { machining } from './machining.data.js';
import { materials } from './materials.data.js';
import { moreProcesses } from './more-processes.data.js';
import { products } from './products.data.js';
import { surface } from './surface.data.js';
import { trade } from './trade.data.js';
import { parseEntries } from './parse.js';
import { taxonomyEntries } from './taxonomy-entries.js';

const files: readonly (readonly [VocabularyKind, string])[] = [
  ['process', machining],
  ['process', forming],
  ['process', surface],
  ['process', moreProcesses],
  ['material', materials],
  ['product', products],
  ['food', food],
  ['effect', effects],
  ['effect', effectPhrases],
  ['trade', trade],
];

/** The product's own first set, without the names of the taxonomy. */
export const ownSet: VocabularyContent[] = files.flatMap(([kind, lines]) => parseEntries(kind, lines));

/** All that is shipped, by id: the own set, and the names of processes and materials. */
export const shippedEntries: ReadonlyMap<string, VocabularyContent> = new Map([
  ...ownSet.map((content) => [shippedId(keyOf(content)), content] as const),
  ...taxonomyEntries.map((content) => [shippedId(`code ${content.codes[0] ?? ''}`), content] as const),
]);
