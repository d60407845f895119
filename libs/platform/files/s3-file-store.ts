import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { S3Client, S3Errors } from '@bradenmacdonald/s3-lite-client';
import { AppError } from '#platform/http/app-error.js';
import { assertFileKey, FileStore } from './file-store.js';
import type { FileMeta, StoredContent } from './file-store.js';

export interface S3Settings {
  /** With protocol, and port where it is not the usual one. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
}

/** A stream of unknown length goes up in parts of this size, up to four at a time in memory. */
const PART_BYTES = 8 * 1024 * 1024;

/**
 * Files in a bucket of S3 or a compatible server, addressed by path (`endpoint/bucket/key`). An upload in parts
 * that breaks off leaves no file, but its parts: give the bucket a lifecycle rule that drops incomplete uploads.
 */
export class S3FileStore extends FileStore {
  private readonly client: S3Client;

  constructor(settings: S3Settings) {
    super();
    const { endpoint, bucket, region, accessKey, secretKey } = settings;
    this.client = new S3Client({ endPoint: endpoint, bucket, region, accessKey, secretKey });
  }

  async put(key: string, content: Buffer | Readable, meta: FileMeta): Promise<void> {
    assertFileKey(key);
    // A Buffer is a Uint8Array to the client, whose types rule out one over shared memory: ours never is.
    const body = Buffer.isBuffer(content)
      ? (content as Buffer<ArrayBuffer>)
      : (Readable.toWeb(content) as globalThis.ReadableStream<Uint8Array>);
    await this.client.putObject(key, body, { metadata: { 'Content-Type': meta.mime }, partSize: PART_BYTES });
  }

  async get(key: string): Promise<StoredContent> {
    assertFileKey(key);
    const response = await this.client.getObject(key).catch((error: unknown) => {
      throw isMissing(error) ? new AppError('request/not-found') : error;
    });
    const stream = response.body
      ? Readable.fromWeb(response.body as ReadableStream<Uint8Array>)
      : Readable.from([]);
    return { stream, size: Number(response.headers.get('content-length') ?? 0) };
  }

  async delete(key: string): Promise<void> {
    assertFileKey(key);
    await this.client.deleteObject(key);
  }

  async exists(key: string): Promise<boolean> {
    assertFileKey(key);
    return this.client.exists(key);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof S3Errors.ServerError && error.code === 'NoSuchKey';
}
