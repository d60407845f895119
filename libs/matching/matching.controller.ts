import { Controller } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import { matchingApi } from '#contracts/matching.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { MatchingReader } from './matching.reader.js';
import { MatchingService } from './matching.service.js';

@Controller()
export class MatchingController {
  constructor(
    private readonly service: MatchingService,
    private readonly reader: MatchingReader,
  ) {}

  @Route(matchingApi.opportunities)
  opportunities(@CurrentActor() actor: Actor): Promise<OutputOf<typeof matchingApi.opportunities>> {
    return this.reader.opportunities(actor);
  }

  @Route(matchingApi.candidates)
  candidates(
    @FromRequest() { params, query }: Input<typeof matchingApi.candidates>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof matchingApi.candidates>> {
    return this.reader.candidates(actor, params.kind, params.id, query);
  }

  @Route(matchingApi.rerun)
  async rerun(
    @FromRequest() { params }: Input<typeof matchingApi.rerun>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof matchingApi.rerun>> {
    await this.service.request(actor, params.kind, params.id);
    return this.reader.run(params.id);
  }
}
