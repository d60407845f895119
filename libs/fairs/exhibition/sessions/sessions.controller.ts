import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OutputOf } from '#contracts/endpoint.js';
import {
  fairSessionsApi as routes,
  type FairSession,
  type LivePoll,
  type LiveQuestion,
  type SessionRoom,
} from '#contracts/fair-sessions.js';
import type { FileInfo } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import {
  CurrentActor,
  FromRequest,
  MaybeActor,
  readUpload,
  Route,
  sendFile,
  type AppRequest,
  type Input,
} from '#platform/http/index.js';
import { VisitorsReader } from '../visitors/visitors.reader.js';
import { SessionsReader } from './sessions.reader.js';
import { SessionsService } from './sessions.service.js';

@Controller()
export class SessionsController {
  constructor(
    private readonly service: SessionsService,
    private readonly reader: SessionsReader,
    private readonly visitors: VisitorsReader,
  ) {}

  @Route(routes.list)
  async list(
    @FromRequest() { params }: Input<typeof routes.list>,
    @MaybeActor() actor: Actor | null,
  ): Promise<OutputOf<typeof routes.list>> {
    return { items: await this.reader.list(actor, params.id) };
  }

  @Route(routes.create)
  async create(
    @FromRequest() { params, body }: Input<typeof routes.create>,
    @CurrentActor() actor: Actor,
  ): Promise<FairSession> {
    return this.reader.session(actor, await this.service.create(actor, params.id, body));
  }

  @Route(routes.update)
  async update(
    @FromRequest() { params, body, version }: Input<typeof routes.update>,
    @CurrentActor() actor: Actor,
  ): Promise<FairSession> {
    await this.service.update(actor, params.id, params.sessionId, version, body);
    return this.reader.session(actor, params.sessionId);
  }

  @Route(routes.cancel)
  async cancel(
    @FromRequest() { params, body, version }: Input<typeof routes.cancel>,
    @CurrentActor() actor: Actor,
  ): Promise<FairSession> {
    await this.service.cancel(actor, params.id, params.sessionId, version, body.reason);
    return this.reader.session(actor, params.sessionId);
  }

  @Route(routes.room)
  async room(
    @FromRequest() { params, query }: Input<typeof routes.room>,
    @MaybeActor() actor: Actor | null,
  ): Promise<SessionRoom> {
    const holder = query.ticket ? await this.visitors.holder(query.ticket) : null;
    return this.reader.room(actor, holder, params.sessionId);
  }

  @Route(routes.seat)
  async seat(
    @FromRequest() { params, body }: Input<typeof routes.seat>,
    @MaybeActor() actor: Actor | null,
  ): Promise<SessionRoom> {
    const holder = await this.visitors.holder(params.token);
    await this.service.seat(holder, params.sessionId, body.isComing);
    return this.reader.room(actor, holder, params.sessionId);
  }

  @Route(routes.moderate)
  moderate(
    @FromRequest() { params, body }: Input<typeof routes.moderate>,
    @CurrentActor() actor: Actor,
  ): Promise<LiveQuestion> {
    return this.service.moderate(actor, params.sessionId, params.questionId, body.state);
  }

  @Route(routes.openPoll)
  openPoll(
    @FromRequest() { params, body }: Input<typeof routes.openPoll>,
    @CurrentActor() actor: Actor,
  ): Promise<LivePoll> {
    return this.service.openPoll(actor, params.sessionId, body);
  }

  @Route(routes.closePoll)
  closePoll(
    @FromRequest() { params }: Input<typeof routes.closePoll>,
    @CurrentActor() actor: Actor,
  ): Promise<LivePoll> {
    return this.service.closePoll(actor, params.sessionId, params.pollId);
  }

  @Route(routes.attach)
  async attach(
    @FromRequest() { params }: Input<typeof routes.attach>,
    @CurrentActor() actor: Actor,
    @Req() request: AppRequest,
  ): Promise<FileInfo> {
    return this.service.attach(actor, params.sessionId, await readUpload(request, this.service.maxBytes));
  }

  @Route(routes.detach)
  detach(
    @FromRequest() { params }: Input<typeof routes.detach>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.service.detach(actor, params.sessionId, params.fileId);
  }

  @Route(routes.material)
  async material(
    @FromRequest() { params }: Input<typeof routes.material>,
    @MaybeActor() actor: Actor | null,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { info, stream } = await this.reader.material(actor, params.sessionId, params.fileId);
    await sendFile(reply, { ...info, content: stream });
  }
}
