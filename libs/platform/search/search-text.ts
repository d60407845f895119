import { normalise } from './normalise.js';

/** The words of a query that must all be there, normalised; at most ten. */
export const searchWords = (query: string): string[] =>
  [...new Set(normalise(query).split(/[\s、,]+/))].filter((word) => word !== '').slice(0, 10);

/** A LIKE pattern for text that contains the word. */
export const likePattern = (word: string): string => `%${word.replace(/[%_\\]/g, '\\$&')}%`;
