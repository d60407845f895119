import { Worker } from 'node:worker_threads';
import type { ReplanResult } from '../../timetable/index.js';
import { workerScript } from '../plan/worker-script.js';
import type { ReplanQuestion } from './solve-replan.js';

/** The search in a thread of its own, so that the process goes on answering. */
export function replanInThread(question: ReplanQuestion): Promise<ReplanResult> {
  const worker = new Worker(workerScript(import.meta.url, 'replan-worker.js'), { workerData: question });
  return new Promise<ReplanResult>((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`The search ended without a result (exit code ${code}).`)));
  });
}
