export { heading, image, keyValues, paragraph, sideBySide, table } from './blocks.js';
export type { PdfContent, TableColumn } from './blocks.js';
export { renderPdf } from './render-pdf.js';
export type { PdfDocument } from './render-pdf.js';
