import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OutputOf } from '#contracts/endpoint.js';
import { negotiationsApi, type Message, type Room } from '#contracts/negotiations.js';
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
import { MessageWriter } from './message-writer.js';
import { MessagesReader } from './messages.reader.js';
import { RoomsReader } from './rooms.reader.js';
import { RoomsService } from './rooms.service.js';

@Controller()
export class RoomsController {
  constructor(
    private readonly service: RoomsService,
    private readonly reader: RoomsReader,
    private readonly messagesReader: MessagesReader,
    private readonly writer: MessageWriter,
  ) {}

  @Route(negotiationsApi.list)
  list(
    @FromRequest() { query }: Input<typeof negotiationsApi.list>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof negotiationsApi.list>> {
    return this.reader.list(actor, query);
  }

  @Route(negotiationsApi.get)
  get(
    @FromRequest() { params }: Input<typeof negotiationsApi.get>,
    @CurrentActor() actor: Actor,
  ): Promise<Room> {
    return this.reader.get(actor, params.id);
  }

  @Route(negotiationsApi.messages)
  async messages(
    @FromRequest() { params, query }: Input<typeof negotiationsApi.messages>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof negotiationsApi.messages>> {
    return this.messagesReader.page(await this.reader.seat(actor, params.id), query);
  }

  @Route(negotiationsApi.post)
  async post(
    @FromRequest() { params, body }: Input<typeof negotiationsApi.post>,
    @CurrentActor() actor: Actor,
  ): Promise<Message> {
    // Strangers get 404 here, as on every route of a room; the writer checks again, in its statement.
    await this.reader.seat(actor, params.id);
    const { seq } = await this.writer.post({ roomId: params.id, senderId: actor.userId, ...body });
    return this.messagesReader.one(params.id, seq);
  }

  @Route(negotiationsApi.read)
  read(
    @FromRequest() { params, body }: Input<typeof negotiationsApi.read>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.service.read(actor, params.id, body.seq);
  }

  @Route(negotiationsApi.attach)
  async attach(
    @FromRequest() { params }: Input<typeof negotiationsApi.attach>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
  ): Promise<Message> {
    await this.reader.seat(actor, params.id);
    const upload = await readUpload(request, this.service.maxBytes, negotiationsApi.attach.body);
    return this.messagesReader.one(params.id, await this.service.attach(actor, params.id, upload));
  }

  @Route(negotiationsApi.file)
  async file(
    @FromRequest() { params }: Input<typeof negotiationsApi.file>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const seat = await this.reader.seat(actor, params.id);
    const { info, stream } = await this.messagesReader.file(seat, params.fileId);
    await sendFile(reply, { ...info, content: stream });
  }

  @Route(negotiationsApi.colleagues)
  async colleagues(
    @FromRequest() { params }: Input<typeof negotiationsApi.colleagues>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof negotiationsApi.colleagues>> {
    return { items: await this.reader.colleagues(actor, params.id) };
  }

  @Route(negotiationsApi.addMember)
  async addMember(
    @FromRequest() { params, body }: Input<typeof negotiationsApi.addMember>,
    @CurrentActor() actor: Actor,
  ): Promise<Room> {
    await this.service.addMember(actor, params.id, body.userId);
    return this.reader.get(actor, params.id);
  }

  @Route(negotiationsApi.removeMember)
  removeMember(
    @FromRequest() { params }: Input<typeof negotiationsApi.removeMember>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.service.removeMember(actor, params.id, params.userId);
  }

  @Route(negotiationsApi.close)
  async close(
    @FromRequest() { params, body }: Input<typeof negotiationsApi.close>,
    @CurrentActor() actor: Actor,
  ): Promise<Room> {
    await this.service.close(actor, params.id, body.reason);
    return this.reader.get(actor, params.id);
  }
}
