import { Controller } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import { statutoryApi, type CompanyFacts } from '#contracts/statutory.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { StatutoryReader } from './statutory.reader.js';
import { StatutoryService } from './statutory.service.js';

@Controller()
export class StatutoryController {
  constructor(
    private readonly service: StatutoryService,
    private readonly reader: StatutoryReader,
  ) {}

  @Route(statutoryApi.rules)
  async rules(
    @FromRequest() { query }: Input<typeof statutoryApi.rules>,
  ): Promise<OutputOf<typeof statutoryApi.rules>> {
    return { items: await this.reader.list(query.on) };
  }

  @Route(statutoryApi.facts)
  facts(
    @FromRequest() { params }: Input<typeof statutoryApi.facts>,
    @CurrentActor() actor: Actor,
  ): Promise<CompanyFacts> {
    return this.reader.own(actor, params.id);
  }

  @Route(statutoryApi.tellFacts)
  async tell(
    @FromRequest() { params, body, version }: Input<typeof statutoryApi.tellFacts>,
    @CurrentActor() actor: Actor,
  ): Promise<CompanyFacts> {
    await this.service.tell(actor, params.id, version, body);
    return this.reader.own(actor, params.id);
  }
}
