import { Controller } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import { statutoryApi, type RoomStatutory } from '#contracts/statutory.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { RoomStatutoryReader } from './room-statutory.reader.js';
import { RoomStatutoryService } from './room-statutory.service.js';

@Controller()
export class RoomStatutoryController {
  constructor(
    private readonly service: RoomStatutoryService,
    private readonly reader: RoomStatutoryReader,
  ) {}

  @Route(statutoryApi.room)
  room(
    @FromRequest() { params }: Input<typeof statutoryApi.room>,
    @CurrentActor() actor: Actor,
  ): Promise<RoomStatutory> {
    return this.reader.get(actor, params.id);
  }

  @Route(statutoryApi.setWork)
  async setWork(
    @FromRequest() { params, body, version }: Input<typeof statutoryApi.setWork>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof statutoryApi.setWork>> {
    await this.service.setWork(actor, params.id, version, body.work);
    const now = await this.reader.get(actor, params.id);
    return { ...now, version: now.workVersion };
  }

  @Route(statutoryApi.ask)
  async ask(
    @FromRequest() { params }: Input<typeof statutoryApi.ask>,
    @CurrentActor() actor: Actor,
  ): Promise<RoomStatutory> {
    await this.service.ask(actor, params.id);
    return this.reader.get(actor, params.id);
  }

  @Route(statutoryApi.check)
  async check(
    @FromRequest() { params, body }: Input<typeof statutoryApi.check>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof statutoryApi.check>> {
    return { flags: await this.reader.check(actor, params.id, body) };
  }
}
