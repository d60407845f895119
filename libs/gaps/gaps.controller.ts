import { Controller } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import { gapsApi, type Gap } from '#contracts/gaps.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { GapsReader } from './gaps.reader.js';
import { GapsService } from './gaps.service.js';

type Api = typeof gapsApi;

@Controller()
export class GapsController {
  constructor(
    private readonly service: GapsService,
    private readonly reader: GapsReader,
  ) {}

  @Route(gapsApi.list)
  list(
    @FromRequest() { query }: Input<Api['list']>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<Api['list']>> {
    return this.reader.list(actor, query);
  }

  @Route(gapsApi.close)
  close(
    @FromRequest() { params, body, version }: Input<Api['close']>,
    @CurrentActor() actor: Actor,
  ): Promise<Gap> {
    return this.service.close(actor, params.id, version, body);
  }

  @Route(gapsApi.reopen)
  reopen(
    @FromRequest() { params, version }: Input<Api['reopen']>,
    @CurrentActor() actor: Actor,
  ): Promise<Gap> {
    return this.service.reopen(actor, params.id, version);
  }

  @Route(gapsApi.changes)
  changes(@CurrentActor() actor: Actor): Promise<OutputOf<Api['changes']>> {
    return this.reader.nearest(actor);
  }
}
