/**
 * Building blocks of indexes in memory: plain typed arrays, no objects per document. Documents are small whole numbers
 * (slots) that the owner of an index gives out and may reuse.
 */
export { Bitmap, bitsInBoth, bitsSet, lowestBit, wordsFor } from './bitmap.js';
export { Dictionary } from './dictionary.js';
export { grown } from './grown.js';
export { NumberLists } from './number-lists.js';
export { PostingSet } from './posting-set.js';
export { offsetOf, RecordPool } from './record-pool.js';
export { TopK, type Scored } from './top-k.js';
