import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { FileStore, fittedPicture, imageVariants, markedPicture, watermark } from '#platform/files/index.js';
import { AppError } from '#platform/http/index.js';
import { PdfThread } from '#platform/pdf/index.js';

/** Of a preview, in pixels. */
const LONGER_SIDE = 1_800;

const pictures = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

export interface Marked {
  readonly bytes: Buffer;
  readonly mime: string;
}

/** Files as pictures and as copies with a watermark. */
@Injectable()
export class DocumentPictures {
  constructor(
    private readonly store: FileStore,
    private readonly pdf: PdfThread,
  ) {}

  /**
   * How many pages a file has; null where its kind has no preview. Errors: `file/broken`,
   * `file/pdf-locked`, `file/image-too-large`.
   */
  async pagesOf(mime: string, bytes: Buffer): Promise<number | null> {
    if (mime === 'application/pdf') return this.pdf.countPages(bytes);
    if (!pictures.has(mime)) return null;
    await imageVariants(bytes);
    return 1;
  }

  /** A page as WebP with the lines of a watermark over it. The bare page is drawn once and kept. */
  async page(file: { id: string; mime: string }, page: number, lines: readonly string[]): Promise<Buffer> {
    const bare = await this.barePage(file, page);
    return markedPicture(bare, await watermark(lines, 34), 'webp');
  }

  /** Whether `copy` can mark this kind. */
  canMark(mime: string): boolean {
    return mime === 'application/pdf' || pictures.has(mime);
  }

  /** A copy with the lines of a watermark; null for kinds that cannot carry one. GIF becomes PNG. */
  async copy(mime: string, bytes: Buffer, lines: readonly string[]): Promise<Marked | null> {
    if (mime === 'application/pdf') {
      const pixelsPerPoint = 3;
      const mark = await watermark(lines, 12 * pixelsPerPoint);
      const points = { width: mark.width / pixelsPerPoint, height: mark.height / pixelsPerPoint };
      return { bytes: await this.pdf.stamp(bytes, mark.bytes, points), mime };
    }
    if (!pictures.has(mime)) return null;
    const format = mime === 'image/jpeg' ? 'jpeg' : mime === 'image/webp' ? 'webp' : 'png';
    return { bytes: await markedPicture(bytes, await watermark(lines, 34), format), mime: `image/${format}` };
  }

  private async barePage({ id, mime }: { id: string; mime: string }, page: number): Promise<Buffer> {
    const key = `previews/${id}/${page}`;
    if (await this.store.exists(key)) return buffer((await this.store.get(key)).stream);
    const bytes = await buffer((await this.store.get(id)).stream);
    const drawn =
      mime === 'application/pdf'
        ? await this.pdf.drawPage(bytes, page, LONGER_SIDE)
        : pictures.has(mime)
          ? await fittedPicture(bytes, LONGER_SIDE)
          : null;
    if (!drawn) throw new AppError('document/no-preview');
    await this.store.put(key, drawn, { mime: 'image/png' });
    return drawn;
  }
}
