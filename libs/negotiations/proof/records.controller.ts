import { Readable } from 'node:stream';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { recordsApi, type RoomRecord } from '#contracts/records.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, sendFile, type Input } from '#platform/http/index.js';
import { RecordReader } from './record.reader.js';
import { RoomExport } from './room-export.js';

@Controller()
export class RecordsController {
  constructor(
    private readonly reader: RecordReader,
    private readonly exporter: RoomExport,
  ) {}

  @Route(recordsApi.get)
  get(
    @FromRequest() { params }: Input<typeof recordsApi.get>,
    @CurrentActor() actor: Actor,
  ): Promise<RoomRecord> {
    return this.reader.get(actor, params.id);
  }

  @Route(recordsApi.export)
  async export(
    @FromRequest() { params }: Input<typeof recordsApi.export>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, content } = await this.exporter.forMember(actor, params.id);
    await sendFile(reply, {
      ...{ name, mime: 'application/zip' },
      content: Readable.from(content, { objectMode: false }),
    });
  }
}
