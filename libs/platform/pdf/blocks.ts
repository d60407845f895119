import type { Content } from 'pdfmake';
import sharp from 'sharp';
import { breakable } from './text.js';

/** Anything that pdfmake can lay out; the functions here make what our documents need most. */
export type PdfContent = Content;

/** A column of a table. `width` in points (A4 leaves 499 upright); without it an equal share of the rest. */
export interface TableColumn {
  label: string;
  width?: number;
  align?: 'left' | 'right' | 'center';
}

export function heading(text: string): PdfContent {
  return { text: breakable(text), style: 'heading', headlineLevel: 1 };
}

/** Text as it is: line breaks are kept, long Japanese text wraps without spaces. */
export function paragraph(text: string): PdfContent {
  return { text: breakable(text), style: 'paragraph' };
}

/** Label and value per row, as on a company's sheet or in an agreement's terms. */
export function keyValues(rows: readonly (readonly [label: string, value: string])[]): PdfContent {
  return {
    style: 'block',
    layout: 'lines',
    table: {
      widths: ['28%', '*'],
      body: rows.map(([label, value]) => [
        { text: breakable(label), style: 'label' },
        { text: breakable(value), style: 'cell' },
      ]),
    },
  };
}

/** A table whose header row is repeated on each page. Each row has one text per column. */
export function table(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): PdfContent {
  const cell = (text: string, column: TableColumn, style: string) => ({
    text: breakable(text),
    style,
    alignment: column.align ?? 'left',
  });
  return {
    style: 'block',
    layout: 'lines',
    table: {
      headerRows: 1,
      widths: columns.map((column) => column.width ?? '*'),
      body: [
        columns.map((column) => cell(column.label, column, 'label')),
        ...rows.map((row) => columns.map((column, i) => cell(row[i] ?? '', column, 'cell'))),
      ],
    },
  };
}

/** Stacks of content next to each other, of equal width. */
export function sideBySide(...stacks: PdfContent[][]): PdfContent {
  return { columns: stacks.map((stack) => ({ stack, width: '*' as const })), columnGap: 14, style: 'block' };
}

/**
 * A picture of any kind that sharp reads (WebP too, which PDF lacks), made to fit into width × height points.
 * Rejects when the bytes are no image.
 */
export async function image(bytes: Buffer, width: number, height: number): Promise<PdfContent> {
  const dotsPerPoint = 200 / 72;
  const jpeg = await sharp(bytes)
    .rotate()
    .resize(Math.round(width * dotsPerPoint), Math.round(height * dotsPerPoint), {
      fit: 'inside',
      withoutEnlargement: true,
    })
    .flatten({ background: 'white' })
    .jpeg({ quality: 85 })
    .toBuffer();
  return { image: `data:image/jpeg;base64,${jpeg.toString('base64')}`, fit: [width, height], style: 'block' };
}

/** A QR code, `size` points wide, drawn as lines, so that it stays sharp. */
export function qrCode(text: string, size: number): PdfContent {
  return { qr: text, fit: size, eccLevel: 'M', margin: [0, 4, 0, 4] };
}

/** Content that begins on a page of its own. */
export function onNewPage(...stack: PdfContent[]): PdfContent {
  return { stack, pageBreak: 'before' };
}
