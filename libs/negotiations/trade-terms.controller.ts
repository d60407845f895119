import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OutputOf } from '#contracts/endpoint.js';
import { tradeTermsApi } from '#contracts/trade-terms.js';
import { Route } from '#platform/http/index.js';
import { tradeTerms } from './trade-terms.js';

@Controller()
export class TradeTermsController {
  @Route(tradeTermsApi.list)
  list(@Res({ passthrough: true }) reply: FastifyReply): OutputOf<typeof tradeTermsApi.list> {
    void reply.header('cache-control', 'private, max-age=600');
    return { items: tradeTerms };
  }
}
