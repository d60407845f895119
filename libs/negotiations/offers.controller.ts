import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OutputOf } from '#contracts/endpoint.js';
import { negotiationsApi, type Agreement, type Offer } from '#contracts/negotiations.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, sendFile, type Input } from '#platform/http/index.js';
import { agreementPdf } from './agreement-pdf.js';
import { OffersReader } from './offers.reader.js';
import { OffersService } from './offers.service.js';

@Controller()
export class OffersController {
  constructor(
    private readonly service: OffersService,
    private readonly reader: OffersReader,
  ) {}

  @Route(negotiationsApi.offers)
  async offers(
    @FromRequest() { params }: Input<typeof negotiationsApi.offers>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof negotiationsApi.offers>> {
    return { items: await this.reader.list(actor, params.id) };
  }

  @Route(negotiationsApi.makeOffer)
  async make(
    @FromRequest() { params, body }: Input<typeof negotiationsApi.makeOffer>,
    @CurrentActor() actor: Actor,
  ): Promise<Offer> {
    const offerId = await this.service.make(actor, params.id, body);
    return this.reader.get(actor, params.id, offerId);
  }

  @Route(negotiationsApi.acceptOffer)
  async accept(
    @FromRequest() { params }: Input<typeof negotiationsApi.acceptOffer>,
    @CurrentActor() actor: Actor,
  ): Promise<Agreement> {
    const agreementId = await this.service.accept(actor, params.id, params.offerId);
    return this.reader.agreement(actor, agreementId);
  }

  @Route(negotiationsApi.withdrawOffer)
  async withdraw(
    @FromRequest() { params, body }: Input<typeof negotiationsApi.withdrawOffer>,
    @CurrentActor() actor: Actor,
  ): Promise<Offer> {
    await this.service.withdraw(actor, params.id, params.offerId, body.reason);
    return this.reader.get(actor, params.id, params.offerId);
  }

  @Route(negotiationsApi.declineOffer)
  async decline(
    @FromRequest() { params, body }: Input<typeof negotiationsApi.declineOffer>,
    @CurrentActor() actor: Actor,
  ): Promise<Offer> {
    await this.service.decline(actor, params.id, params.offerId, body.reason);
    return this.reader.get(actor, params.id, params.offerId);
  }

  @Route(negotiationsApi.confirmOffer)
  async confirm(
    @FromRequest() { params }: Input<typeof negotiationsApi.confirmOffer>,
    @CurrentActor() actor: Actor,
  ): Promise<Offer> {
    await this.service.confirm(actor, params.id, params.offerId);
    return this.reader.get(actor, params.id, params.offerId);
  }

  @Route(negotiationsApi.agreement)
  agreement(
    @FromRequest() { params }: Input<typeof negotiationsApi.agreement>,
    @CurrentActor() actor: Actor,
  ): Promise<Agreement> {
    return this.reader.agreement(actor, params.id);
  }

  @Route(negotiationsApi.agreementPdf)
  async pdf(
    @FromRequest() { params }: Input<typeof negotiationsApi.agreementPdf>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const agreement = await this.reader.agreement(actor, params.id);
    const content = await agreementPdf(agreement, actor.language);
    const name = actor.language === 'ja' ? `合意書_${agreement.no}.pdf` : `agreement_${agreement.no}.pdf`;
    await sendFile(reply, { name, mime: 'application/pdf', size: content.length, content });
  }
}
