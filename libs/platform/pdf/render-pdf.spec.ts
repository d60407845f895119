import { execFileSync, spawnSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { heading, image, keyValues, paragraph, renderPdf, sideBySide, table } from './index.js';
import type { PdfContent, PdfDocument } from './index.js';

const LONG =
  '当社は昭和四十二年の創業以来、精密切削加工を専門とし、医療機器・半導体製造装置向けの部品を「試作一個」から量産まで手がけております。';

const document = (content: PdfContent[], more: Partial<PdfDocument> = {}): PdfDocument => ({
  title: '合意書',
  language: 'ja',
  printedAt: new Date('2026-04-01T00:30:00Z'),
  content,
  ...more,
});

/** The page's drawing instructions, unpacked. */
function drawing(pdf: Buffer): string {
  const out: string[] = [];
  for (const match of pdf.toString('latin1').matchAll(/FlateDecode\n>>\nstream\n([^]*?)\nendstream/g)) {
    const text = inflateSync(Buffer.from(match[1]!, 'latin1')).toString('latin1');
    if (text.includes(' Tm')) out.push(text);
  }
  return out.join('\n');
}

/** One entry per piece of text: where it starts (points), its size (points), its number of glyphs. */
function pieces(pdf: Buffer): { x: number; y: number; size: number; glyphs: number }[] {
  const shape = /1 0 0 1 ([\d.]+) ([\d.]+) Tm\n\/F\d+ ([\d.]+) Tf\n([^]*?)TJ/g;
  return [...drawing(pdf).matchAll(shape)].map((match) => ({
    x: Number(match[1]),
    y: Number(match[2]),
    size: Number(match[3]),
    glyphs: [...match[4]!.matchAll(/<([0-9a-f]+)>/g)].reduce((sum, hex) => sum + hex[1]!.length / 4, 0),
  }));
}

const pageCount = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length;

describe('renderPdf', () => {
  it('gives a PDF with an embedded subset of the Japanese font', async () => {
    const pdf = await renderPdf(document([heading('条件'), paragraph('Unit price 単価 1,200円')]));
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansJP-Regular/);
    expect(text).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansJP-Bold/);
    expect(text).toContain('/FontFile2');
    expect(pdf.length).toBeLessThan(100_000);
  });

  it('wraps a long Japanese paragraph inside the page, without a space in it', async () => {
    const pdf = await renderPdf(document([paragraph(LONG.repeat(10))]));
    const body = pieces(pdf).filter((piece) => piece.size === 10);
    expect(new Set(body.map((piece) => piece.y)).size).toBeGreaterThan(10);
    // Japanese glyphs are as wide as the type size, so that this bounds every line's right end (A4: 595 points).
    for (const { x, size, glyphs } of body) expect(x + size * glyphs).toBeLessThanOrEqual(595.28 - 48 + 0.1);
  });

  it('never starts a line with a full stop, a comma or a closing bracket', async () => {
    if (!installed('pdftotext')) return;
    const lines = extracted(await renderPdf(document([paragraph(LONG.repeat(20))]))).split('\n');
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => /^[。、」]/.test(line.trim()))).toEqual([]);
  });

  it('keeps a long address without spaces inside its table', async () => {
    const columns = [
      { label: '品名', width: 60 },
      { label: '資料' },
      { label: '数量', align: 'right' as const },
    ];
    const pdf = await renderPdf(
      document([table(columns, [['軸', `https://example.com/${'x'.repeat(300)}`, '10']])]),
    );
    const xs = pieces(pdf).map((piece) => piece.x);
    expect(Math.max(...xs)).toBeLessThan(595.28 - 48);
  });

  it('repeats a table header on each page and numbers the pages', async () => {
    const rows = Array.from({ length: 120 }, (_, i) => [`部品${i}`, String(i)]);
    const pdf = await renderPdf(document([table([{ label: '品名' }, { label: '数量' }], rows)]));
    const pages = pageCount(pdf)!;
    expect(pages).toBeGreaterThan(2);
    if (!installed('pdftotext')) return;
    const text = extracted(pdf);
    expect(text.match(/品名/g)).toHaveLength(pages);
    expect(text).toContain(`1/${pages}`);
    expect(text).toContain(`${pages}/${pages}`);
  });

  it('shows Japanese and English text, values, and the time of printing in JST', async () => {
    const content = [
      heading('条件 Terms'),
      keyValues([
        ['発注企業', '髙﨑精機㈱ 𠮷田工場'],
        ['納期', '2026年5月末①'],
      ]),
      sideBySide([paragraph('左側')], [paragraph('右側')]),
      paragraph('か\u3099き\u3099 \u0007end'),
    ];
    const ja = await renderPdf(document(content, { subtitle: '第12号' }));
    const en = await renderPdf(document(content, { title: 'Agreement', language: 'en' }));
    if (!installed('pdftotext')) return;
    for (const part of [
      '合意書',
      '第12号',
      '条件 Terms',
      '髙﨑精機㈱ 𠮷田工場',
      '2026年5月末①',
      '左側',
      '右側',
      'がぎ end',
    ])
      expect(extracted(ja)).toContain(part);
    expect(extracted(ja)).toContain('印刷日時：2026年4月1日 9:30（日本時間）');
    expect(extracted(en)).toContain('Printed: 1 April 2026 at 09:30 (JST)');
  });

  it('reduces the text to fit one page when asked to', async () => {
    const content = [paragraph(LONG.repeat(45))];
    expect(pageCount(await renderPdf(document(content)))).toBe(2);
    expect(pageCount(await renderPdf(document(content, { onePage: true })))).toBe(1);
    expect(
      pageCount(await renderPdf(document([paragraph(LONG.repeat(200))], { onePage: true }))),
    ).toBeGreaterThan(1);
  });

  it('places pictures of kinds that PDF lacks', async () => {
    const webp = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'green' } })
      .webp()
      .toBuffer();
    const pdf = await renderPdf(document([await image(webp, 120, 120)]));
    expect(pdf.toString('latin1')).toContain('/Subtype /Image');
    await expect(image(Buffer.from('no image'), 10, 10)).rejects.toThrow();
  });

  it('opens neither files nor addresses that content names', async () => {
    await expect(renderPdf(document([{ image: '/etc/hostname' }]))).rejects.toThrow(/denied/);
    await expect(renderPdf(document([{ image: 'http://127.0.0.1:9/x.png' }]))).rejects.toThrow(/denied/);
  });

  it('gives equal bytes for equal documents and leaves its input as it was', async () => {
    const content = [heading('見出し'), table([{ label: '列' }], [['値']])];
    const before = JSON.stringify(content);
    const first = await renderPdf(document(content));
    expect(JSON.stringify(content)).toBe(before);
    expect((await renderPdf(document(content))).equals(first)).toBe(true);
  });
});

/** The checks by pdftotext (poppler) are left out where it is not installed; the pure ones above always run. */
function installed(command: string): boolean {
  return spawnSync(command, ['-v']).error === undefined;
}

function extracted(pdf: Buffer): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
}
