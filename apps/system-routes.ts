import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import swaggerUiFolder from 'swagger-ui-dist/absolute-path.js';
import { api } from '#contracts/index.js';
import { AppError } from '#platform/http/index.js';
import { sendError } from '#platform/http/error.filter.js';
import { openApiDocument } from '#platform/http/openapi.js';
import type { Resources } from '#platform/resources.js';
import type { ProcessRole } from './process-roles.js';

/** Where the built web app lies, seen from dist/apps or, in tests, from apps. */
const webFolder = ['../web', '../dist/web']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(join(path, 'index.html')));

const docsPage = `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>Nakadachi API</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><main id="swagger-ui"></main><script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/open.js"></script></body></html>`;

/** Health, metrics and, in the api role, the API's document and page and the web app's files. */
export async function addSystemRoutes(
  fastify: FastifyInstance,
  resources: Resources,
  roles: readonly ProcessRole[],
): Promise<void> {
  fastify.get('/health/live', () => ({ status: 'ok', roles }));
  fastify.get('/health/ready', async (request, reply) => {
    try {
      await resources.database.query('select 1');
      await resources.queues.failed();
      return { status: 'ok' };
    } catch (error) {
      request.log.error({ err: error }, 'Not ready.');
      return reply.status(503).send({ status: 'unavailable' });
    }
  });
  addGauges(resources, roles);
  fastify.get('/metrics', async (_, reply) =>
    reply
      .header('content-type', resources.metrics.registry.contentType)
      .send(await resources.metrics.registry.metrics()),
  );
  if (!roles.includes('api')) return;
  let document: string | undefined;
  fastify.get('/api/openapi.json', (_, reply) =>
    reply
      .header('content-type', 'application/json; charset=utf-8')
      .send((document ??= JSON.stringify(openApiDocument(api)))),
  );
  fastify.get('/api/docs', (_, reply) => reply.type('text/html; charset=utf-8').send(docsPage));
  fastify.get('/api/docs/open.js', (_, reply) =>
    reply
      .type('text/javascript')
      .send("SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui' });"),
  );
  await fastify.register(
    fastifyStatic as never,
    { root: swaggerUiFolder(), prefix: '/api/docs/', index: false } as never,
  );
  await serveWebApp(fastify);
}

function addGauges(
  { metrics, database, queues, liveServer }: Resources,
  roles: readonly ProcessRole[],
): void {
  if (roles.includes('worker')) {
    metrics.gauge('events_waiting', 'Recorded events that the queue does not have yet', async () => {
      const [row] = await database.query<{ n: number }>(
        'select count(*) as n from event where relayed_at is null',
      );
      return row?.n ?? 0;
    });
    metrics.gauge('jobs_pending', 'Jobs that wait or run', () => queues.pending());
    metrics.gauge('jobs_failed', 'Jobs that failed for good', () => queues.failed());
  }
  if (liveServer) metrics.gauge('socket_connections', 'Open sockets', () => liveServer.connections);
}

/** Files with a hash in their name are kept for a year; every other path that is not the API's is the app itself. */
async function serveWebApp(fastify: FastifyInstance): Promise<void> {
  if (webFolder) {
    await fastify.register(
      fastifyStatic as never,
      {
        root: webFolder,
        wildcard: false,
        index: false,
        decorateReply: false,
        setHeaders: (response: ServerResponse, path: string) =>
          void response.setHeader(
            'cache-control',
            path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
          ),
      } as never,
    );
  }
  fastify.get('/*', async (request, reply) => {
    if (/^\/(api|assets)\//.test(request.url) || !webFolder)
      return sendError(new AppError('request/not-found'), request, reply);
    return reply.header('cache-control', 'no-cache').sendFile('index.html', webFolder);
  });
}
