import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * No S3 server can run where the tests run (none is on npm, and nothing else is downloaded). This stand-in speaks
 * the part of S3 that the store uses over real HTTP, and is strict where a real one is: it checks the signature of
 * each request, the hash and the length of each body, the clock, and the size of parts. Its check of signatures is
 * itself checked against the example that AWS publishes (s3-stand-in.spec.ts).
 */

export interface S3Account {
  accessKey: string;
  secretKey: string;
  region: string;
  bucket: string;
}

interface StoredObject {
  bytes: Buffer;
  mime: string;
}

interface Upload {
  key: string;
  mime: string;
  parts: Map<number, Buffer>;
}

interface Request {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: Buffer;
}

class S3Failure extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

const MIN_PART_BYTES = 5 * 1024 * 1024;
const MAX_CLOCK_DIFFERENCE_MS = 15 * 60 * 1000;

export class S3StandIn {
  readonly objects = new Map<string, StoredObject>();
  private readonly uploads = new Map<string, Upload>();
  private readonly server: Server;

  constructor(private readonly account: S3Account) {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  /** Starts on a free port. Returns the endpoint's address. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const request = await received(incoming);
      checkRequest(request, this.account);
      this.perform(request, response);
    } catch (error) {
      const { status, code } = error instanceof S3Failure ? error : new S3Failure(500, 'InternalError');
      response.writeHead(status, { 'content-type': 'application/xml' });
      response.end(
        incoming.method === 'HEAD' ? '' : `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`,
      );
    }
  }

  private perform(request: Request, response: ServerResponse): void {
    const [, bucket, ...rest] = request.path.split('/');
    const key = decodeURIComponent(rest.join('/'));
    if (bucket !== this.account.bucket) throw new S3Failure(404, 'NoSuchBucket');
    const { method, query } = request;
    if (method === 'POST') return this.upload(key, request, response);
    if (method === 'PUT' && query.has('uploadId')) return this.uploadPart(request, response);
    if (method === 'PUT') {
      this.objects.set(key, { bytes: request.body, mime: request.headers['content-type'] ?? '' });
      response.writeHead(200, { etag: etagOf(request.body) }).end();
      return;
    }
    if (method === 'DELETE') {
      this.objects.delete(key);
      response.writeHead(204).end();
      return;
    }
    if (method !== 'GET' && method !== 'HEAD') throw new S3Failure(405, 'MethodNotAllowed');
    const object = this.objects.get(key);
    if (!object) throw new S3Failure(404, 'NoSuchKey');
    response.writeHead(200, {
      'content-type': object.mime,
      'content-length': object.bytes.length,
      'last-modified': new Date().toUTCString(),
      etag: etagOf(object.bytes),
    });
    response.end(method === 'HEAD' ? undefined : object.bytes);
  }

  private uploadPart({ query, body }: Request, response: ServerResponse): void {
    this.uploadOf(query).parts.set(Number(query.get('partNumber')), body);
    response.writeHead(200, { etag: etagOf(body) }).end();
  }

  /** Begins an upload in parts, or puts its parts together. */
  private upload(key: string, { query, headers, body }: Request, response: ServerResponse): void {
    if (query.has('uploads')) {
      const id = `upload-${this.uploads.size + 1}`;
      this.uploads.set(id, { key, mime: headers['content-type'] ?? '', parts: new Map() });
      response.end(
        `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
      );
      return;
    }
    const { parts, mime } = this.uploadOf(query);
    const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>"?([0-9a-f]+)"?</g)];
    const chosen = named.map(([, number, etag]) => {
      const part = parts.get(Number(number));
      if (!part || etagOf(part) !== `"${etag}"`) throw new S3Failure(400, 'InvalidPart');
      return part;
    });
    if (chosen.length === 0) throw new S3Failure(400, 'MalformedXML');
    if (chosen.slice(0, -1).some((part) => part.length < MIN_PART_BYTES))
      throw new S3Failure(400, 'EntityTooSmall');
    const bytes = Buffer.concat(chosen);
    this.objects.set(key, { bytes, mime });
    response.end(
      `<CompleteMultipartUploadResult><ETag>${etagOf(bytes)}</ETag></CompleteMultipartUploadResult>`,
    );
  }

  private uploadOf(query: URLSearchParams): Upload {
    const upload = this.uploads.get(query.get('uploadId') ?? '');
    if (!upload) throw new S3Failure(404, 'NoSuchUpload');
    return upload;
  }
}

async function received(incoming: IncomingMessage): Promise<Request> {
  const parts: Buffer[] = [];
  for await (const chunk of incoming) parts.push(chunk as Buffer);
  const [path = '', query = ''] = (incoming.url ?? '').split('?');
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  const body = Buffer.concat(parts);
  if (
    ['PUT', 'POST'].includes(incoming.method ?? '') &&
    Number(headers['content-length'] ?? NaN) !== body.length
  )
    throw new S3Failure(411, 'MissingContentLength');
  return { method: incoming.method ?? '', path, query: new URLSearchParams(query), headers, body };
}

function checkRequest(request: Request, account: S3Account): void {
  const hash = request.headers['x-amz-content-sha256'] ?? '';
  const at = (request.headers['x-amz-date'] ?? '').replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
    '$1-$2-$3T$4:$5:$6Z',
  );
  if (!(Math.abs(Date.now() - Date.parse(at)) < MAX_CLOCK_DIFFERENCE_MS))
    throw new S3Failure(403, 'RequestTimeTooSkewed');
  checkSignature(request, account);
  if (hash !== sha256(request.body)) throw new S3Failure(400, 'XAmzContentSHA256Mismatch');
}

/** Source: AWS, "Authenticating Requests: Using the Authorization Header (AWS Signature Version 4)". */
export function checkSignature(request: Omit<Request, 'body'>, account: Omit<S3Account, 'bucket'>): void {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers['authorization'] ?? '',
    );
  if (!match) throw new S3Failure(403, 'AccessDenied');
  const [, accessKey, day, region, names, signature] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  if (accessKey !== account.accessKey) throw new S3Failure(403, 'InvalidAccessKeyId');
  const signed = names.split(';');
  const must = ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))];
  if (region !== account.region || must.some((name) => !signed.includes(name)))
    throw new S3Failure(403, 'SignatureDoesNotMatch');
  const encoded = (text: string) =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const canonical = [
    request.method,
    request.path
      .split('/')
      .map((part) => encoded(decodeURIComponent(part)))
      .join('/'),
    [...request.query]
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .sort()
      .join('&'),
    ...signed.map((name) => `${name}:${(request.headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    names,
    request.headers['x-amz-content-sha256'],
  ].join('\n');
  const date = request.headers['x-amz-date'] ?? '';
  const toSign = ['AWS4-HMAC-SHA256', date, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${account.secretKey}`);
  if (!timingSafeEqual(hmac(key, toSign), Buffer.from(signature, 'hex')))
    throw new S3Failure(403, 'SignatureDoesNotMatch');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function etagOf(bytes: Buffer): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}
