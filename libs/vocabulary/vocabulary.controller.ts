import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OutputOf } from '#contracts/endpoint.js';
import { vocabularyApi, type VocabularyEntry, type VocabularyImport } from '#contracts/vocabulary.js';
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
import { VocabularyFiles } from './vocabulary-files.js';
import { VocabularyReader } from './vocabulary.reader.js';
import { VocabularyService } from './vocabulary.service.js';

type Api = typeof vocabularyApi;

@Controller()
export class VocabularyController {
  constructor(
    private readonly service: VocabularyService,
    private readonly reader: VocabularyReader,
    private readonly files: VocabularyFiles,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  @Route(vocabularyApi.list)
  list(
    @FromRequest() { query }: Input<Api['list']>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<Api['list']>> {
    return this.reader.list(actor, query);
  }

  @Route(vocabularyApi.create)
  async create(
    @FromRequest() { body }: Input<Api['create']>,
    @CurrentActor() actor: Actor,
  ): Promise<VocabularyEntry> {
    return this.reader.get(actor, await this.service.create(actor, body));
  }

  @Route(vocabularyApi.get)
  get(@FromRequest() { params }: Input<Api['get']>, @CurrentActor() actor: Actor): Promise<VocabularyEntry> {
    return this.reader.get(actor, params.id);
  }

  @Route(vocabularyApi.update)
  async update(
    @FromRequest() { params, version, body }: Input<Api['update']>,
    @CurrentActor() actor: Actor,
  ): Promise<VocabularyEntry> {
    await this.service.update(actor, params.id, version, body);
    return this.reader.get(actor, params.id);
  }

  @Route(vocabularyApi.switchOff)
  async switchOff(
    @FromRequest() { params, version }: Input<Api['switchOff']>,
    @CurrentActor() actor: Actor,
  ): Promise<VocabularyEntry> {
    await this.service.switch(actor, params.id, version, 'off');
    return this.reader.get(actor, params.id);
  }

  @Route(vocabularyApi.switchOn)
  async switchOn(
    @FromRequest() { params, version }: Input<Api['switchOn']>,
    @CurrentActor() actor: Actor,
  ): Promise<VocabularyEntry> {
    await this.service.switch(actor, params.id, version, 'on');
    return this.reader.get(actor, params.id);
  }

  @Route(vocabularyApi.restore)
  async restore(
    @FromRequest() { params, version }: Input<Api['restore']>,
    @CurrentActor() actor: Actor,
  ): Promise<VocabularyEntry> {
    await this.service.restore(actor, params.id, version);
    return this.reader.get(actor, params.id);
  }

  @Route(vocabularyApi.history)
  history(
    @FromRequest() { params, query }: Input<Api['history']>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<Api['history']>> {
    return this.reader.history(actor, params.id, query);
  }

  @Route(vocabularyApi.understand)
  understand(@FromRequest() { query }: Input<Api['understand']>): Promise<OutputOf<Api['understand']>> {
    return this.reader.understand(query.q);
  }

  @Route(vocabularyApi.export)
  async export(
    @FromRequest() { query }: Input<Api['export']>,
    @Req() request: AppRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    void sendFile(reply, await this.files.file(query, languageOf(request)));
  }

  @Route(vocabularyApi.import)
  async import(@CurrentActor() actor: Actor, @Req() request: AppRequest): Promise<VocabularyImport> {
    const upload = await readUpload(request, this.config.files.maxBytes, vocabularyApi.import.body);
    const { fileName: name, bytes, body } = upload;
    return this.files.import(actor, { name, bytes }, body.dryRun);
  }
}
