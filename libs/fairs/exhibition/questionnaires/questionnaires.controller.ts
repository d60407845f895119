import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OutputOf } from '#contracts/endpoint.js';
import {
  fairQuestionnairesApi as routes,
  type Questionnaire,
  type QuestionnaireForm,
  type QuestionnaireResults,
} from '#contracts/fair-questionnaires.js';
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
import { VisitorsReader } from '../visitors/visitors.reader.js';
import { answersTable, comparisonTable } from './answers-table.js';
import { QuestionnairesReader, toForm } from './questionnaires.reader.js';
import { QuestionnairesService } from './questionnaires.service.js';
import { QuestionnaireResultsReader } from './results.reader.js';

const EXPORT_LIMIT = 100_000;

@Controller()
export class QuestionnairesController {
  constructor(
    private readonly service: QuestionnairesService,
    private readonly reader: QuestionnairesReader,
    private readonly counts: QuestionnaireResultsReader,
    private readonly visitors: VisitorsReader,
  ) {}

  @Route(routes.get)
  get(
    @FromRequest() { params }: Input<typeof routes.get>,
    @CurrentActor() actor: Actor,
  ): Promise<Questionnaire> {
    return this.reader.get(actor, params.id, params.audience);
  }

  @Route(routes.save)
  async save(
    @FromRequest() { params, body, version }: Input<typeof routes.save>,
    @CurrentActor() actor: Actor,
  ): Promise<Questionnaire> {
    await this.service.save(actor, params.id, params.audience, version, body.questions);
    return this.reader.get(actor, params.id, params.audience);
  }

  @Route(routes.send)
  async send(
    @FromRequest() { params }: Input<typeof routes.send>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.send>> {
    return { asked: await this.service.send(actor, params.id, params.audience) };
  }

  @Route(routes.results)
  results(
    @FromRequest() { params }: Input<typeof routes.results>,
    @CurrentActor() actor: Actor,
  ): Promise<QuestionnaireResults> {
    return this.counts.results(actor, params.id, params.audience);
  }

  @Route(routes.asked)
  asked(
    @FromRequest() { params, query }: Input<typeof routes.asked>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.asked>> {
    return this.counts.asked(actor, params.id, params.audience, query);
  }

  @Route(routes.answers)
  answers(
    @FromRequest() { params, query }: Input<typeof routes.answers>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.answers>> {
    return this.reader.answers(actor, params.id, params.audience, query);
  }

  @Route(routes.export)
  async export(
    @FromRequest() { params: { id, audience }, query }: Input<typeof routes.export>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(request);
    const results = await this.counts.results(actor, id, audience);
    const asked = results.questions.map(({ question }) => question);
    const { headers, rows } =
      query.table === 'comparison'
        ? comparisonTable(results, language)
        : answersTable(
            asked,
            (await this.reader.answers(actor, id, audience, { limit: EXPORT_LIMIT })).items,
            language,
          );
    const { mime, extension } = tableMime[query.format];
    const name = `questionnaire-${audience}.${extension}`;
    await sendFile(reply, { name, mime, content: writeTable(query.format, headers, rows) });
  }

  @Route(routes.ofTicket)
  async ofTicket(@FromRequest() { params }: Input<typeof routes.ofTicket>): Promise<QuestionnaireForm> {
    const { id } = await this.visitors.holder(params.token);
    return toForm(await this.reader.ask({ visitorId: id }));
  }

  @Route(routes.answerByTicket)
  async answerByTicket(
    @FromRequest() { params, body }: Input<typeof routes.answerByTicket>,
    @Req() request: AppRequest,
  ): Promise<QuestionnaireForm> {
    const { id: visitorId } = await this.visitors.holder(params.token);
    await this.service.answer(await this.reader.ask({ visitorId }), body.answers, languageOf(request));
    return toForm(await this.reader.ask({ visitorId }));
  }

  @Route(routes.ofExhibitor)
  async ofExhibitor(
    @FromRequest() { params }: Input<typeof routes.ofExhibitor>,
    @CurrentActor() actor: Actor,
  ): Promise<QuestionnaireForm> {
    return toForm(await this.service.ofExhibitor(actor, params.id, params.exhibitorId));
  }

  @Route(routes.answerAsExhibitor)
  async answerAsExhibitor(
    @FromRequest() { params, body }: Input<typeof routes.answerAsExhibitor>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
  ): Promise<QuestionnaireForm> {
    const { id, exhibitorId } = params;
    const asked = await this.service.ofExhibitor(actor, id, exhibitorId);
    await this.service.answer(asked, body.answers, languageOf(request));
    return toForm(await this.reader.ask({ exhibitorId }));
  }
}
