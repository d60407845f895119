export { likePattern, normalise, searchWords } from './search-text.js';
export { SqlConditions } from './sql-conditions.js';
