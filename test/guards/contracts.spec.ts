import { describe, expect, it } from '@jest/globals';
import { errors } from '#contracts/errors.js';
import type { Endpoint } from '#contracts/endpoint.js';
import { api } from '#contracts/index.js';
import { permissions, roles } from '#contracts/permissions.js';
import { openApiDocument } from '#platform/http/openapi.js';

const endpoints: [string, Endpoint][] = Object.entries<Record<string, Endpoint>>(api).flatMap(
  ([context, list]) =>
    Object.entries(list).map(([name, endpoint]): [string, Endpoint] => [`${context}.${name}`, endpoint]),
);

describe('the contracts', () => {
  it('state each method and path once', () => {
    const addresses = endpoints.map(([, e]) => `${e.method} ${e.path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(endpoints)('%s declares the parameters of its path', (_, endpoint) => {
    const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((m) => m[1]);
    expect(Object.keys(endpoint.params?.shape ?? {}).sort()).toEqual(inPath.sort());
  });

  it.each(endpoints)('%s keeps to the rules of its method', (_, endpoint) => {
    if (endpoint.method === 'GET') expect(endpoint.body).toBeUndefined();
    if (endpoint.creates) expect(endpoint.method).toBe('POST');
    if (endpoint.versioned === 'write') expect(endpoint.response).toBeDefined();
  });

  it('give every permission to a known role', () => {
    for (const holders of Object.values(permissions)) {
      expect(holders.length).toBeGreaterThan(0);
      for (const role of holders) expect(roles).toContain(role);
    }
  });

  it('have a status and a sentence in both languages for every error', () => {
    for (const [code, [status, ja, en]] of Object.entries(errors)) {
      expect(code).toMatch(/^[a-z]+\/[a-z-]+$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      expect(en).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });

  it('make an OpenAPI document with every endpoint', () => {
    const document = openApiDocument(api) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((o) => o.operationId),
    );
    expect(ids.sort()).toEqual(endpoints.map(([name]) => name).sort());
    expect(() => JSON.stringify(document)).not.toThrow();
  });
});
