import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What is done to a PDF that somebody handed in. Bytes in and out as they cross to and from the thread. */
export type PdfJob =
  | { readonly kind: 'count'; readonly bytes: Uint8Array }
  | { readonly kind: 'draw'; readonly bytes: Uint8Array; readonly page: number; readonly longerSide: number }
  | { readonly kind: 'stamp'; readonly bytes: Uint8Array; readonly stamp: Uint8Array; readonly points: Size };
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The outcome of a job; `locked`: it opens with a password only. */
export type PdfOutcome =
  | { readonly pages: number }
  | { readonly bytes: Uint8Array }
  | { readonly problem: 'locked' | 'broken'; readonly reason: string };

const require = createRequire(import.meta.url);
const parts = dirname(require.resolve('pdfjs-dist/package.json'));

/** Japanese drawings often name a font of Windows and do not hold it: whatever is missing is drawn in this one. */
const fallback = require.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf');
for (const family of ['sans-serif', 'serif', 'monospace']) GlobalFonts.registerFromPath(fallback, family);

/** Runs a job; never throws for what is wrong with the file itself. */
export async function runPdfJob(job: PdfJob): Promise<PdfOutcome> {
  try {
    if (job.kind === 'stamp') return { bytes: await stamped(job) };
    return await opened(job);
  } catch (error) {
    const { name, message } = error as Error;
    return { problem: name === 'PasswordException' ? 'locked' : 'broken', reason: `${name}: ${message}` };
  }
}

/** Reads with pdf.js: no script of the file is run, and nothing is fetched but pdf.js's own tables. */
async function opened(job: Exclude<PdfJob, { kind: 'stamp' }>): Promise<PdfOutcome> {
  const loading = getDocument({
    data: new Uint8Array(job.bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0,
    cMapUrl: `${join(parts, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(parts, 'standard_fonts')}/`,
    wasmUrl: `${join(parts, 'wasm')}/`,
  });
  try {
    const document = await loading.promise;
    if (job.kind === 'count') {
      // That both libraries can read it: the one that draws it, and the one that puts a watermark on it.
      await load(job.bytes);
      return { pages: document.numPages };
    }
    const page = await document.getPage(job.page);
    const plain = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: job.longerSide / Math.max(plain.width, plain.height) });
    const canvas = createCanvas(
      Math.max(1, Math.round(viewport.width)),
      Math.max(1, Math.round(viewport.height)),
    );
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    // pdf.js asks for the canvas of a browser; this one does the same.
    const target = { canvas, canvasContext: context } as unknown as { canvas: null };
    await page.render({ ...target, viewport }).promise;
    return { bytes: await canvas.encode('png') };
  } finally {
    await loading.destroy();
  }
}

/** A file with restrictions only (an owner's password) opens with an empty password; its copy has none. */
const load = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { password: '', updateMetadata: false });

/** Every page with the stamp over and over, upright as the page is shown, and smaller pages alike. */
async function stamped({ bytes, stamp, points }: Extract<PdfJob, { kind: 'stamp' }>): Promise<Uint8Array> {
  const document = await load(bytes);
  const image = await document.embedPng(stamp);
  for (const page of document.getPages()) {
    const { x, y, width, height } = page.getCropBox();
    for (let top = y; top < y + height; top += points.height)
      for (let left = x; left < x + width; left += points.width)
        page.drawImage(image, { x: left, y: top, ...points });
  }
  return document.save();
}
