import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { disputesApi, type CouncilWillingness, type Dispute } from '#contracts/disputes.js';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, sendFile, type Input } from '#platform/http/index.js';
import { CouncilService } from './council/council.service.js';
import { WillingnessService } from './council/willingness.service.js';
import { DisputesReader } from './disputes.reader.js';
import { DisputesService } from './disputes.service.js';

@Controller()
export class DisputesController {
  constructor(
    private readonly service: DisputesService,
    private readonly council: CouncilService,
    private readonly willing: WillingnessService,
    private readonly reader: DisputesReader,
  ) {}

  @Route(disputesApi.willingness)
  willingness(@CurrentActor() actor: Actor): Promise<CouncilWillingness> {
    return this.willing.get(actor);
  }

  @Route(disputesApi.setWillingness)
  async setWillingness(
    @FromRequest() { body }: Input<typeof disputesApi.setWillingness>,
    @CurrentActor() actor: Actor,
  ): Promise<CouncilWillingness> {
    await this.willing.set(actor, body);
    return this.willing.get(actor);
  }

  @Route(disputesApi.list)
  list(
    @FromRequest() { query }: Input<typeof disputesApi.list>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof disputesApi.list>> {
    return this.reader.list(actor, query);
  }

  @Route(disputesApi.ofRoom)
  ofRoom(
    @FromRequest() { params }: Input<typeof disputesApi.ofRoom>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof disputesApi.ofRoom>> {
    return this.reader.ofRoom(actor, params.id);
  }

  @Route(disputesApi.open)
  async open(
    @FromRequest() { params, body }: Input<typeof disputesApi.open>,
    @CurrentActor() actor: Actor,
  ): Promise<Dispute> {
    return this.reader.get(actor, await this.service.open(actor, params.id, body));
  }

  @Route(disputesApi.get)
  get(
    @FromRequest() { params }: Input<typeof disputesApi.get>,
    @CurrentActor() actor: Actor,
  ): Promise<Dispute> {
    return this.reader.get(actor, params.id);
  }

  @Route(disputesApi.state)
  async state(
    @FromRequest() { params, body }: Input<typeof disputesApi.state>,
    @CurrentActor() actor: Actor,
  ): Promise<Dispute> {
    await this.service.state(actor, params.id, body.text);
    return this.reader.get(actor, params.id);
  }

  @Route(disputesApi.relist)
  async relist(
    @FromRequest() { params }: Input<typeof disputesApi.relist>,
    @CurrentActor() actor: Actor,
  ): Promise<Dispute> {
    await this.council.relist(actor, params.id);
    return this.reader.get(actor, params.id);
  }

  @Route(disputesApi.draw)
  async draw(
    @FromRequest() { params, body }: Input<typeof disputesApi.draw>,
    @CurrentActor() actor: Actor,
  ): Promise<Dispute> {
    await this.council.draw(actor, params.id, body.addition);
    return this.reader.get(actor, params.id);
  }

  @Route(disputesApi.lots)
  async lots(
    @FromRequest() { params }: Input<typeof disputesApi.lots>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const records = await this.reader.lotRecords(actor, params.id);
    const content = Buffer.from(JSON.stringify(records, null, 2));
    const name = actor.language === 'ja' ? 'くじの記録.json' : 'lots.json';
    await sendFile(reply, { name, mime: 'application/json', size: content.length, content });
  }

  @Route(disputesApi.accept)
  async accept(
    @FromRequest() { params }: Input<typeof disputesApi.accept>,
    @CurrentActor() actor: Actor,
  ): Promise<Dispute> {
    await this.council.accept(actor, params.id);
    return this.reader.get(actor, params.id);
  }

  @Route(disputesApi.decline)
  decline(
    @FromRequest() { params, body }: Input<typeof disputesApi.decline>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.council.decline(actor, params.id, body.code);
  }

  @Route(disputesApi.challenge)
  async challenge(
    @FromRequest() { params, body }: Input<typeof disputesApi.challenge>,
    @CurrentActor() actor: Actor,
  ): Promise<Dispute> {
    await this.council.challenge(actor, params.id, body.seatId, body.reason);
    return this.reader.get(actor, params.id);
  }

  @Route(disputesApi.withdraw)
  async withdraw(
    @FromRequest() { params, body }: Input<typeof disputesApi.withdraw>,
    @CurrentActor() actor: Actor,
  ): Promise<Dispute> {
    await this.service.withdraw(actor, params.id, body.reason);
    return this.reader.get(actor, params.id);
  }
}
