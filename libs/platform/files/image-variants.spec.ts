import { describe, expect, it } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { imageVariants } from './index.js';

/** Left half red, right half blue. */
async function redAndBlue(width: number, height: number): Promise<Sharp> {
  const half = await sharp({ create: { width: width / 2, height, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    { input: half, left: 0, top: 0 },
  ]);
}

async function colourAt(bytes: Buffer, left: number, top: number): Promise<string> {
  const { data } = await sharp(bytes)
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data[0]! > 128 ? 'red' : data[2]! > 128 ? 'blue' : 'other';
}

describe('imageVariants', () => {
  it('makes a WebP for the page and one for lists', async () => {
    const { full, thumb } = await imageVariants(await (await redAndBlue(2000, 1000)).jpeg().toBuffer());
    expect([full.width, full.height, full.mime]).toEqual([1600, 800, 'image/webp']);
    expect([thumb.width, thumb.height, thumb.mime]).toEqual([320, 160, 'image/webp']);
    expect((await sharp(full.bytes).metadata()).format).toBe('webp');
    expect((await sharp(thumb.bytes).metadata()).width).toBe(320);
  });

  it('turns the picture upright and drops where and with what it was taken', async () => {
    const photo = await (
      await redAndBlue(400, 200)
    )
      .withExif({ IFD0: { Make: 'Camera', Copyright: 'A' }, IFD3: { GPSLatitude: '35/1 41/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(photo).metadata()).orientation).toBe(6);
    const { full } = await imageVariants(photo);
    expect([full.width, full.height]).toEqual([200, 400]);
    // Orientation 6 asks for a quarter turn clockwise: what was left is at the top.
    expect(await colourAt(full.bytes, 100, 50)).toBe('red');
    expect(await colourAt(full.bytes, 100, 350)).toBe('blue');
    const { exif, xmp, iptc, icc, orientation } = await sharp(full.bytes).metadata();
    expect([exif, xmp, iptc, icc, orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('keeps the size of a small picture', async () => {
    const { full, thumb } = await imageVariants(await (await redAndBlue(100, 60)).png().toBuffer());
    expect([full.width, full.height, thumb.width, thumb.height]).toEqual([100, 60, 100, 60]);
  });

  it('refuses what is no picture, or a broken one', async () => {
    const jpeg = await (await redAndBlue(600, 400)).jpeg().toBuffer();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    for (const bytes of [
      Buffer.from('text'),
      Buffer.alloc(0),
      svg,
      jpeg.subarray(0, jpeg.length / 2),
      jpeg.subarray(0, 30),
    ])
      await expect(imageVariants(bytes)).rejects.toMatchObject({ code: 'file/broken' });
  });

  it('refuses a picture of too many pixels before it unpacks it', async () => {
    const huge = await sharp({ create: { width: 10_000, height: 9_000, channels: 3, background: 'red' } })
      .png({ compressionLevel: 1 })
      .toBuffer();
    await expect(imageVariants(huge)).rejects.toMatchObject({
      code: 'file/image-too-large',
      details: { megapixels: 80 },
    });
  });
});
