import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { Database } from '../database/database.js';
import { AppError } from './app-error.js';
import type { AppRequest } from './route.js';

/**
 * `Idempotency-Key` on a creating POST: the key's row and what the request makes are one transaction, so that of two
 * requests with one key the second waits for the first and gets its answer. An upload is keyed without its content.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AppRequest>();
    const key = request.headers['idempotency-key'];
    if (!request.endpoint?.creates || typeof key !== 'string' || key.length === 0 || key.length > 200)
      return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const actor = request.actor?.userId ?? 'public';
    return from(this.once(actor, key, hashOf(request), reply, () => firstValueFrom(next.handle())));
  }

  private once(
    actor: string,
    key: string,
    hash: string,
    reply: FastifyReply,
    run: () => Promise<unknown>,
  ): Promise<unknown> {
    return this.database.transaction(async () => {
      const claimed = await this.database.query<{ key: string }>(
        `insert into idempotency_record (actor, key, request_hash) values ($1, $2, $3)
         on conflict do nothing returning key`,
        [actor, key, hash],
      );
      if (claimed.length === 0) return this.earlierAnswer(actor, key, hash, reply);
      const answer = await run();
      await this.database.query(
        'update idempotency_record set status = $3, answer = $4 where actor = $1 and key = $2',
        [actor, key, reply.statusCode, JSON.stringify(answer ?? null)],
      );
      return answer;
    });
  }

  private async earlierAnswer(
    actor: string,
    key: string,
    hash: string,
    reply: FastifyReply,
  ): Promise<unknown> {
    const [earlier] = await this.database.query<{ request_hash: string; status: number; answer: unknown }>(
      'select request_hash, status, answer from idempotency_record where actor = $1 and key = $2',
      [actor, key],
    );
    if (earlier?.request_hash !== hash) throw new AppError('request/idempotency-key-reused');
    void reply.status(earlier.status).header('idempotent-replay', 'true');
    return earlier.answer;
  }
}

const hashOf = (request: AppRequest): string =>
  createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
