import type { z } from 'zod';
import { errorBody, type ErrorCode } from '#contracts/errors.js';
import type { Endpoint, OutputOf } from '#contracts/endpoint.js';
import { shownLanguage } from '../i18n';

/** An answer that is not 2xx, or none at all (`client/offline`). `message` is a sentence in the reader's language. */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode | 'client/offline',
    message: string,
    /** HTTP status; 0 without an answer. */
    readonly status: number,
    /** Path of a field → what is wrong with it. */
    readonly fields: Record<string, string> = {},
    /** With `request/stale`: the version on the server. */
    readonly current?: unknown,
  ) {
    super(message);
  }
}

type Optional<In, Out> = {
  [K in keyof Out as K extends keyof In ? (undefined extends In[K] ? K : never) : K]?: Out[K];
};
type Needed<In, Out> = {
  [K in keyof Out as K extends keyof In ? (undefined extends In[K] ? never : K) : never]: Out[K];
};
type Search<S extends z.ZodType> = Optional<z.input<S>, z.output<S>> & Needed<z.input<S>, z.output<S>>;

type ParamsPart<E> = E extends { readonly params: infer S extends z.ZodType }
  ? { params: z.input<S> }
  : { params?: undefined };
type QueryPart<E> = E extends { readonly query: infer S extends z.ZodType }
  ? object extends Search<S>
    ? { query?: Search<S> }
    : { query: Search<S> }
  : { query?: undefined };
type BodyPart<E> = E extends { readonly body: infer S extends z.ZodType }
  ? { body: z.input<S> }
  : { body?: undefined };

/** What an endpoint is asked with: its params, query and body, before defaults. */
export type CallInput<E extends Endpoint> = ParamsPart<E> & QueryPart<E> & BodyPart<E>;

export interface CallOptions {
  /** For `versioned: 'write'`: the version that was edited, sent as If-Match. */
  version?: number;
  /** For `creates`: the same key for the same attempt. */
  idempotencyKey?: string;
  /** For `upload`: sent as multipart with the body's fields. */
  file?: File;
  /** Share of the upload that is sent, 0–1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

export interface Answer<T> {
  data: T;
  etag: string | null;
}

interface Parts {
  params?: Record<string, unknown>;
  query?: Record<string, string | number | boolean | readonly string[] | null | undefined>;
  body?: unknown;
}

/** The address of an endpoint, for links to files and for pictures. */
export function urlOf<E extends Endpoint>(endpoint: E, input: ParamsPart<E> & QueryPart<E>): string {
  const { params = {}, query = {} } = input as Parts;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    const text = typeof value === 'object' ? value.join(',') : String(value);
    if (text !== '') search.set(name, text);
  }
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`;
}

/** Calls an endpoint of the contracts. Throws {@link ApiError}. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E> & CallOptions,
): Promise<Answer<OutputOf<E>>> {
  const { status, text, etag } = await (input.file ? sendFile : sendJson)(endpoint, input);
  if (status < 200 || status >= 300) throw failureOf(status, text);
  return { data: (text === '' ? undefined : JSON.parse(text)) as OutputOf<E>, etag };
}

interface Raw {
  status: number;
  text: string;
  etag: string | null;
}

function headersOf(endpoint: Endpoint, options: CallOptions): Record<string, string> {
  return {
    accept: 'application/json',
    'accept-language': shownLanguage(),
    ...(options.version !== undefined && { 'if-match': `"v${options.version}"` }),
    ...(endpoint.creates && { 'idempotency-key': options.idempotencyKey ?? crypto.randomUUID() }),
  };
}

async function sendJson(endpoint: Endpoint, input: Parts & CallOptions): Promise<Raw> {
  const body = input.body === undefined ? undefined : JSON.stringify(input.body);
  try {
    const response = await fetch(urlOf(endpoint, input as never), {
      method: endpoint.method,
      credentials: 'same-origin',
      headers: { ...headersOf(endpoint, input), ...(body && { 'content-type': 'application/json' }) },
      body,
      signal: input.signal,
    });
    return { status: response.status, text: await response.text(), etag: response.headers.get('etag') };
  } catch (error) {
    if (input.signal?.aborted) throw error;
    throw offline();
  }
}

/** `fetch` tells no progress of what it sends, so uploads go by XMLHttpRequest. */
function sendFile(endpoint: Endpoint, input: Parts & CallOptions): Promise<Raw> {
  const form = new FormData();
  for (const [name, value] of Object.entries((input.body ?? {}) as Record<string, unknown>))
    form.set(name, String(value));
  form.set('file', input.file as File);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(endpoint.method, urlOf(endpoint, input as never));
    for (const [name, value] of Object.entries(headersOf(endpoint, input)))
      request.setRequestHeader(name, value);
    request.upload.onprogress = (event) =>
      input.onProgress?.(event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () =>
      resolve({
        status: request.status,
        text: request.responseText,
        etag: request.getResponseHeader('etag'),
      });
    request.onerror = () => reject(offline());
    request.onabort = () => reject(new DOMException('Aborted', 'AbortError'));
    input.signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/** The error that an answer of ours tells of. */
export function failureOf(status: number, text: string): ApiError {
  try {
    const body = errorBody.parse(JSON.parse(text));
    return new ApiError(body.code, body.message, status, body.fields, body.current);
  } catch {
    // No answer of ours: a proxy in between, or the server is starting.
    return status >= 502 && status <= 504
      ? offline()
      : new ApiError('server/failed', failed[shownLanguage()], status);
  }
}

const failed = {
  ja: '問題が起きました。時間をおいてもう一度お試しください。',
  en: 'Something went wrong. Please try again later.',
};
const unreachable = {
  ja: 'サーバーにつながりません。通信の状態を確かめて、もう一度お試しください。',
  en: 'The server cannot be reached. Please check your connection and try again.',
};
const offline = (): ApiError => new ApiError('client/offline', unreachable[shownLanguage()], 0);
