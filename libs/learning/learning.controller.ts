import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OutputOf } from '#contracts/endpoint.js';
import { learningApi } from '#contracts/learning.js';
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
import { LearningReader } from './learning.reader.js';
import { LearningService } from './learning.service.js';
import { reportTable } from './report-table.js';

@Controller()
export class LearningController {
  constructor(
    private readonly service: LearningService,
    private readonly reader: LearningReader,
  ) {}

  @Route(learningApi.current)
  current(
    @FromRequest() { params }: Input<typeof learningApi.current>,
  ): Promise<OutputOf<typeof learningApi.current>> {
    return this.reader.current(params.kind);
  }

  @Route(learningApi.runs)
  runs(
    @FromRequest() { params, query }: Input<typeof learningApi.runs>,
  ): Promise<OutputOf<typeof learningApi.runs>> {
    return this.reader.runs(params.kind, query);
  }

  @Route(learningApi.start)
  async start(
    @FromRequest() { params }: Input<typeof learningApi.start>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof learningApi.start>> {
    return this.reader.run(await this.service.start(actor, params.kind));
  }

  @Route(learningApi.versions)
  versions(
    @FromRequest() { params, query }: Input<typeof learningApi.versions>,
  ): Promise<OutputOf<typeof learningApi.versions>> {
    return this.reader.versions(params.kind, query);
  }

  @Route(learningApi.report)
  report(
    @FromRequest() { params }: Input<typeof learningApi.report>,
  ): Promise<OutputOf<typeof learningApi.report>> {
    return this.reader.report(params.id);
  }

  @Route(learningApi.export)
  async export(
    @FromRequest() { params, query }: Input<typeof learningApi.export>,
    @Req() request: AppRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const report = await this.reader.report(params.id);
    const { headers, rows } = reportTable(report, languageOf(request));
    const { mime, extension } = tableMime[query.format];
    const day = report.createdAt.slice(0, 10);
    await sendFile(reply, {
      name: `ranking-${report.kind}-${day}.${extension}`,
      mime,
      content: writeTable(query.format, headers, rows),
    });
  }

  @Route(learningApi.use)
  async use(
    @FromRequest() { params }: Input<typeof learningApi.use>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof learningApi.use>> {
    await this.service.use(actor, params.id);
    return this.reader.version(params.id);
  }
}
