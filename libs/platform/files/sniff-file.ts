import { fileTypeFromBuffer } from 'file-type';
import { readEntry, ZipError, zipEntries } from '#platform/zip/index.js';
import { fileKinds, kindOfName } from './file-kinds.js';
import type { FileKind } from './file-kinds.js';

export interface SniffedFile {
  kind: FileKind;
  mime: string;
  /** Without the dot. */
  extension: string;
  /** Whether a browser may show it in its window. */
  inline: boolean;
  error?: undefined;
}

/** Codes of libs/contracts/errors.ts. */
export interface RefusedFile {
  error: 'file/broken' | 'file/kind-not-allowed' | 'file/name-differs-from-content';
}

/**
 * What a file is, by its content. It is refused when its name claims a kind that is not allowed, or another one
 * than its content is. CSV and plain text cannot be told apart: there the name decides, and the content must be
 * text. `bytes` is the whole file.
 */
export async function sniffFile(bytes: Buffer, name: string): Promise<SniffedFile | RefusedFile> {
  if (bytes.length === 0) return { error: 'file/broken' };
  const named = kindOfName(name);
  if (!named) return { error: 'file/kind-not-allowed' };
  const content = await kindOfContent(bytes);
  const agrees = content === named || (content === 'text' && (named === 'csv' || named === 'txt'));
  if (!agrees) return { error: 'file/name-differs-from-content' };
  const { mime, extensions, inline } = fileKinds[named];
  return { kind: named, mime, extension: extensions[0], inline };
}

const byFileType: Record<string, FileKind> = {
  pdf: 'pdf',
  png: 'png',
  apng: 'png',
  jpg: 'jpeg',
  webp: 'webp',
  gif: 'gif',
};

/** Content types of an Office file's main part; those with macros are others. Source: ECMA-376 part 1. */
const byMainPart: Record<string, FileKind> = {
  'spreadsheetml.sheet': 'xlsx',
  'wordprocessingml.document': 'docx',
  'presentationml.presentation': 'pptx',
};

/** Formats that are text themselves, and that some program would run or render. */
const notPlainText = new Set(['eps', 'ics', 'pdf', 'ps', 'rtf', 'vcf', 'xml']);

async function kindOfContent(bytes: Buffer): Promise<FileKind | 'text' | undefined> {
  if (bytes.toString('latin1', 0, 4) === 'PK\x03\x04') return officeKind(bytes);
  const found = (await fileTypeFromBuffer(bytes))?.ext;
  const known = found && byFileType[found];
  if (known) return known;
  const drawing = drawingKind(bytes);
  if (drawing) return drawing;
  // file-type tells some formats by two letters ("BM" a bitmap, "MZ" a program), with which a text may well begin;
  // a file that is text to its end is none of those.
  if (!isText(bytes) || (found && notPlainText.has(found)) || looksLikeMarkup(bytes)) return undefined;
  return 'text';
}

/** file-type does not look into archives that were written as a stream, as our own exports are. */
async function officeKind(bytes: Buffer): Promise<FileKind | undefined> {
  try {
    const entry = zipEntries(bytes).find(({ name }) => name === '[Content_Types].xml');
    const types = entry && (await readEntry(bytes, entry, 1024 * 1024)).toString();
    const main = /application\/vnd\.openxmlformats-officedocument\.([a-z.]+)\.main\+xml/.exec(
      types ?? '',
    )?.[1];
    return main === undefined ? undefined : byMainPart[main];
  } catch (error) {
    if (error instanceof ZipError) return undefined;
    throw error;
  }
}

function drawingKind(bytes: Buffer): FileKind | undefined {
  const start = bytes.toString('latin1', 0, 4_096);
  if (start.startsWith('AutoCAD Binary DXF\r\n\x1a\0')) return 'dxf';
  if (isBinaryStl(bytes)) return 'stl';
  // Group 999 is a comment; the first real group of a DXF file is 0, SECTION (Autodesk DXF reference).
  if (/^(?:[ \t]*999[ \t\r]*\n[^\n]*\n)*[ \t]*0[ \t\r]*\nSECTION[ \t\r]*\n/.test(start))
    return isText(bytes) ? 'dxf' : undefined;
  // ISO 10303-21, clear text encoding of STEP.
  if (/^\s*ISO-10303-21\s*;/.test(start)) return isText(bytes) ? 'step' : undefined;
  if (/^\s*solid\b[^]*?\bfacet\s+normal\b/.test(start)) return isText(bytes) ? 'stl' : undefined;
  return undefined;
}

/** A header of 80 bytes, the number of triangles, and 50 bytes for each. */
function isBinaryStl(bytes: Buffer): boolean {
  return bytes.length >= 134 && bytes.length === 84 + 50 * bytes.readUInt32LE(80);
}

function looksLikeMarkup(bytes: Buffer): boolean {
  return /^\ufeff?\s*<(!doctype|!--|html|head|body|script|svg|\?xml)/i.test(bytes.toString('utf8', 0, 1_024));
}

/** UTF-8 or Shift_JIS to the last byte, without control characters (a DOS end-of-file mark may stand last). */
function isText(bytes: Buffer): boolean {
  const body = bytes.at(-1) === 0x1a ? bytes.subarray(0, -1) : bytes;
  if (/[\x00-\x08\x0b\x0e-\x1f\x7f]/.test(body.toString('latin1'))) return false;
  return ['utf-8', 'shift_jis'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(body);
      return true;
    } catch {
      return false;
    }
  });
}
