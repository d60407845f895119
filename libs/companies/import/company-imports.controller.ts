import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { companiesApi, type CompanyImport } from '#contracts/companies.js';
import type { Page } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import {
  CurrentActor,
  FromRequest,
  languageOf,
  readUpload,
  Route,
  sendFile,
  type AppRequest,
  type Input,
} from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { CompanyImportsReader } from './company-imports.reader.js';
import { CompanyImportsService } from './company-imports.service.js';

type Api = typeof companiesApi;

@Controller()
export class CompanyImportsController {
  constructor(
    private readonly service: CompanyImportsService,
    private readonly reader: CompanyImportsReader,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  @Route(companiesApi.imports)
  list(
    @FromRequest() { query }: Input<Api['imports']>,
    @CurrentActor() actor: Actor,
  ): Promise<Page<CompanyImport>> {
    return this.reader.list(actor, query);
  }

  @Route(companiesApi.upload)
  async upload(@CurrentActor() actor: Actor, @Req() request: AppRequest): Promise<CompanyImport> {
    const upload = await readUpload(request, this.config.files.maxBytes);
    return this.reader.get(actor, await this.service.upload(actor, upload));
  }

  @Route(companiesApi.getImport)
  get(
    @FromRequest() { params }: Input<Api['getImport']>,
    @CurrentActor() actor: Actor,
  ): Promise<CompanyImport> {
    return this.reader.get(actor, params.id);
  }

  @Route(companiesApi.runImport)
  async run(
    @FromRequest() { params, body }: Input<Api['runImport']>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
  ): Promise<CompanyImport> {
    await this.service.request(actor, params.id, body, languageOf(request));
    return this.reader.get(actor, params.id);
  }

  @Route(companiesApi.importErrors)
  async errors(
    @FromRequest() { params }: Input<Api['importErrors']>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void sendFile(reply, await this.reader.errorsFile(actor, params.id, languageOf(request)));
  }
}
