import { Controller } from '@nestjs/common';
import { fairsApi as routes, type Fair } from '#contracts/fair-exhibition.js';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, MaybeActor, Route, type Input } from '#platform/http/index.js';
import { FairsReader } from './fairs.reader.js';
import { FairsService } from './fairs.service.js';

@Controller()
export class FairsController {
  constructor(
    private readonly service: FairsService,
    private readonly reader: FairsReader,
  ) {}

  @Route(routes.list)
  list(
    @FromRequest() { query }: Input<typeof routes.list>,
    @MaybeActor() actor: Actor | null,
  ): Promise<OutputOf<typeof routes.list>> {
    return this.reader.list(actor, query);
  }

  @Route(routes.create)
  async create(
    @FromRequest() { body }: Input<typeof routes.create>,
    @CurrentActor() actor: Actor,
  ): Promise<Fair> {
    return this.reader.get(actor, await this.service.create(actor, body));
  }

  @Route(routes.get)
  get(@FromRequest() { params }: Input<typeof routes.get>, @MaybeActor() actor: Actor | null): Promise<Fair> {
    return this.reader.get(actor, params.id);
  }

  @Route(routes.update)
  async update(
    @FromRequest() { params, body, version }: Input<typeof routes.update>,
    @CurrentActor() actor: Actor,
  ): Promise<Fair> {
    await this.service.update(actor, params.id, version, body);
    return this.reader.get(actor, params.id);
  }

  @Route(routes.advance)
  async advance(
    @FromRequest() { params, body, version }: Input<typeof routes.advance>,
    @CurrentActor() actor: Actor,
  ): Promise<Fair> {
    await this.service.advance(actor, params.id, version, body.to);
    return this.reader.get(actor, params.id);
  }

  @Route(routes.cancel)
  async cancel(
    @FromRequest() { params, body, version }: Input<typeof routes.cancel>,
    @CurrentActor() actor: Actor,
  ): Promise<Fair> {
    await this.service.cancel(actor, params.id, version, body);
    return this.reader.get(actor, params.id);
  }

  @Route(routes.setCost)
  async setCost(
    @FromRequest() { params, body, version }: Input<typeof routes.setCost>,
    @CurrentActor() actor: Actor,
  ): Promise<Fair> {
    await this.service.setCost(actor, params.id, version, body.costYen);
    return this.reader.get(actor, params.id);
  }
}
