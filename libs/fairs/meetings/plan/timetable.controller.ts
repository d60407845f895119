import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OutputOf } from '#contracts/endpoint.js';
import {
  meetingTimetableApi as routes,
  type OwnTimetable,
  type PlannedMeeting,
  type PlanRun,
  type Timetable,
} from '#contracts/meeting-timetable.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, sendFile, type Input } from '#platform/http/index.js';
import { CalendarReader } from './calendar.reader.js';
import { OwnMeetingsReader } from './own-meetings.reader.js';
import { PublicationService } from './publication.service.js';
import { TimetableReader } from './timetable.reader.js';
import { TimetableService } from './timetable.service.js';

@Controller()
export class TimetableController {
  constructor(
    private readonly service: TimetableService,
    private readonly reader: TimetableReader,
    private readonly ownMeetings: OwnMeetingsReader,
    private readonly calendars: CalendarReader,
    private readonly publication: PublicationService,
  ) {}

  @Route(routes.get)
  get(@FromRequest() { params }: Input<typeof routes.get>, @CurrentActor() actor: Actor): Promise<Timetable> {
    return this.reader.get(actor, params.id);
  }

  @Route(routes.plan)
  async plan(
    @FromRequest() { params, body }: Input<typeof routes.plan>,
    @CurrentActor() actor: Actor,
  ): Promise<PlanRun> {
    return this.reader.plan(params.id, await this.service.plan(actor, params.id, body.limitSeconds));
  }

  @Route(routes.cancelPlan)
  async cancelPlan(
    @FromRequest() { params }: Input<typeof routes.cancelPlan>,
    @CurrentActor() actor: Actor,
  ): Promise<PlanRun> {
    await this.service.cancelPlan(actor, params.id, params.planId);
    return this.reader.plan(params.id, params.planId);
  }

  @Route(routes.add)
  async add(
    @FromRequest() { params, body }: Input<typeof routes.add>,
    @CurrentActor() actor: Actor,
  ): Promise<PlannedMeeting> {
    return this.reader.meeting(params.id, await this.service.add(actor, params.id, body));
  }

  @Route(routes.move)
  async move(
    @FromRequest() { params, body }: Input<typeof routes.move>,
    @CurrentActor() actor: Actor,
  ): Promise<PlannedMeeting> {
    await this.service.move(actor, params.id, params.meetingId, body);
    return this.reader.meeting(params.id, params.meetingId);
  }

  @Route(routes.fix)
  async fix(
    @FromRequest() { params, body }: Input<typeof routes.fix>,
    @CurrentActor() actor: Actor,
  ): Promise<PlannedMeeting> {
    await this.service.fix(actor, params.id, params.meetingId, body.isFixed);
    return this.reader.meeting(params.id, params.meetingId);
  }

  @Route(routes.cancel)
  async cancel(
    @FromRequest() { params, body }: Input<typeof routes.cancel>,
    @CurrentActor() actor: Actor,
  ): Promise<PlannedMeeting> {
    await this.service.cancel(actor, params.id, params.meetingId, body.reason);
    return this.reader.meeting(params.id, params.meetingId);
  }

  @Route(routes.own)
  own(
    @FromRequest() { params }: Input<typeof routes.own>,
    @CurrentActor() actor: Actor,
  ): Promise<OwnTimetable> {
    return this.reader.own(actor, params.id, params.participantId);
  }

  @Route(routes.mine)
  async mine(
    @FromRequest() { query }: Input<typeof routes.mine>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.mine>> {
    return { items: await this.ownMeetings.between(actor, query) };
  }

  @Route(routes.record)
  async record(
    @FromRequest() { params }: Input<typeof routes.record>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = Buffer.from(JSON.stringify(await this.publication.record(params.id), null, 1));
    await sendFile(reply, { name: 'timetable.json', mime: 'application/json; charset=utf-8', content });
  }

  @Route(routes.calendar)
  async calendar(
    @FromRequest() { params }: Input<typeof routes.calendar>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, text } = await this.calendars.ics(actor, params.id, params.participantId);
    await sendFile(reply, { name, mime: 'text/calendar; charset=utf-8', content: Buffer.from(text) });
  }
}
