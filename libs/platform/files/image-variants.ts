import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { AppError } from '#platform/http/app-error.js';

export interface ImageVariant {
  bytes: Buffer;
  mime: 'image/webp';
  width: number;
  height: number;
}

const MAX_MEGAPIXELS = 80;
const FULL_PIXELS = 1600;
const THUMB_PIXELS = 320;

/** sharp also reads SVG and others, whose readers have no business with uploads. */
const readable = new Set(['apng', 'gif', 'jpg', 'png', 'webp']);

/**
 * A picture for the page (its longer side at most 1600 pixels) and for lists (320), both WebP, upright as its EXIF
 * says, without EXIF (place, camera) and in sRGB. Smaller pictures keep their size; of an animation the first frame.
 * @throws AppError `file/broken`, `file/image-too-large`
 */
export async function imageVariants(bytes: Buffer): Promise<{ full: ImageVariant; thumb: ImageVariant }> {
  const kind = await fileTypeFromBuffer(bytes);
  if (!kind || !readable.has(kind.ext)) throw new AppError('file/broken');
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MAX_MEGAPIXELS * 1e6)
      throw new AppError('file/image-too-large', { megapixels: MAX_MEGAPIXELS });
    const full = await resized(bytes, FULL_PIXELS);
    return { full, thumb: await resized(full.bytes, THUMB_PIXELS) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('file/broken', { reason: (error as Error).message });
  }
}

async function resized(bytes: Buffer, longerSide: number): Promise<ImageVariant> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_MEGAPIXELS * 1e6, failOn: 'error' })
    .rotate()
    .resize(longerSide, longerSide, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, mime: 'image/webp', width: info.width, height: info.height };
}
