import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { currentRequest } from './request-context.js';

export type Log = Logger;
/** Injection token of the log. */
export const LOG = Symbol('log');

/** JSON lines on standard error, each with the request it belongs to. Standard output is for what a person started. */
export const createLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => ({ ...currentRequest() }),
      redact: ['req.headers.cookie', 'req.headers.authorization'],
    },
    pino.destination(2),
  );

/** Nest's own messages in the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}
  log(message: unknown): void {
    this.target.debug(String(message));
  }
  warn(message: unknown): void {
    this.target.warn(String(message));
  }
  error(message: unknown, stack?: unknown): void {
    this.target.error({ stack }, message instanceof Error ? message.message : String(message));
  }
  debug(message: unknown): void {
    this.target.debug(String(message));
  }
  verbose(message: unknown): void {
    this.target.trace(String(message));
  }
}
