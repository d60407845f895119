export { createLog, LOG, NestLog, type Log } from './log.js';
export { currentRequest, runInRequest } from './request-context.js';
