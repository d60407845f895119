export { likePattern, normalise, searchWords } from './search-text.js';
export { nearFirst, SqlConditions } from './sql-conditions.js';
export * from './engine.js';
export { distanceKm } from './distance.js';
export { InProcessEngine, type TextSource } from './in-process/in-process-engine.js';
