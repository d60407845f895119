import { Controller } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Message } from '#contracts/message.js';
import { messagesApi } from '#contracts/messages.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { MessageSearchReader } from './message-search.reader.js';
import { MessagesReader } from './messages.reader.js';
import { MessagesService } from './messages.service.js';
import { RoomsReader } from './rooms.reader.js';

@Controller()
export class MessagesController {
  constructor(
    private readonly service: MessagesService,
    private readonly rooms: RoomsReader,
    private readonly reader: MessagesReader,
    private readonly searching: MessageSearchReader,
  ) {}

  @Route(messagesApi.edit)
  async edit(
    @FromRequest() { params, body }: Input<typeof messagesApi.edit>,
    @CurrentActor() actor: Actor,
  ): Promise<Message> {
    return this.reader.one(params.id, await this.service.revise(actor, params.id, params.seq, body));
  }

  @Route(messagesApi.withdraw)
  async withdraw(
    @FromRequest() { params, body }: Input<typeof messagesApi.withdraw>,
    @CurrentActor() actor: Actor,
  ): Promise<Message> {
    const withdrawal = { ...body, text: null };
    return this.reader.one(params.id, await this.service.revise(actor, params.id, params.seq, withdrawal));
  }

  @Route(messagesApi.search)
  async search(
    @FromRequest() { params, query }: Input<typeof messagesApi.search>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof messagesApi.search>> {
    return this.searching.search(await this.rooms.seat(actor, params.id), query);
  }
}
