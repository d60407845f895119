import type { Content } from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { printable } from './text.js';

export interface PdfDocument {
  /** Printed at the top and kept as the file's title. */
  title: string;
  /** A smaller line below the title: a number, a date, a company. */
  subtitle?: string;
  /** Language of the footer, told to screen readers. */
  language: 'ja' | 'en';
  /** The footer's time (shown in JST) and the file's creation date. */
  printedAt: Date;
  author?: string;
  landscape?: boolean;
  /** Reduce the text step by step down to 7 points, until all fits one page; too much text still runs on. */
  onePage?: boolean;
  /**
   * As PDF/A-3b (ISO 19005-3), which is made to be read in decades: fonts and colours inside, no dependence on anything
   * outside; it may carry the data that it was made from as an attachment.
   */
  archival?: PdfAttachment;
  content: Content[];
}

/** A JSON file inside the PDF. */
export interface PdfAttachment {
  readonly name: string;
  readonly description: string;
  readonly json: Buffer;
}

/**
 * The document as an A4 PDF: title, content, and a footer with page x/y and the time of printing in JST.
 * Noto Sans JP is embedded as a subset of the characters used. Equal documents give equal bytes.
 */
export async function renderPdf(doc: PdfDocument): Promise<Buffer> {
  const { pdfMaker } = await import('./pdf-maker.js');
  const sizes = doc.onePage ? [10, 9, 8, 7] : [10];
  let bytes: Buffer = Buffer.alloc(0);
  for (const size of sizes) {
    const counted = { pages: 1 };
    bytes = await pdfMaker.createPdf(definition(doc, size, counted)).getBuffer();
    if (counted.pages === 1) break;
  }
  return bytes;
}

function definition(doc: PdfDocument, size: number, counted: { pages: number }): TDocumentDefinitions {
  const head: Content[] = [{ text: printable(doc.title), style: 'title' }];
  if (doc.subtitle) head.push({ text: printable(doc.subtitle), style: 'subtitle' });
  return {
    pageSize: 'A4',
    pageOrientation: doc.landscape ? 'landscape' : 'portrait',
    pageMargins: [48, 44, 48, 52],
    language: doc.language,
    displayTitle: true,
    ...(doc.archival && archivalParts(doc.archival, doc.printedAt)),
    info: infoOf(doc),
    defaultStyle: { font: 'NotoSansJP', fontSize: size },
    styles: {
      title: { fontSize: size * 1.7, bold: true, margin: [0, 0, 0, 2] },
      subtitle: { fontSize: size, color: '#495057', margin: [0, 0, 0, 4] },
      heading: { fontSize: size * 1.2, bold: true, color: '#1f4e79', margin: [0, size, 0, size * 0.3] },
      paragraph: { margin: [0, 0, 0, size * 0.5] },
      block: { margin: [0, 2, 0, size * 0.6] },
      label: { bold: true, fontSize: size * 0.9, fillColor: '#eef2f6' },
      cell: { fontSize: size * 0.9 },
    },
    content: [...head, ...(copy(doc.content) as Content[])],
    // A heading is never the last thing on its page.
    pageBreakBefore: (node, nodes) =>
      node.headlineLevel === 1 &&
      nodes.getFollowingNodesOnPage().length === 0 &&
      node.pageNumbers.length === 1,
    footer: (page, pages) => {
      counted.pages = pages;
      return {
        columns: [
          { text: printedAt(doc), width: '*' },
          { text: `${page}/${pages}`, width: 'auto', alignment: 'right' },
        ],
        margin: [48, 18, 48, 0],
        fontSize: 8,
        color: '#495057',
      };
    },
  };
}

const infoOf = (doc: PdfDocument) => ({
  title: printable(doc.title),
  author: printable(doc.author ?? 'Nakadachi'),
  creator: 'Nakadachi',
  producer: 'Nakadachi',
  creationDate: doc.printedAt,
});

/** What makes it PDF/A-3b, over what pdfmake does anyway. */
const archivalParts = ({ name, description, json }: PdfAttachment, at: Date) => ({
  version: '1.7' as const,
  subset: 'PDF/A-3b' as const,
  files: {
    data: {
      ...{ name, description, relationship: 'Data', creationDate: at, modifiedDate: at },
      src: `data:application/json;base64,${json.toString('base64')}`,
    },
  },
});

function printedAt(doc: PdfDocument): string {
  const time = new Intl.DateTimeFormat(doc.language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: 'Asia/Tokyo',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(doc.printedAt);
  return doc.language === 'ja' ? `印刷日時：${time}（日本時間）` : `Printed: ${time} (JST)`;
}

/** pdfmake writes its measurements into the nodes: give it its own, so that content can be laid out again. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
}
