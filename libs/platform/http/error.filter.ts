import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  errorMessage,
  errors,
  type ErrorBody,
  type ErrorCode,
  type ErrorDetails,
} from '#contracts/errors.js';
import type { Language } from '#contracts/shapes.js';
import { AppError, StaleError } from './app-error.js';
import { languageOf } from './language.js';

/** Every error leaves as `{ code, message, fields?, requestId }` in the reader's language. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    sendError(error, request, reply);
  }
}

export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = toAppError(error);
  if (known.code === 'server/failed') request.log.error({ err: error }, 'A request failed.');
  const language = languageOf(request);
  const body: ErrorBody = {
    code: known.code,
    message: errorMessage(known.code, language, known.details),
    ...(known.fields && { fields: sentences(known.fields, language, known.details) }),
    ...(known instanceof StaleError && { current: known.current }),
    requestId: request.id,
  };
  if (reply.sent || reply.raw.headersSent) {
    // A file was on its way: cut it off, so that the receiver does not take a part for the whole.
    reply.raw.destroy();
    return;
  }
  void reply
    .status(known.status)
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify(body));
}

/** Where a field's problem is an error code, the sentence for it; its blanks are filled like those of the whole. */
function sentences(
  fields: Record<string, string>,
  language: Language,
  details: ErrorDetails,
): Record<string, string> {
  const told = Object.entries(fields).map(([path, problem]) => [
    path,
    problem in errors ? errorMessage(problem as ErrorCode, language, details) : problem,
  ]);
  return Object.fromEntries(told) as Record<string, string>;
}

const byStatus: Record<number, ErrorCode> = {
  400: 'request/invalid',
  404: 'request/not-found',
  413: 'file/too-large',
  415: 'request/invalid',
  503: 'server/unavailable',
};

/** PostgreSQL's codes for text that is no date, number or id: nothing but a made-up cursor gets so far. */
const malformed = new Set(['22003', '22007', '22008', '22P02']);

/** PostgreSQL's codes for "somebody else was there at the same time". */
const collisions = new Set(['23505', '40001', '40P01', '55P03']);

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  // Anything can be thrown, null as well.
  const thrown = (error ?? {}) as { statusCode?: number; code?: string; driverError?: { code?: string } };
  const status = error instanceof HttpException ? error.getStatus() : thrown.statusCode;
  const code = status === undefined ? undefined : byStatus[status];
  if (code) return new AppError(code);
  const { code: sqlState } = thrown.driverError ?? thrown;
  if (sqlState && malformed.has(sqlState)) return new AppError('request/invalid');
  if (sqlState && collisions.has(sqlState)) return new AppError('request/conflict');
  return new AppError('server/failed');
}
