import type { FastifyInstance } from 'fastify';
import { AppError } from '#platform/http/index.js';
import { sendError } from '#platform/http/error.filter.js';
import { runInRequest } from '#platform/logging/index.js';
import { originCheck, type Resources } from '#platform/resources.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What happens to every request, whatever it asks for: its number, its origin, its log line, its headers. */
export function addHttpHooks(fastify: FastifyInstance, resources: Resources): void {
  const isAllowed = originCheck(resources.config);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy':
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'",
    });
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    runInRequest({ requestId: request.id }, () => {
      if (!SAFE.has(request.method) && !isAllowed(request.headers.origin, request.headers.host)) {
        sendError(new AppError('auth/foreign-origin'), request, reply);
      } else done();
    });
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const seconds = reply.elapsedTime / 1_000;
    const route = request.routeOptions.url ?? 'unknown';
    resources.metrics.requests.observe({ method: request.method, route, status: reply.statusCode }, seconds);
    if (request.url.startsWith('/api/')) {
      resources.log.info(
        {
          requestId: request.id,
          method: request.method,
          route,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
        },
        'request',
      );
    }
    done();
  });
}
