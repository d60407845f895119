import { Readable } from 'node:stream';

/** Bytes at a time between two questions whether to go on. */
const CHUNK = 64 * 1024;
/** A receiver that takes nothing is asked about so often (ms). */
const POLL_MS = 1_000;

export interface Guard {
  /** Whether the receiver may still have it. */
  readonly mayGoOn: () => Promise<boolean>;
  /** Told once, when it may no longer: the place to cut the line. */
  readonly cut: () => void;
}

/** The bytes of a file as long as its receiver may have them: asked before each chunk, and meanwhile where it waits. */
export class GuardedStream {
  readonly stream: Readable;
  private readonly poll: NodeJS.Timeout;
  private asking: Promise<boolean> | null = null;

  constructor(
    content: Buffer | Readable,
    private readonly guard: Guard,
  ) {
    this.stream = Readable.from(this.chunks(content), { objectMode: false, highWaterMark: CHUNK });
    this.poll = setInterval(() => void this.recheck(), POLL_MS);
    this.poll.unref();
    this.stream.once('close', () => {
      clearInterval(this.poll);
      if (!Buffer.isBuffer(content)) content.destroy();
    });
  }

  /** Asks now, and ends the stream where the answer is no. An answer that cannot be had is a no. */
  async recheck(): Promise<boolean> {
    this.asking ??= this.guard.mayGoOn().catch(() => false);
    const may = await this.asking;
    this.asking = null;
    if (!may && !this.stream.destroyed) {
      this.guard.cut();
      this.stream.destroy(new Error('Access was withdrawn.'));
    }
    return may;
  }

  private async *chunks(content: Buffer | Readable): AsyncGenerator<Buffer> {
    for await (const part of Buffer.isBuffer(content) ? [content] : (content as AsyncIterable<Buffer>)) {
      for (let from = 0; from < part.length; from += CHUNK) {
        if (!(await this.guard.mayGoOn())) {
          this.guard.cut();
          throw new Error('Access was withdrawn.');
        }
        yield part.subarray(from, from + CHUNK);
      }
    }
  }
}

/** The downloads that run in this process, so that a withdrawal need not wait for their next chunk. */
export class RunningDownloads {
  private readonly running = new Set<GuardedStream>();

  add(download: GuardedStream): void {
    this.running.add(download);
    download.stream.once('close', () => this.running.delete(download));
  }

  recheckAll(): void {
    for (const download of this.running) void download.recheck();
  }
}
