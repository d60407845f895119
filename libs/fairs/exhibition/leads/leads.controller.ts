import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OutputOf } from '#contracts/endpoint.js';
import { fairLeadsApi as routes, type Lead } from '#contracts/fair-leads.js';
import type { Actor } from '#platform/auth/index.js';
import {
  CurrentActor,
  FromRequest,
  languageOf,
  Route,
  sendFile,
  type AppRequest,
  type Input,
} from '#platform/http/index.js';
import { tableMime, writeTable } from '#platform/spreadsheet/index.js';
import { FairFiguresReader } from '../report/figures.reader.js';
import { VisitorsReader } from '../visitors/visitors.reader.js';
import { leadColumns, leadRow } from './lead-table.js';
import { LeadsService } from './leads.service.js';

const EXPORT_LIMIT = 100_000;

@Controller()
export class LeadsController {
  constructor(
    private readonly service: LeadsService,
    private readonly counts: FairFiguresReader,
    private readonly visitors: VisitorsReader,
  ) {}

  @Route(routes.list)
  list(
    @FromRequest() { params, query }: Input<typeof routes.list>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.list>> {
    return this.service.list(actor, params.id, params.exhibitorId, query);
  }

  @Route(routes.create)
  create(
    @FromRequest() { params, body }: Input<typeof routes.create>,
    @CurrentActor() actor: Actor,
  ): Promise<Lead> {
    return this.service.create(actor, params.id, params.exhibitorId, body);
  }

  @Route(routes.export)
  async export(
    @FromRequest() { params, query }: Input<typeof routes.export>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { items } = await this.service.list(actor, params.id, params.exhibitorId, { limit: EXPORT_LIMIT });
    const { mime, extension } = tableMime[query.format];
    await sendFile(reply, {
      name: `contacts.${extension}`,
      mime,
      content: writeTable(query.format, leadColumns(languageOf(request)), items.map(leadRow)),
    });
  }

  @Route(routes.erase)
  erase(@FromRequest() { params }: Input<typeof routes.erase>, @CurrentActor() actor: Actor): Promise<void> {
    return this.service.erase(actor, params.id, params.exhibitorId, params.leadId);
  }

  @Route(routes.given)
  async given(@FromRequest() { params }: Input<typeof routes.given>): Promise<OutputOf<typeof routes.given>> {
    return { items: await this.service.given(await this.visitors.holder(params.token)) };
  }

  @Route(routes.inquire)
  async inquire(
    @FromRequest() { params, body }: Input<typeof routes.inquire>,
  ): Promise<OutputOf<typeof routes.inquire>> {
    const holder = await this.visitors.holder(params.token);
    await this.service.inquire(holder, body);
    return { items: await this.service.given(holder) };
  }

  @Route(routes.withdraw)
  async withdraw(
    @FromRequest() { params }: Input<typeof routes.withdraw>,
  ): Promise<OutputOf<typeof routes.withdraw>> {
    const holder = await this.visitors.holder(params.token);
    await this.service.withdraw(holder, params.leadId);
    return { items: await this.service.given(holder) };
  }

  @Route(routes.figures)
  figures(
    @FromRequest() { params }: Input<typeof routes.figures>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.figures>> {
    return this.counts.figures(actor, params.id);
  }

  @Route(routes.charts)
  charts(
    @FromRequest() { params }: Input<typeof routes.charts>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.charts>> {
    return this.counts.charts(actor, params.id);
  }

  @Route(routes.records)
  records(
    @FromRequest() { params, query }: Input<typeof routes.records>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.records>> {
    return this.counts.records(actor, params.id, query);
  }
}
