import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

export interface FileAnswer {
  readonly name: string;
  readonly mime: string;
  /** Bytes, where they are known. */
  readonly size?: number;
  readonly content: Readable | Buffer;
  /** Must not stay behind in the browser either. */
  readonly secret?: true;
}

/** Kinds that a browser may show by itself; everything else is downloaded, so that no upload runs as a page. */
const shownInline = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/gif']);

/** Answers with a file; its Japanese name after RFC 6266 / 8187. Never kept by shared caches. */
export function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const disposition = shownInline.has(file.mime) ? 'inline' : 'attachment';
  const ascii = file.name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return reply
    .headers({
      'content-type': file.mime,
      'content-disposition': `${disposition}; filename="${ascii}"; filename*=UTF-8''${extended(file.name)}`,
      'cache-control': file.secret ? 'no-store' : 'private, no-cache',
      ...(file.size !== undefined && { 'content-length': file.size }),
    })
    .send(file.content);
}

/** Percent-encoded for `filename*`, which allows fewer characters than an address does. */
const extended = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
