import { Controller } from '@nestjs/common';
import { meetingEventsApi, type MeetingEvent } from '#contracts/meeting-events.js';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { MeetingEventsReader } from './meeting-events.reader.js';
import { MeetingEventsService } from './meeting-events.service.js';
import { MeetingFiguresReader } from './meeting-figures.reader.js';

@Controller()
export class MeetingEventsController {
  constructor(
    private readonly service: MeetingEventsService,
    private readonly reader: MeetingEventsReader,
    private readonly counts: MeetingFiguresReader,
  ) {}

  @Route(meetingEventsApi.list)
  list(
    @FromRequest() { query }: Input<typeof meetingEventsApi.list>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof meetingEventsApi.list>> {
    return this.reader.list(actor, query);
  }

  @Route(meetingEventsApi.create)
  async create(
    @FromRequest() { body }: Input<typeof meetingEventsApi.create>,
    @CurrentActor() actor: Actor,
  ): Promise<MeetingEvent> {
    return this.reader.get(actor, await this.service.create(actor, body));
  }

  @Route(meetingEventsApi.get)
  get(
    @FromRequest() { params }: Input<typeof meetingEventsApi.get>,
    @CurrentActor() actor: Actor,
  ): Promise<MeetingEvent> {
    return this.reader.get(actor, params.id);
  }

  @Route(meetingEventsApi.update)
  async update(
    @FromRequest() { params, body, version }: Input<typeof meetingEventsApi.update>,
    @CurrentActor() actor: Actor,
  ): Promise<MeetingEvent> {
    await this.service.update(actor, params.id, version, body);
    return this.reader.get(actor, params.id);
  }

  @Route(meetingEventsApi.advance)
  async advance(
    @FromRequest() { params, body, version }: Input<typeof meetingEventsApi.advance>,
    @CurrentActor() actor: Actor,
  ): Promise<MeetingEvent> {
    await this.service.advance(actor, params.id, version, body.to);
    return this.reader.get(actor, params.id);
  }

  @Route(meetingEventsApi.cancel)
  async cancel(
    @FromRequest() { params, body, version }: Input<typeof meetingEventsApi.cancel>,
    @CurrentActor() actor: Actor,
  ): Promise<MeetingEvent> {
    await this.service.cancel(actor, params.id, version, body);
    return this.reader.get(actor, params.id);
  }

  @Route(meetingEventsApi.setCost)
  async setCost(
    @FromRequest() { params, body, version }: Input<typeof meetingEventsApi.setCost>,
    @CurrentActor() actor: Actor,
  ): Promise<MeetingEvent> {
    await this.service.setCost(actor, params.id, version, body.costYen);
    return this.reader.get(actor, params.id);
  }

  @Route(meetingEventsApi.figures)
  figures(
    @FromRequest() { params }: Input<typeof meetingEventsApi.figures>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof meetingEventsApi.figures>> {
    return this.counts.figures(actor, params.id);
  }
}
