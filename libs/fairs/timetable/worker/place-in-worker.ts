import { Worker } from 'node:worker_threads';
import type { PlacingProblem, PlacingResult, SearchOptions, SearchProgress } from '../timetable.types.js';
import type { WorkerMessage, WorkerTask } from './placement-worker.js';

export interface RunningPlacement {
  /** As `placeMeetings` returns it; after `cancel` the best timetable so far. */
  readonly result: Promise<PlacingResult>;
  cancel(): void;
}

/**
 * `placeMeetings` in a thread of its own, so that the process goes on answering. Ends by itself; a program that exits
 * meanwhile should cancel first.
 * @param script the compiled worker, where this file is not run from its compiled form
 */
export function placeInWorker(
  problem: PlacingProblem,
  options: Omit<SearchOptions, 'isCancelled'> = {},
  script = new URL('./placement-worker.js', import.meta.url),
): RunningPlacement {
  const cancel = new SharedArrayBuffer(4);
  const { onProgress, ...limits } = options;
  const task: WorkerTask = { problem, options: limits, cancel };
  const worker = new Worker(script, { workerData: task });
  const result = new Promise<PlacingResult>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'done') resolve(message.result);
      else onProgress?.(message.progress satisfies SearchProgress);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The timetable's thread ended early (${code}).`)));
  });
  return { result, cancel: () => void Atomics.store(new Int32Array(cancel), 0, 1) };
}
