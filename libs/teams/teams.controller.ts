import { Controller } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import { teamsApi, type Team, type TeamOutlook } from '#contracts/teams.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { TeamsReader } from './teams.reader.js';
import { TeamsService } from './teams.service.js';

@Controller()
export class TeamsController {
  constructor(
    private readonly service: TeamsService,
    private readonly reader: TeamsReader,
  ) {}

  @Route(teamsApi.outlook)
  outlook(
    @FromRequest() { params }: Input<typeof teamsApi.outlook>,
    @CurrentActor() actor: Actor,
  ): Promise<TeamOutlook> {
    return this.reader.outlook(actor, params.id);
  }

  @Route(teamsApi.compose)
  async compose(
    @FromRequest() { body }: Input<typeof teamsApi.compose>,
    @CurrentActor() actor: Actor,
  ): Promise<Team> {
    return this.reader.get(actor, await this.service.compose(actor, body));
  }

  @Route(teamsApi.get)
  get(@FromRequest() { params }: Input<typeof teamsApi.get>, @CurrentActor() actor: Actor): Promise<Team> {
    return this.reader.get(actor, params.id);
  }

  @Route(teamsApi.standIns)
  standIns(
    @FromRequest() { params }: Input<typeof teamsApi.standIns>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof teamsApi.standIns>> {
    return this.reader.standIns(actor, params.id);
  }

  @Route(teamsApi.recompose)
  async recompose(
    @FromRequest() { params, body, version }: Input<typeof teamsApi.recompose>,
    @CurrentActor() actor: Actor,
  ): Promise<Team> {
    await this.service.recompose(actor, params.id, version, body);
    return this.reader.get(actor, params.id);
  }

  @Route(teamsApi.ask)
  async ask(
    @FromRequest() { params, body, version }: Input<typeof teamsApi.ask>,
    @CurrentActor() actor: Actor,
  ): Promise<Team> {
    await this.service.ask(actor, params.id, version, body.reason);
    return this.reader.get(actor, params.id);
  }

  @Route(teamsApi.consent)
  async consent(
    @FromRequest() { params }: Input<typeof teamsApi.consent>,
    @CurrentActor() actor: Actor,
  ): Promise<Team> {
    await this.service.consent(actor, params.id);
    return this.reader.get(actor, params.id);
  }

  @Route(teamsApi.decline)
  async decline(
    @FromRequest() { params, body }: Input<typeof teamsApi.decline>,
    @CurrentActor() actor: Actor,
  ): Promise<Team> {
    await this.service.decline(actor, params.id, body);
    return this.reader.get(actor, params.id);
  }

  @Route(teamsApi.leave)
  leave(
    @FromRequest() { params, body }: Input<typeof teamsApi.leave>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.service.leave(actor, params.id, body);
  }

  @Route(teamsApi.end)
  async end(
    @FromRequest() { params, body }: Input<typeof teamsApi.end>,
    @CurrentActor() actor: Actor,
  ): Promise<Team> {
    await this.service.end(actor, params.id, body.reason);
    return this.reader.get(actor, params.id);
  }
}
