import { Worker } from 'node:worker_threads';
import type { SearchProgress } from '../../timetable/index.js';
import type { PlanInput } from './event-input.js';
import type { PlanResult } from './solve-timetable.js';
import { workerScript } from './worker-script.js';

type Told = { progress: SearchProgress } | { result: PlanResult };

const script = workerScript(import.meta.url, 'plan-worker.js');

/** A search in a thread of its own, so that the process goes on answering. */
export class PlanThread {
  private readonly cancelled = new Int32Array(new SharedArrayBuffer(4));

  /** Asks the search to end with the best it has. */
  cancel(): void {
    Atomics.store(this.cancelled, 0, 1);
  }

  run(input: PlanInput, onProgress: (progress: SearchProgress) => void): Promise<PlanResult> {
    const worker = new Worker(script, { workerData: { input, cancel: this.cancelled } });
    return new Promise<PlanResult>((resolve, reject) => {
      worker.on('message', (told: Told) => {
        if ('result' in told) resolve(told.result);
        else onProgress(told.progress);
      });
      worker.on('error', reject);
      worker.on('exit', (code) =>
        reject(new Error(`The search ended without a result (exit code ${code}).`)),
      );
    });
  }
}
