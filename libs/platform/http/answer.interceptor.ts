import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';
import { etag, type AppRequest } from './route.js';

/**
 * Adds the `ETag` of a versioned resource. Where `checkAnswers` is on (tests), refuses an answer that does not keep the
 * contract or says more than it.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly checkAnswers: boolean) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { endpoint } = context.switchToHttp().getRequest<AppRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        const version = (answer as { version?: unknown } | null | undefined)?.version;
        if (endpoint?.versioned && typeof version === 'number') void reply.header('etag', etag(version));
        if (this.checkAnswers && endpoint?.response instanceof z.ZodType) {
          const wire: unknown = JSON.parse(JSON.stringify(answer));
          const parsed = endpoint.response.safeParse(wire);
          if (!parsed.success)
            throw new Error(
              `${endpoint.method} ${endpoint.path} breaks its contract: ${z.prettifyError(parsed.error)}`,
            );
        }
        return answer;
      }),
    );
  }
}
