import { Controller, Req } from '@nestjs/common';
import { capacityApi, type CapacityAsk } from '#contracts/capacity.js';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Actor } from '#platform/auth/index.js';
import {
  CurrentActor,
  FromRequest,
  languageOf,
  Route,
  type AppRequest,
  type Input,
} from '#platform/http/index.js';
import { CapacityReader } from './capacity.reader.js';
import { CapacityService } from './capacity.service.js';

type Api = typeof capacityApi;

@Controller()
export class CapacityController {
  constructor(
    private readonly service: CapacityService,
    private readonly reader: CapacityReader,
  ) {}

  @Route(capacityApi.read)
  read(@FromRequest() { params }: Input<Api['read']>): Promise<CapacityAsk> {
    return this.service.read(params.token);
  }

  @Route(capacityApi.answer)
  answer(
    @FromRequest() { params, body }: Input<Api['answer']>,
    @Req() request: AppRequest,
  ): Promise<CapacityAsk> {
    return this.service.answer(params.token, body.items, languageOf(request));
  }

  @Route(capacityApi.asking)
  asking(@FromRequest() { params, body }: Input<Api['asking']>): Promise<CapacityAsk> {
    return this.service.setAsking(params.token, body.asks);
  }

  @Route(capacityApi.calls)
  calls(
    @FromRequest() { query }: Input<Api['calls']>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<Api['calls']>> {
    return this.reader.calls(actor, query);
  }

  @Route(capacityApi.noteCall)
  noteCall(
    @FromRequest() { params, body }: Input<Api['noteCall']>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
  ): Promise<void> {
    return this.service.noteCall(actor, params.id, body, languageOf(request));
  }
}
