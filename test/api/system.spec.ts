import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { errorBody, errors } from '#contracts/errors.js';
import { api } from '#contracts/index.js';
import { ordersApi } from '#contracts/orders.js';
import { OrdersReader } from '#orders/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { aFirm, signedIn, someOrder, type Firm } from '../support/orders.js';

let app: TestApp;
let firm: Firm;
beforeAll(async () => {
  app = await startApp();
  firm = await aFirm(app);
});
afterAll(() => app.close());

const ask = (path: string, init: RequestInit = {}) => fetch(app.url + path, init);
const json = async <T>(response: Response) => (await response.json()) as T;
/** The error that was answered; fails where it is not one as every error is. */
const errorOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toContain('application/json');
  return errorBody.parse(await response.json());
};
const send = (
  headers: Record<string, string>,
  body: BodyInit = JSON.stringify(someOrder()),
  method = 'POST',
) => ask('/api/orders', { method, headers: { cookie: firm.owner.cookie, ...headers }, body });
const asJson = { 'content-type': 'application/json' };

describe('health', () => {
  it('/health/live says what the process does', async () => {
    const response = await ask('/health/live');
    expect([response.status, await json(response)]).toEqual([
      200,
      { status: 'ok', roles: ['api', 'realtime', 'worker'] },
    ]);
  });

  it('/health/ready says whether its database and queue answer', async () => {
    const response = await ask('/health/ready');
    expect([response.status, await json(response)]).toEqual([200, { status: 'ok' }]);
    const failed = jest.spyOn(app.resources.queues, 'failed').mockRejectedValueOnce(new Error('gone'));
    const without = await ask('/health/ready');
    expect([without.status, await json(without)]).toEqual([503, { status: 'unavailable' }]);
    failed.mockRestore();
  });
});

describe('metrics', () => {
  it('are text as Prometheus reads it, with requests by route, events, jobs and sockets', async () => {
    await ask('/api/orders');
    await ask(`/api/orders/${randomUUID()}`);
    const response = await ask('/metrics');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const lines = (await response.text()).split('\n').filter((line) => line !== '');
    const sample = /^[a-zA-Z_:][a-zA-Z0-9_:]*(\{[^}]*\})? (NaN|[+-]?Inf|[-+0-9.e]+)$/;
    expect(lines.filter((line) => !line.startsWith('# ') && !sample.test(line))).toEqual([]);
    const shown = lines.join('\n');
    for (const gauge of ['events_waiting', 'jobs_pending', 'jobs_failed', 'socket_connections'])
      expect(shown).toMatch(new RegExp(`^nakadachi_${gauge} \\d+$`, 'm'));
    const count = 'nakadachi_http_request_seconds_count';
    expect(shown).toMatch(
      new RegExp(`^${count}\\{method="GET",route="/api/orders",status="401"\\} \\d+$`, 'm'),
    );
    expect(shown).toContain(`${count}{method="GET",route="/api/orders/:id",status="401"}`);
  });
});

