import { inflateSync } from 'node:zlib';
import { canonicalJson } from '../agreement-document.js';
import { sealShape } from './record-file.js';
import { isSealOf, sealWith, type Seal, type Sealer } from './sealing.js';

const MARK = '%NakadachiSeal ';
const TAIL = /startxref\n(\d+)\n%%EOF\n?$/;
const MAX_DATA = 4 * 1_048_576;

/**
 * A PDF with its seal: a comment line before the cross-reference table, over all other bytes of the file. Viewers pass
 * comments over, PDF/A allows them there (unlike behind the end of the file), and no object moves but for the table,
 * whose offset at the end is corrected. For PDFs with a plain cross-reference table, such as ours.
 */
export function sealPdf(pdf: Buffer, sealer: Sealer): Buffer {
  const end = TAIL.exec(pdf.toString('latin1', Math.max(0, pdf.length - 60)));
  const table = Number(end?.[1]);
  if (!end || pdf.toString('latin1', table, table + 5) !== 'xref\n')
    throw new Error('No table to seal before.');
  const lineOf = (seal: Seal) => Buffer.from(`${MARK}${canonicalJson(seal)}\n`, 'latin1');
  // Keys and signatures have one length, so that the table's place is known before the signature is.
  const length = lineOf(sealWith(sealer, Buffer.alloc(0))).length;
  const rest = pdf.toString('latin1', table).replace(TAIL, `startxref\n${table + length}\n%%EOF\n`);
  const [head, tail] = [pdf.subarray(0, table), Buffer.from(rest, 'latin1')];
  const seal = sealWith(sealer, Buffer.concat([head, tail]));
  return Buffer.concat([head, lineOf(seal), tail]);
}

/** The seal of a PDF, and whether it is of the bytes around it; null where there is none. */
export function pdfSeal(pdf: Buffer): { seal: Seal; holds: boolean } | null {
  const start = pdf.lastIndexOf(`\n${MARK}`, undefined, 'latin1') + 1;
  const end = pdf.indexOf('\n', start);
  if (start === 0 || end < 0) return null;
  const line = pdf.toString('latin1', start, end);
  const seal = parsed(line.slice(MARK.length));
  const shape = sealShape.safeParse(seal);
  if (!shape.success) return null;
  const around = Buffer.concat([pdf.subarray(0, start), pdf.subarray(end + 1)]);
  const asWritten = line === `${MARK}${canonicalJson(seal)}`;
  return { seal: shape.data, holds: asWritten && isSealOf(shape.data, around) };
}

/** The JSON that a PDF of ours carries as its attachment; undefined where there is none. */
export function pdfData(pdf: Buffer): unknown {
  const object = pdf.indexOf('/Type /EmbeddedFile', 0, 'latin1');
  const stream = pdf.indexOf('stream\n', object, 'latin1');
  if (object < 0 || stream < 0) return undefined;
  const length = /\/Length (\d+)/.exec(pdf.toString('latin1', object, stream))?.[1];
  const start = stream + 'stream\n'.length;
  try {
    const packed = pdf.subarray(start, start + Number(length));
    return parsed(inflateSync(packed, { maxOutputLength: MAX_DATA }).toString('utf8'));
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
