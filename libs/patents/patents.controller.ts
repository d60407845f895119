import { Controller } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import { patentsApi, type Patent } from '#contracts/patents.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { PatentsReader } from './patents.reader.js';
import { PatentsService } from './patents.service.js';

@Controller()
export class PatentsController {
  constructor(
    private readonly service: PatentsService,
    private readonly reader: PatentsReader,
  ) {}

  @Route(patentsApi.list)
  list(
    @FromRequest() { query }: Input<typeof patentsApi.list>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof patentsApi.list>> {
    return this.reader.list(actor, query);
  }

  @Route(patentsApi.create)
  async create(
    @FromRequest() { body }: Input<typeof patentsApi.create>,
    @CurrentActor() actor: Actor,
  ): Promise<Patent> {
    return this.reader.get(actor, await this.service.create(actor, body));
  }

  @Route(patentsApi.get)
  get(
    @FromRequest() { params }: Input<typeof patentsApi.get>,
    @CurrentActor() actor: Actor,
  ): Promise<Patent> {
    return this.reader.get(actor, params.id);
  }

  @Route(patentsApi.update)
  async update(
    @FromRequest() { params, body, version }: Input<typeof patentsApi.update>,
    @CurrentActor() actor: Actor,
  ): Promise<Patent> {
    await this.service.update(actor, params.id, version, body);
    return this.reader.get(actor, params.id);
  }

  @Route(patentsApi.publish)
  async publish(
    @FromRequest() { params, version }: Input<typeof patentsApi.publish>,
    @CurrentActor() actor: Actor,
  ): Promise<Patent> {
    await this.service.publish(actor, params.id, version);
    return this.reader.get(actor, params.id);
  }

  @Route(patentsApi.withdraw)
  async withdraw(
    @FromRequest() { params, body, version }: Input<typeof patentsApi.withdraw>,
    @CurrentActor() actor: Actor,
  ): Promise<Patent> {
    await this.service.withdraw(actor, params.id, version, body.reason);
    return this.reader.get(actor, params.id);
  }

  @Route(patentsApi.showInterest)
  async showInterest(
    @FromRequest() { params, body }: Input<typeof patentsApi.showInterest>,
    @CurrentActor() actor: Actor,
  ): Promise<Patent> {
    await this.service.showInterest(actor, params.id, body.reason);
    return this.reader.get(actor, params.id);
  }

  @Route(patentsApi.dropInterest)
  dropInterest(
    @FromRequest() { params }: Input<typeof patentsApi.dropInterest>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.service.dropInterest(actor, params.id);
  }

  @Route(patentsApi.interests)
  interests(
    @FromRequest() { params }: Input<typeof patentsApi.interests>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof patentsApi.interests>> {
    return this.reader.interests(actor, params.id);
  }
}
