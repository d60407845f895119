export { Database } from './database.js';
export { decodeCursor, encodeCursor, pageFrom } from './cursor.js';
