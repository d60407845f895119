import { parentPort } from 'node:worker_threads';
import { runPdfJob, type PdfJob } from './pdf-jobs.js';

/** Does one job after the other for `PdfThread`. */
parentPort?.on('message', (job: PdfJob) => {
  void runPdfJob(job).then((outcome) => parentPort?.postMessage(outcome));
});
