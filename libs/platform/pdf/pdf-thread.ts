import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppError } from '../http/app-error.js';
import type { PdfJob, PdfOutcome, Size } from './pdf-jobs.js';

/** A thread runs what was built, also where this file itself runs from its source, as in tests. */
const script = new URL(
  import.meta.url.endsWith('.ts')
    ? import.meta.url.replace('/libs/platform/', '/dist/libs/platform/').replace(/[^/]+$/, 'pdf-worker.js')
    : './pdf-worker.js',
  import.meta.url,
);

const LIMIT_MS = 30_000;
const IDLE_MS = 60_000;
const MAX_HEAP_MB = 512;

/**
 * Reads, draws and stamps PDFs of other people in a thread of its own, one at a time: a file that hangs or eats memory
 * costs its thread, and the process goes on. Errors: `file/broken` (also after 30 s), `file/pdf-locked`.
 */
@Injectable()
export class PdfThread implements OnApplicationShutdown {
  private worker: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  /** How many pages there are. */
  async countPages(bytes: Uint8Array): Promise<number> {
    const outcome = await this.run({ kind: 'count', bytes });
    return 'pages' in outcome ? outcome.pages : 0;
  }

  /** A page as PNG, on white, its longer side `longerSide` pixels. Pages are counted from 1. */
  async drawPage(bytes: Uint8Array, page: number, longerSide: number): Promise<Buffer> {
    return bytesOf(await this.run({ kind: 'draw', bytes, page, longerSide }));
  }

  /** A copy whose pages are covered with a PNG, over and over, each `points` large. */
  async stamp(bytes: Uint8Array, stamp: Uint8Array, points: Size): Promise<Buffer> {
    return bytesOf(await this.run({ kind: 'stamp', bytes, stamp, points }));
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.idle);
    await this.worker?.terminate();
    this.worker = null;
  }

  private async run(job: PdfJob): Promise<PdfOutcome> {
    const turn = this.last.then(() => this.once(job));
    this.last = turn.catch(() => undefined);
    const outcome = await turn;
    if ('problem' in outcome) {
      const { problem, reason } = outcome;
      throw new AppError(problem === 'locked' ? 'file/pdf-locked' : 'file/broken', { reason });
    }
    return outcome;
  }

  private once(job: PdfJob): Promise<PdfOutcome> {
    clearTimeout(this.idle);
    const worker = (this.worker ??= new Worker(script, {
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    }));
    return new Promise<PdfOutcome>((resolve) => {
      const end = (outcome: PdfOutcome, stop: boolean) => {
        clearTimeout(limit);
        for (const [event, listener] of heard) worker.off(event, listener);
        if (stop) this.stop(worker);
        else this.rest(worker);
        resolve(outcome);
      };
      const broken = (reason: string) => end({ problem: 'broken', reason }, true);
      const limit = setTimeout(() => broken(`took longer than ${LIMIT_MS / 1_000} s`), LIMIT_MS);
      // Only the own ones: Node's worker listens to itself too.
      const heard = [
        ['message', (outcome: PdfOutcome) => end(outcome, false)],
        ['error', (error: Error) => broken(error.message)],
        ['exit', (code: number) => broken(`exit code ${code}`)],
      ] as const;
      for (const [event, listener] of heard) worker.on(event, listener as () => void);
      worker.ref();
      worker.postMessage(job);
    });
  }

  /** Kept for the next file, which is usually soon; it does not keep the process alive. */
  private rest(worker: Worker): void {
    worker.unref();
    this.idle = setTimeout(() => this.stop(worker), IDLE_MS);
    this.idle.unref();
  }

  private stop(worker: Worker): void {
    if (this.worker === worker) this.worker = null;
    worker.once('error', () => undefined);
    void worker.terminate();
  }
}

const bytesOf = (outcome: PdfOutcome): Buffer => {
  if (!('bytes' in outcome)) throw new Error('A PDF job answered with something else than bytes.');
  return Buffer.from(outcome.bytes);
};
