import { parentPort, workerData } from 'node:worker_threads';
import { placeMeetings } from '../placing/place-meetings.js';
import type { PlacingProblem, PlacingResult, SearchOptions, SearchProgress } from '../timetable.types.js';

/** What a worker is started with. */
export interface WorkerTask {
  readonly problem: PlacingProblem;
  readonly options: Omit<SearchOptions, 'onProgress' | 'isCancelled'>;
  /** One shared number: not nought once the search is to end. */
  readonly cancel: SharedArrayBuffer;
}

export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: SearchProgress }
  | { readonly kind: 'done'; readonly result: PlacingResult };

const port = parentPort;
if (port) {
  const { problem, options, cancel } = workerData as WorkerTask;
  const flag = new Int32Array(cancel);
  const post = (message: WorkerMessage): void => port.postMessage(message);
  const result = placeMeetings(problem, {
    ...options,
    onProgress: (progress) => post({ kind: 'progress', progress }),
    isCancelled: () => Atomics.load(flag, 0) !== 0,
  });
  post({ kind: 'done', result });
}
