import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Message } from '#contracts/message.js';
import { minutesApi, type Minutes } from '#contracts/minutes.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, sendFile, type Input } from '#platform/http/index.js';
import { MessagesReader } from '../messages.reader.js';
import { RoomsReader } from '../rooms.reader.js';
import { minutesPdf } from './minutes-pdf.js';
import { MinutesReader } from './minutes.reader.js';
import { MinutesService } from './minutes.service.js';

@Controller()
export class MinutesController {
  constructor(
    private readonly service: MinutesService,
    private readonly reader: MinutesReader,
    private readonly rooms: RoomsReader,
    private readonly messages: MessagesReader,
  ) {}

  @Route(minutesApi.list)
  list(
    @FromRequest() { params }: Input<typeof minutesApi.list>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof minutesApi.list>> {
    return this.reader.list(actor, params.id);
  }

  @Route(minutesApi.draft)
  async draft(
    @FromRequest() { params, body }: Input<typeof minutesApi.draft>,
    @CurrentActor() actor: Actor,
  ): Promise<Minutes> {
    return this.reader.get(actor, params.id, await this.service.draft(actor, params.id, body.amends));
  }

  @Route(minutesApi.get)
  get(
    @FromRequest() { params }: Input<typeof minutesApi.get>,
    @CurrentActor() actor: Actor,
  ): Promise<Minutes> {
    return this.reader.get(actor, params.id, params.minutesId);
  }

  @Route(minutesApi.edit)
  async edit(
    @FromRequest() { params, body, version }: Input<typeof minutesApi.edit>,
    @CurrentActor() actor: Actor,
  ): Promise<Minutes> {
    await this.service.edit(actor, params.id, params.minutesId, version, body);
    return this.reader.get(actor, params.id, params.minutesId);
  }

  @Route(minutesApi.confirm)
  async confirm(
    @FromRequest() { params, version }: Input<typeof minutesApi.confirm>,
    @CurrentActor() actor: Actor,
  ): Promise<Minutes> {
    await this.service.confirm(actor, params.id, params.minutesId, version);
    return this.reader.get(actor, params.id, params.minutesId);
  }

  @Route(minutesApi.drop)
  async drop(
    @FromRequest() { params }: Input<typeof minutesApi.drop>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.service.drop(actor, params.id, params.minutesId);
  }

  @Route(minutesApi.pdf)
  async pdf(
    @FromRequest() { params }: Input<typeof minutesApi.pdf>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const seat = await this.rooms.seat(actor, params.id);
    const minutes = await this.reader.get(actor, params.id, params.minutesId);
    const content = await minutesPdf(seat, minutes, actor.language);
    const name = actor.language === 'ja' ? `議事録_${minutes.no}.pdf` : `minutes_${minutes.no}.pdf`;
    await sendFile(reply, { name, mime: 'application/pdf', size: content.length, content });
  }

  @Route(minutesApi.markDecision)
  async mark(
    @FromRequest() { params, body }: Input<typeof minutesApi.markDecision>,
    @CurrentActor() actor: Actor,
  ): Promise<Message> {
    return this.messages.one(params.id, await this.service.mark(actor, params.id, params.seq, body));
  }
}
