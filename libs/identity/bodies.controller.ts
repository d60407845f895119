import { Controller } from '@nestjs/common';
import { identityApi, type SupportBody } from '#contracts/identity.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { BodiesService } from './bodies.service.js';
import { IdentityReader } from './identity.reader.js';

@Controller()
export class BodiesController {
  constructor(
    private readonly bodies: BodiesService,
    private readonly reader: IdentityReader,
  ) {}

  @Route(identityApi.bodies)
  async list(): Promise<{ items: SupportBody[] }> {
    return { items: await this.reader.bodies() };
  }

  @Route(identityApi.createBody)
  create(
    @FromRequest() { body }: Input<typeof identityApi.createBody>,
    @CurrentActor() actor: Actor,
  ): Promise<SupportBody> {
    return this.bodies.create(actor, body);
  }

  @Route(identityApi.getBody)
  get(
    @FromRequest() { params }: Input<typeof identityApi.getBody>,
    @CurrentActor() actor: Actor,
  ): Promise<SupportBody> {
    return this.bodies.get(actor, params.id);
  }

  @Route(identityApi.updateBody)
  update(
    @FromRequest() { params, version, body }: Input<typeof identityApi.updateBody>,
    @CurrentActor() actor: Actor,
  ): Promise<SupportBody> {
    return this.bodies.update(actor, params.id, version, body);
  }
}
