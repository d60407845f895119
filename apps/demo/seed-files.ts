import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { PDFDocument, rgb, StandardFonts, type PDFPage } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { DocumentsService, NdaReader, NdaService } from '#negotiations/index.js';
import type { Actor } from '#platform/auth/index.js';

interface Sides {
  readonly supplier: Actor;
  readonly orderer: Actor;
}

/** Both sides promise confidentiality; then the orderer shows a drawing in two revisions, the supplier a picture. */
export async function seedFiles(
  app: INestApplicationContext,
  room: string,
  { supplier, orderer }: Sides,
): Promise<{ id: string; revision: number }> {
  const [ndas, terms] = [app.get(NdaService, { strict: false }), app.get(NdaReader, { strict: false })];
  for (const party of [orderer, supplier]) {
    const { sha256 } = await terms.get(party, room);
    await ndas.accept(party, room, sha256);
  }
  const documents = app.get(DocumentsService, { strict: false });
  const drawing = await documents.add(orderer, room, {
    ...{ fileName: 'TS-4410_流路ブロック_A.pdf', bytes: await aDrawing('A', 90) },
    body: {
      ...{ clientId: randomUUID(), title: '流路ブロック TS-4410', kind: 'drawing', level: 'nda' },
      ...{ label: 'A', note: '' },
    },
  });
  await documents.revise(orderer, room, drawing, {
    ...{ fileName: 'TS-4410_流路ブロック_B.pdf', bytes: await aDrawing('B', 96) },
    body: { clientId: randomUUID(), label: 'B', note: '深穴の深さを90から96に変更' },
  });
  await documents.add(supplier, room, {
    ...{ fileName: '流路ブロック加工例.png', bytes: await aPicture() },
    body: {
      ...{
        clientId: randomUUID(),
        title: '流路ブロックの加工例（他案件の見本）',
        kind: 'other',
        level: 'open',
      },
      ...{ label: '', note: '' },
    },
  });
  return { id: drawing, revision: 2 };
}

const black = rgb(0.1, 0.1, 0.12);

/** A fictional block with two crossing holes, on A4 across with its title block. Measures in mm. */
async function aDrawing(revision: string, depth: number): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const write = (page: PDFPage, text: string, x: number, y: number, size = 9) =>
    page.drawText(text, { x, y, size, font, color: black });
  const sheets = ['1/2', '2/2'].map((sheet) => {
    const page = pdf.addPage([842, 595]);
    page.drawRectangle({ x: 24, y: 24, width: 794, height: 547, borderColor: black, borderWidth: 1.2 });
    page.drawRectangle({ x: 578, y: 24, width: 240, height: 84, borderColor: black, borderWidth: 0.8 });
    write(page, 'FLOW BLOCK', 588, 84, 13);
    write(page, `TS-4410   REV. ${revision}`, 588, 66, 11);
    write(page, `SUS316L   SCALE 1:2   SHEET ${sheet}`, 588, 50);
    write(page, 'FICTIONAL SAMPLE', 588, 34);
    return page;
  });
  const [front, section] = sheets as [PDFPage, PDFPage];
  front.drawRectangle({ x: 120, y: 220, width: 360, height: 240, borderColor: black, borderWidth: 1.6 });
  for (const [x, y, size] of [
    [200, 340, 36],
    [300, 340, 18],
    [400, 340, 36],
  ] as const)
    front.drawCircle({ x, y, size, borderColor: black, borderWidth: 1.2 });
  front.drawLine({
    start: { x: 100, y: 340 },
    end: { x: 500, y: 340 },
    color: black,
    dashArray: [12, 4, 2, 4],
  });
  write(front, '4-M6 DEPTH 12', 150, 470);
  write(front, '180', 290, 200);
  section.drawRectangle({ x: 120, y: 240, width: 420, height: 180, borderColor: black, borderWidth: 1.6 });
  section.drawRectangle({
    x: 120,
    y: 318,
    width: depth * 3.6,
    height: 24,
    borderColor: black,
    borderWidth: 1,
  });
  section.drawLine({ start: { x: 330, y: 240 }, end: { x: 330, y: 420 }, color: black, dashArray: [8, 4] });
  write(section, `DIA 3  DEPTH ${depth}  +0.05/0`, 140, 350);
  write(section, 'CROSS HOLES FREE OF BURRS', 340, 260);
  return Buffer.from(await pdf.save());
}

/** A drawn block of steel with its bores. */
function aPicture(): Promise<Buffer> {
  const bore = (x: number, y: number, r: number) =>
    `<circle cx="${x}" cy="${y}" r="${r}" fill="#2b3036"/><circle cx="${x - 4}" cy="${y - 4}" r="${r - 6}" fill="#14171a"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">
    <defs><linearGradient id="steel" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="#dfe4e8"/><stop offset="1" stop-color="#8f99a3"/></linearGradient></defs>
    <rect width="1200" height="800" fill="#eef1f3"/>
    <rect x="220" y="180" width="760" height="440" rx="14" fill="url(#steel)" stroke="#6b747d" stroke-width="4"/>
    ${bore(400, 400, 70)}${bore(600, 400, 40)}${bore(800, 400, 70)}
    ${[280, 920].flatMap((x) => [240, 560].map((y) => bore(x, y, 20))).join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** One sheet to take home from a session. */
export async function aHandout(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  const lines = [
    'Automation for small shops (fictional)',
    '1. One machine first',
    '2. Count hours, not robots',
    '3. Ask who maintains it',
  ];
  lines.forEach((text, i) =>
    page.drawText(text, { x: 60, y: 760 - i * 34, size: i === 0 ? 20 : 14, font, color: black }),
  );
  return Buffer.from(await pdf.save());
}
