import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ordersApi, type Order } from '#contracts/orders.js';
import type { OutputOf } from '#contracts/endpoint.js';
import type { FileInfo } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import {
  CurrentActor,
  FromRequest,
  readUpload,
  Route,
  sendFile,
  type AppRequest,
  type Input,
} from '#platform/http/index.js';
import { OrdersReader } from './orders.reader.js';
import { OrdersService } from './orders.service.js';

@Controller()
export class OrdersController {
  constructor(
    private readonly service: OrdersService,
    private readonly reader: OrdersReader,
  ) {}

  @Route(ordersApi.list)
  list(
    @FromRequest() { query }: Input<typeof ordersApi.list>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof ordersApi.list>> {
    return this.reader.list(actor, query);
  }

  @Route(ordersApi.create)
  async create(
    @FromRequest() { body }: Input<typeof ordersApi.create>,
    @CurrentActor() actor: Actor,
  ): Promise<Order> {
    return this.reader.get(actor, await this.service.create(actor, body));
  }

  @Route(ordersApi.get)
  get(@FromRequest() { params }: Input<typeof ordersApi.get>, @CurrentActor() actor: Actor): Promise<Order> {
    return this.reader.get(actor, params.id);
  }

  @Route(ordersApi.updateDraft)
  async updateDraft(
    @FromRequest() { params, body, version }: Input<typeof ordersApi.updateDraft>,
    @CurrentActor() actor: Actor,
  ): Promise<Order> {
    await this.service.updateDraft(actor, params.id, version, body);
    return this.reader.get(actor, params.id);
  }

  @Route(ordersApi.publish)
  async publish(
    @FromRequest() { params, version }: Input<typeof ordersApi.publish>,
    @CurrentActor() actor: Actor,
  ): Promise<Order> {
    await this.service.publish(actor, params.id, version);
    return this.reader.get(actor, params.id);
  }

  @Route(ordersApi.amend)
  async amend(
    @FromRequest() { params, body, version }: Input<typeof ordersApi.amend>,
    @CurrentActor() actor: Actor,
  ): Promise<Order> {
    await this.service.amend(actor, params.id, version, body.content, body.reason);
    return this.reader.get(actor, params.id);
  }

  @Route(ordersApi.close)
  async close(
    @FromRequest() { params, body, version }: Input<typeof ordersApi.close>,
    @CurrentActor() actor: Actor,
  ): Promise<Order> {
    await this.service.close(actor, params.id, version, body.outcome, body.reason);
    return this.reader.get(actor, params.id);
  }

  @Route(ordersApi.cancel)
  async cancel(
    @FromRequest() { params, body, version }: Input<typeof ordersApi.cancel>,
    @CurrentActor() actor: Actor,
  ): Promise<Order> {
    await this.service.cancel(actor, params.id, version, body.reason);
    return this.reader.get(actor, params.id);
  }

  @Route(ordersApi.revisions)
  revisions(
    @FromRequest() { params }: Input<typeof ordersApi.revisions>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof ordersApi.revisions>> {
    return this.reader.revisions(actor, params.id);
  }

  @Route(ordersApi.attach)
  async attach(
    @FromRequest() { params }: Input<typeof ordersApi.attach>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
  ): Promise<FileInfo> {
    return this.service.attach(actor, params.id, await readUpload(request, this.service.maxBytes));
  }

  @Route(ordersApi.detach)
  detach(
    @FromRequest() { params }: Input<typeof ordersApi.detach>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.service.detach(actor, params.id, params.fileId);
  }

  @Route(ordersApi.attachment)
  async attachment(
    @FromRequest() { params }: Input<typeof ordersApi.attachment>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { info, stream } = await this.reader.attachment(actor, params.id, params.fileId);
    await sendFile(reply, { ...info, content: stream });
  }
}
