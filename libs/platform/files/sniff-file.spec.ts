import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import sharp from 'sharp';
import { zipOf } from '#platform/zip/testing/zip-of.js';
import { sniffFile } from './index.js';

const text = (content: string) => Buffer.from(content);
const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
const dxf = '  0\r\nSECTION\r\n  2\r\nHEADER\r\n  0\r\nENDSEC\r\n  0\r\nEOF\r\n';
const step = 'ISO-10303-21;\nHEADER;\nENDSEC;\nDATA;\nENDSEC;\nEND-ISO-10303-21;\n';
const stl = 'solid part\n facet normal 0 0 1\n  outer loop\n  endloop\n endfacet\nendsolid part\n';

function binaryStl(): Buffer {
  const bytes = Buffer.alloc(84 + 50 * 3);
  bytes.write('solid by CAD');
  bytes.writeUInt32LE(3, 80);
  return bytes;
}

async function xlsx(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('a').addRow(['x']);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** As our own exports are written. */
async function streamedXlsx(): Promise<Buffer> {
  const stream = new PassThrough();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream });
  workbook.addWorksheet('a').addRow(['x']).commit();
  const [bytes] = await Promise.all([buffer(stream), workbook.commit()]);
  return bytes;
}

/** An Office file is a ZIP archive that names its kind in [Content_Types].xml. */
function office(part: string, contentType: string): Buffer {
  const types = `<Types><Override PartName="/${part}" ContentType="${contentType}"/></Types>`;
  return zipOf({ [part]: '<x/>', '[Content_Types].xml': types });
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const SLIDES = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml';
const MACRO = 'application/vnd.ms-word.document.macroEnabled.main+xml';

describe('sniffFile', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, object]>([
    [
      '図面.pdf',
      () => text('%PDF-1.7\n%…'),
      { kind: 'pdf', mime: 'application/pdf', extension: 'pdf', inline: true },
    ],
    ['a.PNG', () => picture().png().toBuffer(), { kind: 'png', mime: 'image/png', inline: true }],
    ['a.jpg', () => picture().jpeg().toBuffer(), { kind: 'jpeg', mime: 'image/jpeg', extension: 'jpg' }],
    ['a.jpeg', () => picture().jpeg().toBuffer(), { kind: 'jpeg', extension: 'jpg' }],
    ['a.webp', () => picture().webp().toBuffer(), { kind: 'webp', inline: true }],
    ['a.gif', () => picture().gif().toBuffer(), { kind: 'gif', inline: true }],
    ['a.ｘｌｓｘ', xlsx, { kind: 'xlsx', extension: 'xlsx', inline: false }],
    ['a.xlsx', streamedXlsx, { kind: 'xlsx' }],
    ['a.docx', () => office('word/document.xml', WORD), { kind: 'docx', inline: false }],
    ['a.pptx', () => office('ppt/presentation.xml', SLIDES), { kind: 'pptx', inline: false }],
    ['a.csv', () => text('会社名,所在地\n'), { kind: 'csv', mime: 'text/csv', inline: false }],
    ['a.csv', () => iconv.encode('髙﨑㈱,①\r\n', 'cp932'), { kind: 'csv' }],
    ['a.csv', () => text('BM,MZ\n1,2\n'), { kind: 'csv' }],
    ['a.txt', () => text('MZ で始まる文章\f\n\x1a'), { kind: 'txt', mime: 'text/plain', inline: false }],
    ['a.dxf', () => text(dxf), { kind: 'dxf', mime: 'image/vnd.dxf', extension: 'dxf', inline: false }],
    ['a.dxf', () => iconv.encode(`999\r\n図面\r\n${dxf}`, 'cp932'), { kind: 'dxf' }],
    ['a.dxf', () => Buffer.concat([text('AutoCAD Binary DXF\r\n\x1a\0'), Buffer.alloc(9)]), { kind: 'dxf' }],
    ['a.stp', () => text(step), { kind: 'step', mime: 'model/step', extension: 'step' }],
    ['a.STEP', () => text(step), { kind: 'step' }],
    ['a.stl', () => text(stl), { kind: 'stl', mime: 'model/stl', extension: 'stl' }],
    ['a.stl', binaryStl, { kind: 'stl' }],
  ])('knows %s', async (name, bytes, expected) => {
    expect(await sniffFile(await bytes(), name)).toMatchObject(expected);
  });

  it.each(['a.zip', 'a.exe', 'a.svg', 'a.html', 'a.xlsm', 'a.pdf.js', 'pdf', '', 'a.', '../a'])(
    'does not allow the name %j',
    async (name) => {
      expect(await sniffFile(text('%PDF-1.7'), name)).toEqual({ error: 'file/kind-not-allowed' });
    },
  );

  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['a PDF as text', 'a.txt', () => text('%PDF-1.7\n')],
    ['a picture as a PDF', 'a.pdf', () => picture().png().toBuffer()],
    ['a JPEG as a PNG', 'a.png', () => picture().jpeg().toBuffer()],
    ['a program as a PDF', 'a.pdf', () => Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['a program as text', 'a.txt', () => Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['a ZIP archive as a workbook', 'a.xlsx', () => zipOf({ 'a.exe': 'MZ' })],
    ['a document with macros', 'a.docx', () => office('word/document.xml', MACRO)],
    ['a workbook as a document', 'a.docx', xlsx],
    ['a web page as text', 'a.txt', () => text(' <!DOCTYPE html><script>alert(1)</script>')],
    ['an SVG picture as text', 'a.csv', () => text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['RTF as text', 'a.txt', () => text('{\\rtf1 x}')],
    ['a STEP model as text', 'a.txt', () => text(step)],
    ['text as a drawing', 'a.dxf', () => text('section\n')],
    ['text with NUL', 'a.csv', () => text('a,b\n1,\0\n')],
    ['undecodable bytes', 'a.csv', () => Buffer.from([0x61, 0x2c, 0xff, 0xfe, 0xfd, 0x0a])],
    ['an STL model that is cut off', 'a.stl', () => binaryStl().subarray(0, 100)],
  ])('refuses %s', async (_, name, bytes) => {
    expect(await sniffFile(await bytes(), name)).toEqual({ error: 'file/name-differs-from-content' });
  });

  it('refuses an empty file', async () => {
    expect(await sniffFile(Buffer.alloc(0), 'a.txt')).toEqual({ error: 'file/broken' });
  });
});
