export { heading, image, keyValues, onNewPage, paragraph, qrCode, sideBySide, table } from './blocks.js';
export type { PdfContent, TableColumn } from './blocks.js';
export { PdfThread } from './pdf-thread.js';
export { renderPdf } from './render-pdf.js';
export type { PdfAttachment, PdfDocument } from './render-pdf.js';
