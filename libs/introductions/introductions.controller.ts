import { Controller } from '@nestjs/common';
import { introductionsApi, type Introduction, type IntroductionCard } from '#contracts/introductions.js';
import type { Page } from '#contracts/shapes.js';
import { IdentityReader } from '#identity/index.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { IntroductionsReader } from './introductions.reader.js';
import { IntroductionsService } from './introductions.service.js';

@Controller()
export class IntroductionsController {
  constructor(
    private readonly service: IntroductionsService,
    private readonly reader: IntroductionsReader,
    private readonly people: IdentityReader,
  ) {}

  @Route(introductionsApi.coordinators)
  async coordinators(@CurrentActor() actor: Actor): Promise<{ items: { id: string; name: string }[] }> {
    const people = actor.body ? await this.people.peopleOfBody(actor.body.id) : [];
    return { items: people.map(({ id, name }) => ({ id, name })) };
  }

  @Route(introductionsApi.list)
  list(
    @FromRequest() { query }: Input<typeof introductionsApi.list>,
    @CurrentActor() actor: Actor,
  ): Promise<Page<IntroductionCard>> {
    return this.reader.list(actor, query);
  }

  @Route(introductionsApi.propose)
  async propose(
    @FromRequest() { body }: Input<typeof introductionsApi.propose>,
    @CurrentActor() actor: Actor,
  ): Promise<Introduction> {
    return this.reader.get(actor, await this.service.propose(actor, body));
  }

  @Route(introductionsApi.get)
  get(
    @FromRequest() { params }: Input<typeof introductionsApi.get>,
    @CurrentActor() actor: Actor,
  ): Promise<Introduction> {
    return this.reader.get(actor, params.id);
  }

  @Route(introductionsApi.consent)
  async consent(
    @FromRequest() { params }: Input<typeof introductionsApi.consent>,
    @CurrentActor() actor: Actor,
  ): Promise<Introduction> {
    await this.service.consent(actor, params.id);
    return this.reader.get(actor, params.id);
  }

  @Route(introductionsApi.decline)
  async decline(
    @FromRequest() { params, body }: Input<typeof introductionsApi.decline>,
    @CurrentActor() actor: Actor,
  ): Promise<Introduction> {
    await this.service.decline(actor, params.id, body);
    return this.reader.get(actor, params.id);
  }

  @Route(introductionsApi.withdraw)
  async withdraw(
    @FromRequest() { params, body }: Input<typeof introductionsApi.withdraw>,
    @CurrentActor() actor: Actor,
  ): Promise<Introduction> {
    await this.service.withdraw(actor, params.id, body.reason);
    return this.reader.get(actor, params.id);
  }

  @Route(introductionsApi.followUp)
  async followUp(
    @FromRequest() { params, body, version }: Input<typeof introductionsApi.followUp>,
    @CurrentActor() actor: Actor,
  ): Promise<Introduction> {
    await this.service.followUp(actor, params.id, version, body);
    return this.reader.get(actor, params.id);
  }

  @Route(introductionsApi.recordOutcome)
  async recordOutcome(
    @FromRequest() { params, body, version }: Input<typeof introductionsApi.recordOutcome>,
    @CurrentActor() actor: Actor,
  ): Promise<Introduction> {
    await this.service.recordOutcome(actor, params.id, version, body);
    return this.reader.get(actor, params.id);
  }
}
