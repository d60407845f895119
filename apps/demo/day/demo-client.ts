import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Endpoint, OutputOf, RequestOf } from '#contracts/endpoint.js';
import { FAIR_NAMESPACE, type FairClientEvent } from '#contracts/fair-live.js';
import type { Acknowledgement } from '#contracts/live.js';

type Given<E extends Endpoint> = Partial<RequestOf<E>> & { version?: number };

const PATIENCE_MS = 60_000;

/** The product answered, but not with a success. */
export class DemoRefusal extends Error {
  constructor(
    readonly what: string,
    readonly answer: string,
  ) {
    super(`${what}: ${answer}`);
  }
}

/** Somebody of the demonstration before the running product: the same calls and sockets as from a browser. */
export class DemoClient {
  private socket: Socket | null = null;

  /** `cookie`: of a session, until another is set by signing in; `ticket`: of a visitor. */
  constructor(
    private readonly url: string,
    private cookie: string | null,
    private readonly ticket: string | null = null,
  ) {}

  /** Error: DemoRefusal where the answer is not a success. */
  async call<E extends Endpoint>(endpoint: E, given: Given<E> = {}): Promise<OutputOf<E>> {
    const { params, body, version } = given as {
      params?: Record<string, string>;
      body?: unknown;
      version?: number;
    };
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(params?.[name] ?? ''),
    );
    const response = await fetch(`${this.url}/api${path}`, {
      method: endpoint.method,
      headers: {
        'accept-language': 'en',
        ...(this.cookie && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': `"v${version}"` }),
        ...(endpoint.creates && { 'idempotency-key': randomUUID() }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new DemoRefusal(`${endpoint.method} ${path}`, text);
    this.cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? this.cookie;
    return (text === '' ? undefined : JSON.parse(text)) as OutputOf<E>;
  }

  /** Over the fair's socket; throws where it is not acknowledged as done. */
  async send<T extends object = object>(event: FairClientEvent, data: object): Promise<T> {
    this.socket ??= io(this.url + FAIR_NAMESPACE, {
      ...{ path: '/socket.io', transports: ['websocket'], forceNew: true },
      auth: this.ticket ? { ticket: this.ticket } : {},
      ...(this.cookie && { extraHeaders: { cookie: this.cookie } }),
    });
    const answer = (await this.socket.timeout(PATIENCE_MS).emitWithAck(event, data)) as Acknowledgement<T>;
    if (!answer.ok) throw new Error(`${event}: ${answer.code}`);
    return answer;
  }

  close(): void {
    this.socket?.disconnect();
  }
}
