import { Controller } from '@nestjs/common';
import { signingApi, type Signing } from '#contracts/signing.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { SigningReader } from './signing.reader.js';
import { SigningService } from './signing.service.js';

@Controller()
export class SigningController {
  constructor(
    private readonly service: SigningService,
    private readonly reader: SigningReader,
  ) {}

  @Route(signingApi.get)
  get(
    @FromRequest() { params }: Input<typeof signingApi.get>,
    @CurrentActor() actor: Actor,
  ): Promise<Signing> {
    return this.reader.get(actor, params.id);
  }

  @Route(signingApi.sendCode)
  async sendCode(
    @FromRequest() { params }: Input<typeof signingApi.sendCode>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.service.sendCode(actor, params.id);
  }

  @Route(signingApi.sign)
  async sign(
    @FromRequest() { params, body }: Input<typeof signingApi.sign>,
    @CurrentActor() actor: Actor,
  ): Promise<Signing> {
    await this.service.sign(actor, params.id, body);
    return this.reader.get(actor, params.id);
  }
}
