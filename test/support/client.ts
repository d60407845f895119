import type { Endpoint, OutputOf, RequestOf } from '#contracts/endpoint.js';
import type { ErrorBody } from '#contracts/errors.js';

type Wanted<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] };

/** What a test gives to call an endpoint. */
export type Call<E extends Endpoint> = Partial<Wanted<RequestOf<E>>> & {
  version?: number;
  idempotencyKey?: string;
  file?: { name: string; bytes: Uint8Array };
  headers?: Record<string, string>;
};

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly error: ErrorBody;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

export interface Client {
  /** Calls and answers with whatever came. */
  call<E extends Endpoint>(endpoint: E, call?: Call<E>): Promise<Answer<OutputOf<E>>>;
  /** Calls and fails the test unless it succeeds. */
  ok<E extends Endpoint>(endpoint: E, call?: Call<E>): Promise<OutputOf<E>>;
}

/** Real HTTP against `baseUrl` with a session cookie. */
export function client(baseUrl: string, cookie: string | null): Client {
  const call = async <E extends Endpoint>(endpoint: E, given: Call<E> = {}): Promise<Answer<OutputOf<E>>> => {
    const response = await fetch(baseUrl + pathOf(endpoint, given), {
      method: endpoint.method,
      headers: headersOf(given, cookie),
      body: bodyOf(endpoint, given),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    const body: unknown = isJson && bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : undefined;
    return {
      status: response.status,
      body: body as OutputOf<E>,
      error: body as ErrorBody,
      headers: response.headers,
      bytes,
    };
  };
  return {
    call,
    ok: async (endpoint, given) => {
      const answer = await call(endpoint, given);
      if (answer.status >= 400) {
        throw new Error(
          `${endpoint.method} ${endpoint.path}: ${answer.status} ${JSON.stringify(answer.body)}`,
        );
      }
      return answer.body;
    },
  };
}

function pathOf(endpoint: Endpoint, call: object): string {
  const given = call as { params?: object; query?: object };
  const params = (given.params ?? {}) as Record<string, string>;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(given.query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) search.append(key, String(one));
  }
  return `/api${path}${search.size > 0 ? `?${search.toString()}` : ''}`;
}

function headersOf(given: Call<Endpoint>, cookie: string | null): Record<string, string> {
  const { body, file } = given as { body?: unknown; file?: unknown };
  return {
    ...(cookie && { cookie }),
    ...(body !== undefined && !file && { 'content-type': 'application/json' }),
    ...(given.version !== undefined && { 'if-match': `"v${given.version}"` }),
    ...(given.idempotencyKey && { 'idempotency-key': given.idempotencyKey }),
    ...given.headers,
  };
}

function bodyOf(endpoint: Endpoint, given: Call<Endpoint>): FormData | string | undefined {
  const { body, file } = given as { body?: Record<string, unknown>; file?: Call<Endpoint>['file'] };
  if (!endpoint.upload) return body === undefined ? undefined : JSON.stringify(body);
  const form = new FormData();
  for (const [key, value] of Object.entries(body ?? {})) form.append(key, String(value));
  if (file) form.append('file', new Blob([file.bytes as BlobPart]), file.name);
  return form;
}
