export interface ReadMail {
  /** Lower-case names; encoded words decoded. */
  headers: Record<string, string>;
  /** The parts that are no containers, in their order. */
  parts: { type: string; filename: string | undefined; content: Buffer }[];
}

/** Reads a message back (RFC 5322, 2045 to 2047), as far as tests of our own mails need it. */
export function readMail(message: string): ReadMail {
  const { headers, body } = split(message);
  return { headers, parts: partsOf(headers, body) };
}

function split(entity: string): { headers: Record<string, string>; body: string } {
  const end = entity.indexOf('\r\n\r\n');
  const lines = entity
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())];
  });
  return { headers: Object.fromEntries(headers) as Record<string, string>, body: entity.slice(end + 4) };
}

function partsOf(headers: Record<string, string>, body: string): ReadMail['parts'] {
  const type = headers['content-type'] ?? 'text/plain';
  const boundary = /^multipart\/.*boundary="([^"]+)"/.exec(type)?.[1];
  if (!boundary) {
    const filename = /filename="?([^";]+)"?/.exec(headers['content-disposition'] ?? '')?.[1];
    return [
      { type: type.split(';')[0]!, filename, content: decode(headers['content-transfer-encoding'], body) },
    ];
  }
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => {
      const inner = split(part.replace(/^\r\n/, '').replace(/\r\n$/, ''));
      return partsOf(inner.headers, inner.body);
    });
}

function decode(encoding: string | undefined, body: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  return Buffer.from(quoted(body.replace(/=\r\n/g, '')), 'latin1');
}

function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString()
        : Buffer.from(quoted(text.replace(/_/g, ' ')), 'latin1').toString(),
    );
}

function quoted(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
