import { Controller } from '@nestjs/common';
import {
  meetingParticipantsApi as routes,
  type MeetingForecast,
  type MeetingParticipant,
  type WishSheet,
} from '#contracts/meeting-participants.js';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { ParticipantsReader } from './participants.reader.js';
import { ParticipantsService } from './participants.service.js';
import { WishesService } from './wishes.service.js';

@Controller()
export class ParticipantsController {
  constructor(
    private readonly service: ParticipantsService,
    private readonly reader: ParticipantsReader,
    private readonly wishes: WishesService,
  ) {}

  @Route(routes.list)
  list(
    @FromRequest() { params, query }: Input<typeof routes.list>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.list>> {
    return this.reader.list(actor, params.id, query);
  }

  @Route(routes.register)
  async register(
    @FromRequest() { params, body }: Input<typeof routes.register>,
    @CurrentActor() actor: Actor,
  ): Promise<MeetingParticipant> {
    return this.reader.get(actor, params.id, await this.service.register(actor, params.id, body));
  }

  @Route(routes.enter)
  async enter(
    @FromRequest() { params, body }: Input<typeof routes.enter>,
    @CurrentActor() actor: Actor,
  ): Promise<MeetingParticipant> {
    return this.reader.get(actor, params.id, await this.service.enter(actor, params.id, body));
  }

  @Route(routes.get)
  get(
    @FromRequest() { params }: Input<typeof routes.get>,
    @CurrentActor() actor: Actor,
  ): Promise<MeetingParticipant> {
    return this.reader.get(actor, params.id, params.participantId);
  }

  @Route(routes.update)
  async update(
    @FromRequest() { params, body, version }: Input<typeof routes.update>,
    @CurrentActor() actor: Actor,
  ): Promise<MeetingParticipant> {
    await this.service.update(actor, params.id, params.participantId, version, body);
    return this.reader.get(actor, params.id, params.participantId);
  }

  @Route(routes.decide)
  async decide(
    @FromRequest() { params, body }: Input<typeof routes.decide>,
    @CurrentActor() actor: Actor,
  ): Promise<MeetingParticipant> {
    await this.service.decide(actor, params.id, params.participantId, body);
    return this.reader.get(actor, params.id, params.participantId);
  }

  @Route(routes.withdraw)
  async withdraw(
    @FromRequest() { params, body }: Input<typeof routes.withdraw>,
    @CurrentActor() actor: Actor,
  ): Promise<MeetingParticipant> {
    await this.service.withdraw(actor, params.id, params.participantId, body.reason);
    return this.reader.get(actor, params.id, params.participantId);
  }

  @Route(routes.wishSheet)
  wishSheet(
    @FromRequest() { params }: Input<typeof routes.wishSheet>,
    @CurrentActor() actor: Actor,
  ): Promise<WishSheet> {
    return this.wishes.sheet(actor, params.id, params.participantId);
  }

  @Route(routes.wish)
  async wish(
    @FromRequest() { params, body }: Input<typeof routes.wish>,
    @CurrentActor() actor: Actor,
  ): Promise<WishSheet> {
    await this.wishes.set(actor, params, body);
    return this.wishes.sheet(actor, params.id, params.participantId);
  }

  @Route(routes.forecast)
  forecast(
    @FromRequest() { params }: Input<typeof routes.forecast>,
    @CurrentActor() actor: Actor,
  ): Promise<MeetingForecast> {
    return this.wishes.forecast(actor, params.id);
  }
}
