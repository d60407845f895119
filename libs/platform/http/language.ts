import type { FastifyRequest } from 'fastify';
import type { Language } from '#contracts/shapes.js';

/** The language to answer in: what the client asks for, else Japanese. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const wanted = request.headers['accept-language'] ?? '';
  return /^\s*en\b/i.test(wanted) ? 'en' : 'ja';
}
