import { parentPort, workerData } from 'node:worker_threads';
import { solveReplan, type ReplanQuestion } from './solve-replan.js';

parentPort?.postMessage(solveReplan(workerData as ReplanQuestion));
