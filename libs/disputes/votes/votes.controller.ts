import { Controller } from '@nestjs/common';
import { councilVotesApi } from '#contracts/council-votes.js';
import type { Dispute } from '#contracts/disputes.js';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { DisputesReader } from '../disputes.reader.js';
import { VotesService } from './votes.service.js';

@Controller()
export class VotesController {
  constructor(
    private readonly service: VotesService,
    private readonly reader: DisputesReader,
  ) {}

  @Route(councilVotesApi.ready)
  async ready(
    @FromRequest() { params }: Input<typeof councilVotesApi.ready>,
    @CurrentActor() actor: Actor,
  ): Promise<Dispute> {
    await this.service.ready(actor, params.id);
    return this.reader.get(actor, params.id);
  }

  @Route(councilVotesApi.vote)
  async vote(
    @FromRequest() { params, body }: Input<typeof councilVotesApi.vote>,
    @CurrentActor() actor: Actor,
  ): Promise<Dispute> {
    await this.service.vote(actor, params.id, body);
    return this.reader.get(actor, params.id);
  }

  @Route(councilVotesApi.openVote)
  async open(
    @FromRequest() { params, body }: Input<typeof councilVotesApi.openVote>,
    @CurrentActor() actor: Actor,
  ): Promise<Dispute> {
    await this.service.open(actor, params.id, body.key);
    return this.reader.get(actor, params.id);
  }

  @Route(councilVotesApi.votes)
  async votes(
    @FromRequest() { params }: Input<typeof councilVotesApi.votes>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof councilVotesApi.votes>> {
    return { items: await this.reader.votes(actor, params.id) };
  }

  @Route(councilVotesApi.decide)
  async decide(
    @FromRequest() { params, body }: Input<typeof councilVotesApi.decide>,
    @CurrentActor() actor: Actor,
  ): Promise<Dispute> {
    await this.service.decide(actor, params.id, body);
    return this.reader.get(actor, params.id);
  }

  @Route(councilVotesApi.addOpinion)
  async opine(
    @FromRequest() { params, body }: Input<typeof councilVotesApi.addOpinion>,
    @CurrentActor() actor: Actor,
  ): Promise<Dispute> {
    await this.service.opine(actor, params.id, body.text);
    return this.reader.get(actor, params.id);
  }

  @Route(councilVotesApi.report)
  async report(
    @FromRequest() { params, body }: Input<typeof councilVotesApi.report>,
    @CurrentActor() actor: Actor,
  ): Promise<Dispute> {
    await this.service.report(actor, params.id, body);
    return this.reader.get(actor, params.id);
  }

  @Route(councilVotesApi.settle)
  async settle(
    @FromRequest() { params, body }: Input<typeof councilVotesApi.settle>,
    @CurrentActor() actor: Actor,
  ): Promise<Dispute> {
    await this.service.settle(actor, params.id, body);
    return this.reader.get(actor, params.id);
  }
}
