import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  meetingResultsApi as routes,
  type MeetingReport,
  type OutcomeAsk,
  type ResultRecord,
} from '#contracts/meeting-results.js';
import type { Language, Page } from '#contracts/shapes.js';
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
import { resultColumns, resultRow } from './result-table.js';
import { ResultsReader } from './results.reader.js';
import { ResultsService } from './results.service.js';

const EXPORT_LIMIT = 100_000;

@Controller()
export class ResultsController {
  constructor(
    private readonly service: ResultsService,
    private readonly reader: ResultsReader,
  ) {}

  @Route(routes.ask)
  ask(@FromRequest() { params }: Input<typeof routes.ask>): Promise<OutcomeAsk> {
    return this.service.ask(params.token);
  }

  @Route(routes.answer)
  async answer(@FromRequest() { params, body }: Input<typeof routes.answer>): Promise<OutcomeAsk> {
    await this.service.answer(params.token, params.meetingId, body);
    return this.service.ask(params.token);
  }

  @Route(routes.record)
  record(
    @FromRequest() { params, body }: Input<typeof routes.record>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.service.record(actor, params, body);
  }

  @Route(routes.report)
  report(
    @FromRequest() { params }: Input<typeof routes.report>,
    @CurrentActor() actor: Actor,
  ): Promise<MeetingReport> {
    return this.reader.report(actor, params.id);
  }

  @Route(routes.list)
  list(
    @FromRequest() { params, query }: Input<typeof routes.list>,
    @CurrentActor() actor: Actor,
  ): Promise<Page<ResultRecord>> {
    return this.reader.list(actor, params.id, query);
  }

  @Route(routes.export)
  async export(
    @FromRequest() { params, query }: Input<typeof routes.export>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const all = { result: [], limit: EXPORT_LIMIT };
    const { items } = await this.reader.list(actor, params.id, all);
    const language: Language = languageOf(request);
    const { mime, extension } = tableMime[query.format];
    await sendFile(reply, {
      name: `results.${extension}`,
      mime,
      content: writeTable(
        query.format,
        resultColumns(language),
        items.map((record) => resultRow(record, language)),
      ),
    });
  }
}
