import iconv from 'iconv-lite';
import { byteLines } from './byte-lines.js';
import type { ByteLine } from './byte-lines.js';

export type TextEncoding = 'utf-8' | 'cp932' | 'utf-16le' | 'utf-16be';

export interface TextLine {
  line: number;
  /** With replacement characters where `readable` is false. */
  text: string;
  readable: boolean;
  tooLong: boolean;
}

/** Undefined while all that was seen is ASCII: the first other line decides then. */
export type DetectedEncoding = TextEncoding | undefined;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The encoding of a text file from its first part. A byte order mark decides. Otherwise each line that is not
 * plain ASCII votes, so that one damaged line does not turn a UTF-8 file into CP932: Japanese in CP932 is almost
 * never valid UTF-8, while two bytes alone (a pair of half-width katakana or an accented letter) tell little.
 */
export function detectEncoding(head: Buffer, whole: boolean): DetectedEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (hasUtf8Mark(head)) return 'utf-8';
  // The last line of a part may be cut inside a character: it has no vote.
  const lines = head.toString('latin1').split(/[\r\n]+/);
  if (!whole) lines.pop();
  const votes = { utf8: 0, cp932: 0, weak: 0 };
  for (const line of lines) {
    if (!/[\x80-\xff]/.test(line)) continue;
    const text = decodeUtf8(Buffer.from(line, 'latin1'));
    if (text === null) votes.cp932 += 1;
    else if (/[\u0800-\uffff]/.test(text)) votes.utf8 += 1;
    else votes.weak += 1;
  }
  if (votes.cp932 > votes.utf8) return 'cp932';
  return votes.utf8 + votes.weak > 0 ? 'utf-8' : undefined;
}

/** The file's lines as text. Unreadable ones are marked, never dropped. */
export async function* textLines(
  chunks: AsyncIterable<Buffer>,
  encoding: DetectedEncoding,
  newline: number,
): AsyncGenerator<TextLine> {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  let known: DetectedEncoding = wide ? 'utf-8' : encoding;
  for await (const line of byteLines(wide ? toUtf8(chunks, encoding) : chunks, newline)) {
    if (line.line === 1 && hasUtf8Mark(line.bytes)) line.bytes = line.bytes.subarray(3);
    known ??= encodingOfLine(line.bytes);
    yield decodeLine(line, known ?? 'utf-8');
  }
}

function encodingOfLine(bytes: Buffer): DetectedEncoding {
  if (bytes.every((byte) => byte < 0x80)) return undefined;
  return decodeUtf8(bytes) === null ? 'cp932' : 'utf-8';
}

function decodeLine({ line, bytes, tooLong }: ByteLine, encoding: TextEncoding): TextLine {
  const strict = encoding === 'cp932' ? decodeCp932(bytes) : decodeUtf8(bytes);
  // A NUL is no text in any encoding, and PostgreSQL cannot store it.
  const readable = strict !== null && !strict.includes('\0');
  const text = strict ?? (encoding === 'cp932' ? iconv.decode(bytes, 'cp932') : bytes.toString('utf8'));
  return { line, text: text.replaceAll('\0', '\ufffd'), readable, tooLong };
}

function decodeUtf8(bytes: Buffer): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

/** CP932 has no replacement character of its own, so that one in the result means an undecodable byte. */
function decodeCp932(bytes: Buffer): string | null {
  const text = iconv.decode(bytes, 'cp932');
  return text.includes('\ufffd') ? null : text;
}

function hasUtf8Mark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

async function* toUtf8(chunks: AsyncIterable<Buffer>, encoding: TextEncoding): AsyncGenerator<Buffer> {
  const decoder = iconv.getDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.write(chunk));
  yield Buffer.from(decoder.end() ?? '');
}
