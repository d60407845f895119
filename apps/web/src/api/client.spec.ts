import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { companiesApi } from '#contracts/companies.js';
import { identityApi } from '#contracts/identity.js';
import { matchingApi } from '#contracts/matching.js';
import { ApiError, call, urlOf } from './client';

const id = '00000000-0000-4000-8000-000000000001';

describe('urlOf', () => {
  it('fills parameters and leaves empty query values out', () => {
    expect(urlOf(matchingApi.candidates, { params: { kind: 'order', id }, query: { limit: 5 } })).toBe(
      `/api/matching/order/${id}?limit=5`,
    );
    expect(urlOf(companiesApi.list, { query: { q: '', process: [], prefecture: ['01', '13'] } })).toBe(
      '/api/companies?prefecture=01%2C13',
    );
  });
});

describe('call', () => {
  const fetched = jest.fn<typeof fetch>();
  const answers = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    fetched.mockResolvedValueOnce(
      new Response(body === undefined ? null : JSON.stringify(body), { status, headers }),
    );
  const sent = () => fetched.mock.calls[0]?.[1] as RequestInit & { headers: Record<string, string> };
  const original = globalThis.fetch;

  beforeEach(() => {
    fetched.mockReset();
    globalThis.fetch = fetched;
  });
  afterEach(() => {
    globalThis.fetch = original;
  });

  it('sends the version that was edited and hands over the new tag', async () => {
    answers(200, { id }, { etag: '"v4"' });
    const input = { name: 'a', nameEn: 'a' };
    const answer = await call(identityApi.updateBody, { params: { id }, body: input, version: 3 });
    expect(sent().headers['if-match']).toBe('"v3"');
    expect(sent().body).toBe(JSON.stringify(input));
    expect(answer).toEqual({ data: { id }, etag: '"v4"' });
  });

  it('sends an Idempotency-Key with what makes something new, and only then', async () => {
    answers(201, {});
    await call(identityApi.createBody, { body: { name: 'a', nameEn: 'a' }, idempotencyKey: 'key' });
    expect(sent().headers['idempotency-key']).toBe('key');
    fetched.mockReset();
    answers(204, undefined);
    await call(identityApi.signOut, {});
    expect(sent().headers['idempotency-key']).toBeUndefined();
  });

  it('throws what the server says, with its fields and the present version', async () => {
    const refusal = { code: 'request/stale', message: '…', current: { version: 4 }, requestId: 'r' };
    answers(412, refusal);
    await expect(call(identityApi.me, {})).rejects.toMatchObject({
      code: 'request/stale',
      status: 412,
      current: { version: 4 },
    });
    answers(400, { code: 'request/invalid', message: '…', fields: { name: '…' }, requestId: 'r' });
    await expect(call(identityApi.me, {})).rejects.toMatchObject({ fields: { name: '…' } });
  });

  it('tells a lost connection from a broken server', async () => {
    fetched.mockRejectedValueOnce(new TypeError('fetch failed'));
    await expect(call(identityApi.me, {})).rejects.toMatchObject({ code: 'client/offline', status: 0 });
    answers(502, '<html>');
    await expect(call(identityApi.me, {})).rejects.toMatchObject({ code: 'client/offline' });
    answers(500, '<html>');
    const broken = call(identityApi.me, {});
    await expect(broken).rejects.toBeInstanceOf(ApiError);
    await expect(broken).rejects.toMatchObject({ code: 'server/failed', status: 500 });
  });
});
