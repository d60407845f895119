export { likePattern, normalise, searchWords } from './search-text.js';
export { nearFirst, SqlConditions } from './sql-conditions.js';