describe('the OpenAPI document', () => {
  interface Operation {
    operationId: string;
    summary: string;
    tags: string[];
    security?: object[];
    parameters: { name: string; in: string; required: boolean; schema: object }[];
    requestBody?: { content: Record<string, { schema: object }> };
    responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
  }
  interface Document {
    openapi: string;
    info: { title: string; version: string };
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
  }
  let document: Document;
  let operations: { path: string; method: string; operation: Operation }[];
  beforeAll(async () => {
    document = await json<Document>(await ask('/api/openapi.json'));
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
  });

  it('is of version 3.1 and has every endpoint once', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const names = Object.entries(api).flatMap(([context, list]) =>
      Object.keys(list).map((name) => `${context}.${name}`),
    );
    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(names.sort());
  });

  it('describes each as the standard wants it', () => {
    for (const { path, method, operation } of operations) {
      expect(path).toMatch(/^\/api\//);
      expect(['get', 'post', 'put', 'patch', 'delete']).toContain(method);
      expect([operation.summary !== '', operation.tags.length]).toEqual([true, 1]);
      const inPath = operation.parameters.filter((p) => p.in === 'path');
      expect(inPath.map((p) => `{${p.name}}`).sort()).toEqual((path.match(/\{\w+\}/g) ?? []).sort());
      expect(inPath.every((p) => p.required)).toBe(true);
      const keys = operation.parameters.map((p) => `${p.in} ${p.name}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const p of operation.parameters) expect(typeof p.schema).toBe('object');
      if (method === 'get') expect(operation.requestBody).toBeUndefined();
      for (const content of Object.values(operation.requestBody?.content ?? {}))
        expect(typeof content.schema).toBe('object');
      const codes = Object.keys(operation.responses);
      expect(codes.filter((code) => /^2\d\d$/.test(code))).toHaveLength(1);
      expect(operation.responses['default']?.content?.['application/json']?.schema).toEqual({
        $ref: '#/components/schemas/Error',
      });
      for (const response of Object.values(operation.responses))
        expect(typeof response.description).toBe('string');
    }
  });

  it('refers only to what it has', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, ref = '']) => ref,
    );
    const has = (reference: string) =>
      reference
        .replace(/^#\//, '')
        .split('/')
        .reduce<unknown>((place, key) => (place as Record<string, unknown> | undefined)?.[key], document) !==
      undefined;
    expect([...new Set(references)].filter((reference) => !has(reference))).toEqual([]);
    const schemes = operations.flatMap(({ operation }) => (operation.security ?? []).flatMap(Object.keys));
    expect([...new Set(schemes)]).toEqual(Object.keys(document.components.securitySchemes));
  });

  it('has a page to read it, of files of this server', async () => {
    const page = await ask('/api/docs');
    expect(page.headers.get('content-type')).toContain('text/html');
    const links = [...(await page.text()).matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) expect([link, (await ask(link)).status]).toEqual([link, 200]);
    expect(await (await ask('/api/docs/open.js')).text()).toContain('/api/openapi.json');
  });
});

describe('every error', () => {
  it('of a path that there is not is 404, whatever the method', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await ask('/api/nothing-of-the-kind', { method });
      expect([method, answer.status, (await errorOf(answer)).code]).toEqual([
        method,
        404,
        'request/not-found',
      ]);
    }
    const wrongMethod = await ask('/api/orders', { method: 'DELETE' });
    expect([wrongMethod.status, (await errorOf(wrongMethod)).code]).toEqual([404, 'request/not-found']);
  });

  it('carries the number of its request, which is another each time', async () => {
    const answers = await Promise.all([ask('/api/orders'), ask('/api/orders')]);
    const ids = await Promise.all(answers.map(async (answer) => (await errorOf(answer)).requestId));
    expect(answers.map((answer) => answer.headers.get('x-request-id'))).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
  });

  it.each([
    [null, 'ja'],
    ['ja', 'ja'],
    ['ja,en;q=0.8', 'ja'],
    ['fr-FR', 'ja'],
    ['en', 'en'],
    ['en-US,en;q=0.9,ja;q=0.8', 'en'],
  ] as const)('speaks the language that is asked for (%s: %s)', async (wanted, language) => {
    const headers = { ...asJson, ...(wanted && { 'accept-language': wanted }) };
    const answer = await errorOf(await send(headers, '{"title": ""}'));
    const [, ja, en] = errors['request/invalid'];
    expect(answer.message).toBe(language === 'ja' ? ja : en);
    expect(answer.fields?.['title']).toMatch(language === 'ja' ? /[ぁ-ん]/ : /^[\x20-\x7e]+$/);
  });

  it('of what is no JSON names no field', async () => {
    for (const body of ['{"title": ', 'title', '{"__proto__": {"x": 1}}', '']) {
      const answer = await send(asJson, body);
      expect([body, answer.status]).toEqual([body, 400]);
      expect(await errorOf(answer)).toMatchObject({ code: 'request/invalid' });
    }
  });

  it('of our own making tells nothing of what went wrong inside', async () => {
    const reader = app.app.get(OrdersReader, { strict: false });
    const list = jest.spyOn(reader, 'list').mockRejectedValueOnce(new Error('password=hunter2 at reader.ts'));
    const answer = await firm.api.call(ordersApi.list);
    expect([answer.status, answer.error.code]).toEqual([500, 'server/failed']);
    expect(answer.bytes.toString('utf8')).not.toMatch(/hunter2|reader\.ts/);
    list.mockRestore();
  });
});

describe('a page of another site', () => {
  const orders = async () => (await firm.api.ok(ordersApi.list, { query: { mine: 'true' } })).total;

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'no origin'])(
    'changes nothing (%s)',
    async (origin) => {
      const before = await orders();
      const answer = await send({ ...asJson, origin });
      expect([answer.status, (await errorOf(answer)).code]).toEqual([403, 'auth/foreign-origin']);
      const gone = await ask('/api/nothing', { method: 'DELETE', headers: { origin } });
      expect(gone.status).toBe(403);
      expect(await orders()).toBe(before);
    },
  );

  it('is told apart from pages of this one, and from programs', async () => {
    for (const headers of [{ origin: app.url }, {}])
      expect((await send({ ...asJson, ...headers } as Record<string, string>)).status).toBe(201);
    const read = await ask('/api/orders', {
      headers: { cookie: firm.owner.cookie, origin: 'https://evil.example' },
    });
    expect(read.status).toBe(200);
    expect(read.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('every answer', () => {
  it('is kept by no cache and read as what it says it is', async () => {
    const administrator = await signedIn(app, { role: 'administrator' });
    const { headers } = await administrator.call(ordersApi.list);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'content-security-policy': expect.stringContaining("default-src 'self'"),
    });
  });
});
