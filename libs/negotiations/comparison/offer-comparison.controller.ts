import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { offerComparisonApi, type OfferComparison } from '#contracts/offer-comparison.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, sendFile, type Input } from '#platform/http/index.js';
import { tableMime, writeTable } from '#platform/spreadsheet/index.js';
import { comparisonTable } from './comparison-table.js';
import { OfferComparisonReader } from './offer-comparison.reader.js';
import { OfferComparisonService } from './offer-comparison.service.js';

@Controller()
export class OfferComparisonController {
  constructor(
    private readonly service: OfferComparisonService,
    private readonly reader: OfferComparisonReader,
  ) {}

  @Route(offerComparisonApi.get)
  get(
    @FromRequest() { params }: Input<typeof offerComparisonApi.get>,
    @CurrentActor() actor: Actor,
  ): Promise<OfferComparison> {
    return this.reader.get(actor, params.id);
  }

  @Route(offerComparisonApi.weigh)
  async weigh(
    @FromRequest() { params, body, version }: Input<typeof offerComparisonApi.weigh>,
    @CurrentActor() actor: Actor,
  ): Promise<OfferComparison> {
    await this.service.weigh(actor, params.id, version, body);
    return this.reader.get(actor, params.id);
  }

  @Route(offerComparisonApi.export)
  async export(
    @FromRequest() { params, query }: Input<typeof offerComparisonApi.export>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { headers, rows } = comparisonTable(await this.reader.get(actor, params.id), actor.language);
    const { mime, extension } = tableMime[query.format];
    const name = `${actor.language === 'ja' ? '見積比較' : 'offers'}.${extension}`;
    await sendFile(reply, { name, mime, content: writeTable(query.format, headers, rows) });
  }
}
