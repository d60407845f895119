import { createRequire } from 'node:module';
import sharp from 'sharp';

const require = createRequire(import.meta.url);
const font = require.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf');

/** A PNG with transparency that is laid over a page or picture again and again. Sizes in pixels. */
export interface Watermark {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Text as Pango's markup takes it. */
const escaped = (text: string): string =>
  text
    .replace(/[\p{Cc}]/gu, ' ')
    .replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? '');

/**
 * Lines of text, slanted and half transparent, legible over black lines and over white paper. `pixels`: height of a
 * letter. The font holds Japanese; letters that it lacks are drawn as boxes.
 */
export async function watermark(lines: readonly string[], pixels: number): Promise<Watermark> {
  const text = lines.map(escaped).join('\n');
  // 72 dots per inch make a point a pixel.
  const written = await sharp({
    text: {
      text: `<span foreground="#b00020" alpha="38%">${text}</span>`,
      font: `Noto Sans JP ${pixels}`,
      fontfile: font,
      rgba: true,
      dpi: 72,
      spacing: Math.round(pixels / 3),
    },
  })
    .png()
    .toBuffer();
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  const slanted = await sharp(written).rotate(-24, { background: clear }).png().toBuffer();
  const gap = Math.round(pixels * 1.5);
  const { data, info } = await sharp(slanted)
    .extend({ top: gap, bottom: gap, left: gap, right: gap, background: clear })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

const MAX_PIXELS = 80e6;

/** A picture, upright, with the watermark all over it. */
export async function markedPicture(
  picture: Buffer,
  mark: Watermark,
  format: 'webp' | 'png' | 'jpeg',
): Promise<Buffer> {
  const upright = await sharp(picture, { limitInputPixels: MAX_PIXELS })
    .rotate()
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = upright.info;
  // A tile must not be larger than what it is laid over.
  const tile = await sharp(mark.bytes)
    .resize(width, height, { fit: 'inside', withoutEnlargement: true })
    .toBuffer();
  const whole = sharp(upright.data).composite([{ input: tile, tile: true, gravity: 'northwest' }]);
  if (format === 'png') return whole.png().toBuffer();
  if (format === 'jpeg') return whole.flatten({ background: 'white' }).jpeg({ quality: 90 }).toBuffer();
  return whole.webp({ quality: 82 }).toBuffer();
}

/** A picture made to fit the screen: its longer side at most `longerSide` pixels, upright, as PNG. */
export const fittedPicture = (picture: Buffer, longerSide: number): Promise<Buffer> =>
  sharp(picture, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .rotate()
    .resize(longerSide, longerSide, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer();
