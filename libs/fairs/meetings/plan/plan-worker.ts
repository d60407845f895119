import { parentPort, workerData } from 'node:worker_threads';
import type { PlanInput } from './event-input.js';
import { solveTimetable } from './solve-timetable.js';

/** Runs one search in a thread of its own; `cancel[0]` is set by who wants it to end. */
const { input, cancel } = workerData as { input: PlanInput; cancel: Int32Array<SharedArrayBuffer> };

const result = solveTimetable(input, {
  onProgress: (progress) => parentPort?.postMessage({ progress }),
  isCancelled: () => Atomics.load(cancel, 0) === 1,
});
parentPort?.postMessage({ result });
