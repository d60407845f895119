import { Readable } from 'node:stream';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { councilVotesApi } from '#contracts/council-votes.js';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, sendFile, type Input } from '#platform/http/index.js';
import { writeZip, type ZipPart } from '#platform/zip/index.js';
import { ConsultationExport } from './consultation-export.js';
import { EvidenceService } from './evidence.service.js';

@Controller()
export class EvidenceController {
  constructor(
    private readonly service: EvidenceService,
    private readonly consultation: ConsultationExport,
  ) {}

  @Route(councilVotesApi.choices)
  choices(
    @FromRequest() { params, query }: Input<typeof councilVotesApi.choices>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof councilVotesApi.choices>> {
    return this.service.choices(actor, params.id, query.before ?? null);
  }

  @Route(councilVotesApi.choose)
  choose(
    @FromRequest() { params, body }: Input<typeof councilVotesApi.choose>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.service.choose(actor, params.id, body);
  }

  @Route(councilVotesApi.evidence)
  async evidence(
    @FromRequest() { params }: Input<typeof councilVotesApi.evidence>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof councilVotesApi.evidence>> {
    return { items: await this.service.evidence(actor, params.id) };
  }

  @Route(councilVotesApi.pack)
  async pack(
    @FromRequest() { params }: Input<typeof councilVotesApi.pack>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const parts = await this.service.pack(actor, params.id);
    await sendZip(reply, actor.language === 'ja' ? '証拠.zip' : 'evidence.zip', parts);
  }

  @Route(councilVotesApi.export)
  async export(
    @FromRequest() { params }: Input<typeof councilVotesApi.export>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const parts = await this.consultation.parts(actor, params.id);
    await sendZip(reply, actor.language === 'ja' ? '相談窓口用.zip' : 'consultation.zip', parts);
  }
}

const sendZip = (reply: FastifyReply, name: string, parts: AsyncIterable<ZipPart>) =>
  sendFile(reply, {
    ...{ name, mime: 'application/zip', secret: true },
    content: Readable.from(writeZip(parts, new Date()), { objectMode: false }),
  });
