export { readEntry, ZipError, zipEntries } from './zip.js';
export type { ZipEntry } from './zip.js';
