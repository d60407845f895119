export { foundIn } from './found-in.js';
export { folded, NORMALISER, normalise, spelled, tracked } from './normalise.js';
export type { Span } from './rewriting.js';
export { likePattern, searchWords } from './search-text.js';
export { nearFirst, SqlConditions } from './sql-conditions.js';
export { bigrams, tokens, words } from './words.js';
export * from './engine.js';
export { distanceKm } from './distance.js';
export { InProcessEngine, type TextSource } from './in-process/in-process-engine.js';
