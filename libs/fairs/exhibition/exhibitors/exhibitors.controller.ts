import { Controller } from '@nestjs/common';
import { fairExhibitorsApi as routes, type Exhibitor } from '#contracts/fair-exhibitors.js';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, MaybeActor, Route, type Input } from '#platform/http/index.js';
import { BoothsService } from '../halls/booths.service.js';
import { ExhibitorsReader } from './exhibitors.reader.js';
import { ExhibitorsService } from './exhibitors.service.js';

@Controller()
export class ExhibitorsController {
  constructor(
    private readonly service: ExhibitorsService,
    private readonly reader: ExhibitorsReader,
    private readonly booths: BoothsService,
  ) {}

  @Route(routes.list)
  list(
    @FromRequest() { params, query }: Input<typeof routes.list>,
    @MaybeActor() actor: Actor | null,
  ): Promise<OutputOf<typeof routes.list>> {
    return this.reader.list(actor, params.id, query);
  }

  @Route(routes.catalogue)
  catalogue(
    @FromRequest() { params, query }: Input<typeof routes.catalogue>,
    @MaybeActor() actor: Actor | null,
  ): Promise<OutputOf<typeof routes.catalogue>> {
    return this.reader.catalogue(actor, params.id, query);
  }

  @Route(routes.apply)
  async apply(
    @FromRequest() { params, body }: Input<typeof routes.apply>,
    @CurrentActor() actor: Actor,
  ): Promise<Exhibitor> {
    return this.reader.get(actor, params.id, await this.service.apply(actor, params.id, body));
  }

  @Route(routes.get)
  get(
    @FromRequest() { params }: Input<typeof routes.get>,
    @MaybeActor() actor: Actor | null,
  ): Promise<Exhibitor> {
    return this.reader.get(actor, params.id, params.exhibitorId);
  }

  @Route(routes.update)
  async update(
    @FromRequest() { params, body, version }: Input<typeof routes.update>,
    @CurrentActor() actor: Actor,
  ): Promise<Exhibitor> {
    await this.service.update(actor, params.id, params.exhibitorId, version, body);
    return this.reader.get(actor, params.id, params.exhibitorId);
  }

  @Route(routes.decide)
  async decide(
    @FromRequest() { params, body }: Input<typeof routes.decide>,
    @CurrentActor() actor: Actor,
  ): Promise<Exhibitor> {
    await this.service.decide(actor, params.id, params.exhibitorId, body);
    return this.reader.get(actor, params.id, params.exhibitorId);
  }

  @Route(routes.withdraw)
  async withdraw(
    @FromRequest() { params, body }: Input<typeof routes.withdraw>,
    @CurrentActor() actor: Actor,
  ): Promise<Exhibitor> {
    await this.service.withdraw(actor, params.id, params.exhibitorId, body.reason);
    return this.reader.get(actor, params.id, params.exhibitorId);
  }

  @Route(routes.assign)
  async assign(
    @FromRequest() { params, body }: Input<typeof routes.assign>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.assign>> {
    await this.booths.assign(actor, params.id, params.no, body.exhibitorId);
    return { no: params.no, exhibitorId: body.exhibitorId };
  }

  @Route(routes.fill)
  fill(
    @FromRequest() { params }: Input<typeof routes.fill>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.fill>> {
    return this.booths.fill(actor, params.id);
  }

  @Route(routes.tick)
  async tick(
    @FromRequest() { params, body }: Input<typeof routes.tick>,
    @CurrentActor() actor: Actor,
  ): Promise<Exhibitor> {
    const { id, exhibitorId, key } = params;
    await this.service.tick(actor, id, exhibitorId, key, body.isDone);
    return this.reader.get(actor, id, exhibitorId);
  }
}
