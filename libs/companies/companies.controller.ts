import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { companiesApi, type Company, type TaxonomyDocument } from '#contracts/companies.js';
import type { OutputOf } from '#contracts/endpoint.js';
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
import { CompaniesService } from './companies.service.js';
import { CompanyExport } from './export/company-export.js';
import { CompanyImagesService } from './company-images.service.js';
import { CompanySheet } from './sheet/company-sheet.js';
import { CompanyViewReader } from './company-view.reader.js';
import { taxonomyDocument } from './taxonomy-document.js';

type Api = typeof companiesApi;

@Controller()
export class CompaniesController {
  constructor(
    private readonly service: CompaniesService,
    private readonly pictures: CompanyImagesService,
    private readonly view: CompanyViewReader,
    private readonly sheets: CompanySheet,
    private readonly exports: CompanyExport,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** The lists change with the program only: browsers keep them for ten minutes. */
  @Route(companiesApi.taxonomy)
  taxonomy(@Res({ passthrough: true }) reply: FastifyReply): TaxonomyDocument {
    void reply.header('cache-control', 'public, max-age=600');
    return taxonomyDocument;
  }

  @Route(companiesApi.list)
  list(
    @FromRequest() { query }: Input<Api['list']>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<Api['list']>> {
    return this.view.list(actor, query);
  }

  @Route(companiesApi.register)
  async register(
    @FromRequest() { body }: Input<Api['register']>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
  ): Promise<Company> {
    const id = await this.service.register(actor, body, languageOf(request));
    const { isOrderer, isSupplier } = body;
    const owner: Actor = {
      ...actor,
      role: 'company-owner',
      company: { id, isOrderer, isSupplier, approved: false },
    };
    return this.view.get(owner, id);
  }

  @Route(companiesApi.get)
  get(@FromRequest() { params }: Input<Api['get']>, @CurrentActor() actor: Actor): Promise<Company> {
    return this.view.get(actor, params.id);
  }

  @Route(companiesApi.updateProfile)
  async updateProfile(
    @FromRequest() { params, body, version }: Input<Api['updateProfile']>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
  ): Promise<Company> {
    await this.service.updateProfile(actor, params.id, version, body, languageOf(request));
    return this.view.get(actor, params.id);
  }

  @Route(companiesApi.tellCapacity)
  async tellCapacity(
    @FromRequest() { params, body }: Input<Api['tellCapacity']>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
  ): Promise<Company> {
    await this.service.tellCapacity(actor, params.id, body.items, languageOf(request));
    return this.view.get(actor, params.id);
  }

  @Route(companiesApi.changes)
  changes(
    @FromRequest() { params, query }: Input<Api['changes']>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<Api['changes']>> {
    return this.view.changes(actor, params.id, query);
  }

  @Route(companiesApi.approve)
  async approve(
    @FromRequest() { params }: Input<Api['approve']>,
    @CurrentActor() actor: Actor,
  ): Promise<Company> {
    await this.service.approve(actor, params.id);
    return this.view.get(actor, params.id);
  }

  @Route(companiesApi.reject)
  async reject(
    @FromRequest() { params, body }: Input<Api['reject']>,
    @CurrentActor() actor: Actor,
  ): Promise<Company> {
    await this.service.reject(actor, params.id, body.reason);
    return this.view.get(actor, params.id);
  }

  @Route(companiesApi.verify)
  async verify(
    @FromRequest() { params }: Input<Api['verify']>,
    @CurrentActor() actor: Actor,
  ): Promise<Company> {
    await this.service.verify(actor, params.id);
    return this.view.get(actor, params.id);
  }

  @Route(companiesApi.addImage)
  async addImage(
    @FromRequest() { params }: Input<Api['addImage']>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
  ): Promise<Company> {
    const upload = await readUpload(request, this.config.files.maxBytes, companiesApi.addImage.body);
    const { fileName, bytes, body } = upload;
    await this.pictures.add(actor, params.id, { fileName, bytes, caption: body.caption });
    return this.view.get(actor, params.id);
  }

  @Route(companiesApi.removeImage)
  removeImage(
    @FromRequest() { params }: Input<Api['removeImage']>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.pictures.remove(actor, params.id, params.fileId);
  }

  @Route(companiesApi.image)
  async image(
    @FromRequest() { params, query }: Input<Api['image']>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { info, stream } = await this.pictures.open(actor, params.id, params.fileId, query.size);
    void sendFile(reply, { ...info, content: stream });
  }

  @Route(companiesApi.sheet)
  async sheet(
    @FromRequest() { params, query }: Input<Api['sheet']>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, bytes } = await this.sheets.pdf(actor, params.id, query.language);
    void sendFile(reply, { name, mime: 'application/pdf', size: bytes.length, content: bytes });
  }

  @Route(companiesApi.export)
  export(
    @FromRequest() { query }: Input<Api['export']>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
    @Res() reply: FastifyReply,
  ): void {
    void sendFile(reply, this.exports.file(actor, query, languageOf(request)));
  }
}
