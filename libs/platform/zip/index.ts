export { readEntry, ZipError, zipEntries } from './zip.js';
export type { ZipEntry } from './zip.js';
export { writeZip } from './write-zip.js';
export type { ZipPart } from './write-zip.js';
