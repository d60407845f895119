import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OutputOf } from '#contracts/endpoint.js';
import { roomFilesApi, type RoomDocument, type RoomDocuments, type RoomNda } from '#contracts/room-files.js';
import type { Actor } from '#platform/auth/index.js';
import {
  CurrentActor,
  FromRequest,
  readUpload,
  Route,
  sendFile,
  type AppRequest,
  type Input,
} from '#platform/http/index.js';
import { RoomsReader } from '../rooms.reader.js';
import { DocumentContent } from './document-content.js';
import { DocumentsReader } from './documents.reader.js';
import { DocumentsService } from './documents.service.js';
import { ndaPdf } from './nda-pdf.js';
import { NdaReader } from './nda.reader.js';
import { NdaService } from './nda.service.js';

@Controller()
export class RoomFilesController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly reader: DocumentsReader,
    private readonly content: DocumentContent,
    private readonly ndas: NdaService,
    private readonly ndaReader: NdaReader,
    private readonly rooms: RoomsReader,
  ) {}

  @Route(roomFilesApi.list)
  list(
    @FromRequest() { params }: Input<typeof roomFilesApi.list>,
    @CurrentActor() actor: Actor,
  ): Promise<RoomDocuments> {
    return this.reader.list(actor, params.id);
  }

  @Route(roomFilesApi.add)
  async add(
    @FromRequest() { params }: Input<typeof roomFilesApi.add>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
  ): Promise<RoomDocument> {
    await this.rooms.seat(actor, params.id);
    const upload = await readUpload(request, this.documents.maxBytes, roomFilesApi.add.body);
    return this.reader.get(actor, params.id, await this.documents.add(actor, params.id, upload));
  }

  @Route(roomFilesApi.revise)
  async revise(
    @FromRequest() { params }: Input<typeof roomFilesApi.revise>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
  ): Promise<RoomDocument> {
    await this.reader.get(actor, params.id, params.documentId);
    const upload = await readUpload(request, this.documents.maxBytes, roomFilesApi.revise.body);
    await this.documents.revise(actor, params.id, params.documentId, upload);
    return this.reader.get(actor, params.id, params.documentId);
  }

  @Route(roomFilesApi.page)
  async page(
    @FromRequest() { params }: Input<typeof roomFilesApi.page>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id: roomId, documentId, revision, page } = params;
    const content = await this.content.page(actor, { roomId, documentId, revision }, page);
    await sendFile(reply, {
      name: `${page}.webp`,
      mime: 'image/webp',
      size: content.length,
      content,
      secret: true,
    });
  }

  @Route(roomFilesApi.download)
  async download(
    @FromRequest() { params }: Input<typeof roomFilesApi.download>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id: roomId, documentId, revision } = params;
    // A reset drops what the system still holds to send; an orderly end would send it first.
    const cut = () => reply.raw.socket?.resetAndDestroy();
    const { stream, ...file } = await this.content.download(actor, { roomId, documentId, revision }, cut);
    await sendFile(reply, { ...file, content: stream, secret: true });
  }

  @Route(roomFilesApi.accesses)
  accesses(
    @FromRequest() { params, query }: Input<typeof roomFilesApi.accesses>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof roomFilesApi.accesses>> {
    return this.reader.accesses(actor, params.id, params.documentId, query);
  }

  @Route(roomFilesApi.revoke)
  async revoke(
    @FromRequest() { params, body }: Input<typeof roomFilesApi.revoke>,
    @CurrentActor() actor: Actor,
  ): Promise<RoomDocument> {
    await this.documents.revoke(actor, params.id, params.documentId, body);
    return this.reader.get(actor, params.id, params.documentId);
  }

  @Route(roomFilesApi.nda)
  nda(
    @FromRequest() { params }: Input<typeof roomFilesApi.nda>,
    @CurrentActor() actor: Actor,
  ): Promise<RoomNda> {
    return this.ndaReader.get(actor, params.id);
  }

  @Route(roomFilesApi.acceptNda)
  async acceptNda(
    @FromRequest() { params, body }: Input<typeof roomFilesApi.acceptNda>,
    @CurrentActor() actor: Actor,
  ): Promise<RoomNda> {
    await this.ndas.accept(actor, params.id, body.sha256);
    return this.ndaReader.get(actor, params.id);
  }

  @Route(roomFilesApi.ndaPdf)
  async ndaPdf(
    @FromRequest() { params, query }: Input<typeof roomFilesApi.ndaPdf>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = query.language ?? actor.language;
    const content = await ndaPdf(await this.ndaReader.get(actor, params.id), language, new Date());
    const name = language === 'ja' ? '秘密保持に関する確認書.pdf' : 'confidentiality-terms.pdf';
    await sendFile(reply, { name, mime: 'application/pdf', size: content.length, content });
  }
}
