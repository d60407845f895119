import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OutputOf } from '#contracts/endpoint.js';
import { capacityBalanceApi } from '#contracts/capacity-balance.js';
import { fairnessApi } from '#contracts/fairness.js';
import { reportingApi } from '#contracts/reporting.js';
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
import { CapacityBalanceReader } from './capacity-balance.reader.js';
import { FairnessReader } from './fairness.reader.js';
import { ReportingReader } from './reporting.reader.js';

const EXPORT_LIMIT = 100_000;
const headings = {
  ja: { on: '日付', title: '件名', detail: '内容', amountYen: '金額（円）' },
  en: { on: 'Date', title: 'Title', detail: 'Detail', amountYen: 'Amount (yen)' },
};

@Controller()
export class ReportingController {
  constructor(
    private readonly reader: ReportingReader,
    private readonly capacity: CapacityBalanceReader,
    private readonly fairness: FairnessReader,
  ) {}

  @Route(fairnessApi.shares)
  shares(
    @FromRequest() { query }: Input<typeof fairnessApi.shares>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof fairnessApi.shares>> {
    return this.fairness.shares(actor, query.days);
  }

  @Route(fairnessApi.unasked)
  unasked(
    @FromRequest() { query }: Input<typeof fairnessApi.unasked>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof fairnessApi.unasked>> {
    return this.fairness.unasked(actor, query);
  }

  @Route(capacityBalanceApi.balance)
  balance(
    @FromRequest() { query }: Input<typeof capacityBalanceApi.balance>,
  ): Promise<OutputOf<typeof capacityBalanceApi.balance>> {
    return this.capacity.balance(query);
  }

  @Route(reportingApi.dashboard)
  dashboard(
    @FromRequest() { query }: Input<typeof reportingApi.dashboard>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof reportingApi.dashboard>> {
    return this.reader.dashboard(actor, query);
  }

  @Route(reportingApi.records)
  records(
    @FromRequest() { query }: Input<typeof reportingApi.records>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof reportingApi.records>> {
    return this.reader.records(actor, query);
  }

  @Route(reportingApi.export)
  async export(
    @FromRequest() { query }: Input<typeof reportingApi.export>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { items } = await this.reader.records(actor, { ...query, limit: EXPORT_LIMIT });
    const columns = Object.entries(headings[languageOf(request)]).map(([key, label]) => ({ key, label }));
    const { mime, extension } = tableMime[query.format];
    await sendFile(reply, {
      name: `${query.figure}-FY${query.fiscalYear}.${extension}`,
      mime,
      content: writeTable(query.format, columns, items),
    });
  }
}
