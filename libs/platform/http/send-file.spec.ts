import type { FastifyReply } from 'fastify';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sendFile, type FileAnswer } from './send-file.js';

function sent(file: Partial<FileAnswer>): Record<string, string | number> {
  let headers: Record<string, string | number> = {};
  const reply = {
    headers: (given: typeof headers) => {
      headers = given;
      return reply;
    },
    send: () => reply,
  };
  sendFile(reply as unknown as FastifyReply, {
    name: 'a.pdf',
    mime: 'application/pdf',
    content: Buffer.from('x'),
    ...file,
  });
  return headers;
}
const disposition = (name: string, mime = 'application/pdf') =>
  String(sent({ name, mime })['content-disposition']);

describe('the headers of a file', () => {
  it('carry a Japanese name, and one for old programs', () => {
    expect(disposition('図面 第1版.pdf')).toBe(
      `inline; filename="__ _1_.pdf"; filename*=UTF-8''%E5%9B%B3%E9%9D%A2%20%E7%AC%AC1%E7%89%88.pdf`,
    );
  });

  it('keep every name to what RFC 8187 allows, and give it back unchanged', () => {
    const names = fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => name.isWellFormed());
    fc.assert(
      fc.property(
        fc.oneof(names, fc.constantFrom("it's (1)*.pdf", 'a"b\\c\r\nd;e.pdf', '😀.png')),
        (name) => {
          const match = /^inline; filename="([^"\\]*)"; filename\*=UTF-8''(.*)$/.exec(disposition(name));
          expect(match?.[1]).toMatch(/^[\x20-\x7e]*$/);
          expect(match?.[2]).toMatch(/^(%[0-9A-F]{2}|[A-Za-z0-9!#$&+.^_`|~-])*$/);
          expect(decodeURIComponent(match?.[2] ?? '')).toBe(name);
        },
      ),
    );
  });

  it('let a browser show what is harmless, and nothing that could run', () => {
    for (const mime of ['application/pdf', 'image/png', 'image/jpeg'])
      expect(disposition('a', mime)).toMatch(/^inline;/);
    for (const mime of ['text/html', 'image/svg+xml', 'text/csv', 'application/octet-stream'])
      expect(disposition('a', mime)).toMatch(/^attachment;/);
  });

  it('tell the kind and, where it is known, the size, and keep it from shared caches', () => {
    expect(sent({ size: 0 })).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': 0,
      'cache-control': 'private, no-cache',
    });
    expect(sent({})).not.toHaveProperty('content-length');
  });
});
