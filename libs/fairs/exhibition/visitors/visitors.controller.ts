import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OutputOf } from '#contracts/endpoint.js';
import {
  fairVisitorsApi as routes,
  type FairRoute,
  type FairTicket,
  type FairVisitor,
} from '#contracts/fair-visitors.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, MaybeActor, Route, sendFile, type Input } from '#platform/http/index.js';
import { RoutesService } from './routes.service.js';
import { VisitorsReader } from './visitors.reader.js';
import { VisitorsService } from './visitors.service.js';

@Controller()
export class VisitorsController {
  constructor(
    private readonly service: VisitorsService,
    private readonly reader: VisitorsReader,
    private readonly walks: RoutesService,
  ) {}

  @Route(routes.register)
  register(
    @FromRequest() { params, body }: Input<typeof routes.register>,
    @MaybeActor() actor: Actor | null,
  ): Promise<OutputOf<typeof routes.register>> {
    return this.service.register(actor, params.id, body);
  }

  @Route(routes.ticket)
  ticket(@FromRequest() { params }: Input<typeof routes.ticket>): Promise<FairTicket> {
    return this.reader.ticket(params.token);
  }

  @Route(routes.confirm)
  async confirm(@FromRequest() { params }: Input<typeof routes.confirm>): Promise<FairTicket> {
    await this.service.confirm(params.token);
    return this.reader.ticket(params.token);
  }

  @Route(routes.qr)
  async qr(@FromRequest() { params }: Input<typeof routes.qr>, @Res() reply: FastifyReply): Promise<void> {
    const svg = await this.service.qr(params.token);
    await sendFile(reply, { name: 'ticket.svg', mime: 'image/svg+xml', content: Buffer.from(svg) });
  }

  @Route(routes.favourite)
  async favourite(@FromRequest() { params, body }: Input<typeof routes.favourite>): Promise<FairTicket> {
    await this.service.favourite(params.token, params.exhibitorId, body.isFavourite);
    return this.reader.ticket(params.token);
  }

  @Route(routes.route)
  route(
    @FromRequest() { params, query }: Input<typeof routes.route>,
    @MaybeActor() actor: Actor | null,
  ): Promise<FairRoute> {
    return this.walks.route(actor, params.id, query);
  }

  @Route(routes.list)
  list(
    @FromRequest() { params, query }: Input<typeof routes.list>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.list>> {
    return this.reader.list(actor, params.id, query);
  }

  @Route(routes.checkIn)
  async checkIn(
    @FromRequest() { params, body }: Input<typeof routes.checkIn>,
    @CurrentActor() actor: Actor,
  ): Promise<FairVisitor> {
    return this.reader.visitor(await this.service.checkIn(actor, params.id, body.code));
  }
}
