import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OutputOf } from '#contracts/endpoint.js';
import { offersApi, type Agreement, type Offer } from '#contracts/offers.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, sendFile, type Input } from '#platform/http/index.js';
import { OffersReader } from './offers.reader.js';
import { OffersService } from './offers.service.js';
import { AgreementPrinter } from './signing/agreement-printer.js';

@Controller()
export class OffersController {
  constructor(
    private readonly service: OffersService,
    private readonly reader: OffersReader,
    private readonly printer: AgreementPrinter,
  ) {}

  @Route(offersApi.list)
  async offers(
    @FromRequest() { params }: Input<typeof offersApi.list>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof offersApi.list>> {
    return { items: await this.reader.list(actor, params.id) };
  }

  @Route(offersApi.make)
  async make(
    @FromRequest() { params, body }: Input<typeof offersApi.make>,
    @CurrentActor() actor: Actor,
  ): Promise<Offer> {
    const offerId = await this.service.make(actor, params.id, body);
    return this.reader.get(actor, params.id, offerId);
  }

  @Route(offersApi.accept)
  async accept(
    @FromRequest() { params, body }: Input<typeof offersApi.accept>,
    @CurrentActor() actor: Actor,
  ): Promise<Agreement> {
    const agreementId = await this.service.accept(actor, params.id, params.offerId, body);
    return this.reader.agreement(actor, agreementId);
  }

  @Route(offersApi.withdraw)
  async withdraw(
    @FromRequest() { params, body }: Input<typeof offersApi.withdraw>,
    @CurrentActor() actor: Actor,
  ): Promise<Offer> {
    await this.service.withdraw(actor, params.id, params.offerId, body.reason);
    return this.reader.get(actor, params.id, params.offerId);
  }

  @Route(offersApi.decline)
  async decline(
    @FromRequest() { params, body }: Input<typeof offersApi.decline>,
    @CurrentActor() actor: Actor,
  ): Promise<Offer> {
    await this.service.decline(actor, params.id, params.offerId, body.reason);
    return this.reader.get(actor, params.id, params.offerId);
  }

  @Route(offersApi.confirm)
  async confirm(
    @FromRequest() { params }: Input<typeof offersApi.confirm>,
    @CurrentActor() actor: Actor,
  ): Promise<Offer> {
    await this.service.confirm(actor, params.id, params.offerId);
    return this.reader.get(actor, params.id, params.offerId);
  }

  @Route(offersApi.agreement)
  agreement(
    @FromRequest() { params }: Input<typeof offersApi.agreement>,
    @CurrentActor() actor: Actor,
  ): Promise<Agreement> {
    return this.reader.agreement(actor, params.id);
  }

  @Route(offersApi.agreementPdf)
  async pdf(
    @FromRequest() { params }: Input<typeof offersApi.agreementPdf>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const agreement = await this.reader.agreement(actor, params.id);
    const content = await this.printer.print(agreement, actor.language);
    const name = actor.language === 'ja' ? `合意書_${agreement.no}.pdf` : `agreement_${agreement.no}.pdf`;
    await sendFile(reply, { name, mime: 'application/pdf', size: content.length, content });
  }
}
