import { Controller } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import { fairTalksApi as routes, type BoothDesk, type BoothTalk } from '#contracts/fair-talks.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { VisitorsReader } from '../visitors/visitors.reader.js';
import { TalksReader } from './talks.reader.js';
import { TalksService } from './talks.service.js';

@Controller()
export class TalksController {
  constructor(
    private readonly service: TalksService,
    private readonly reader: TalksReader,
    private readonly visitors: VisitorsReader,
  ) {}

  @Route(routes.queue)
  async queue(@FromRequest() { params, body }: Input<typeof routes.queue>): Promise<BoothTalk> {
    const holder = await this.visitors.holder(params.token);
    return this.reader.talk(await this.service.queue(holder, body.exhibitorId, body.topic), 'visitor');
  }

  @Route(routes.own)
  async own(@FromRequest() { params }: Input<typeof routes.own>): Promise<BoothTalk> {
    const { id } = await this.service.ofHolder(await this.visitors.holder(params.token), params.talkId);
    return this.reader.talk(id, 'visitor');
  }

  @Route(routes.leave)
  async leave(@FromRequest() { params }: Input<typeof routes.leave>): Promise<BoothTalk> {
    await this.service.leave(await this.visitors.holder(params.token), params.talkId);
    return this.reader.talk(params.talkId, 'visitor');
  }

  @Route(routes.askOwn)
  async askOwn(@FromRequest() { params, body }: Input<typeof routes.askOwn>): Promise<BoothTalk> {
    const talk = await this.service.ofHolder(await this.visitors.holder(params.token), params.talkId);
    await this.service.askHandOver(talk, 'visitor', body, null);
    return this.reader.talk(params.talkId, 'visitor');
  }

  @Route(routes.desk)
  desk(
    @FromRequest() { params }: Input<typeof routes.desk>,
    @CurrentActor() actor: Actor,
  ): Promise<BoothDesk> {
    return this.reader.desk(actor, params.id, params.exhibitorId);
  }

  @Route(routes.duty)
  async duty(
    @FromRequest() { params, body }: Input<typeof routes.duty>,
    @CurrentActor() actor: Actor,
  ): Promise<BoothDesk> {
    await this.service.setDuty(actor, params.id, params.exhibitorId, body.isOnDuty);
    return this.reader.desk(actor, params.id, params.exhibitorId);
  }

  @Route(routes.next)
  async next(
    @FromRequest() { params }: Input<typeof routes.next>,
    @CurrentActor() actor: Actor,
  ): Promise<BoothTalk> {
    return this.reader.talk(await this.service.next(actor, params.id, params.exhibitorId), 'booth');
  }

  @Route(routes.get)
  async get(
    @FromRequest() { params }: Input<typeof routes.get>,
    @CurrentActor() actor: Actor,
  ): Promise<BoothTalk> {
    await this.service.ofBooth(actor, params.id, params.exhibitorId, params.talkId);
    return this.reader.talk(params.talkId, 'booth');
  }

  @Route(routes.end)
  async end(
    @FromRequest() { params, body }: Input<typeof routes.end>,
    @CurrentActor() actor: Actor,
  ): Promise<BoothTalk> {
    const talk = await this.service.ofBooth(actor, params.id, params.exhibitorId, params.talkId);
    await this.service.end(actor, talk, body.isMissed);
    return this.reader.talk(params.talkId, 'booth');
  }

  @Route(routes.ask)
  async ask(
    @FromRequest() { params, body }: Input<typeof routes.ask>,
    @CurrentActor() actor: Actor,
  ): Promise<BoothTalk> {
    const talk = await this.service.ofBooth(actor, params.id, params.exhibitorId, params.talkId);
    await this.service.askHandOver(talk, 'booth', body, actor);
    return this.reader.talk(params.talkId, 'booth');
  }

  @Route(routes.handOvers)
  handOvers(
    @FromRequest() { params, query }: Input<typeof routes.handOvers>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.handOvers>> {
    return this.reader.handOvers(actor, params.id, query);
  }

  @Route(routes.introduce)
  async introduce(
    @FromRequest() { params, body }: Input<typeof routes.introduce>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.introduce>> {
    const { id, talkId } = params;
    return { introductionId: await this.service.introduce(actor, id, talkId, body.reason) };
  }
}
