import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OutputOf } from '#contracts/endpoint.js';
import { meetingDayApi as routes, type MeetingBoard, type MeetingDayView } from '#contracts/meeting-day.js';
import type { PlannedMeeting } from '#contracts/meeting-timetable.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, sendFile, type Input } from '#platform/http/index.js';
import { DayService } from './day.service.js';
import { RefillService } from './refill.service.js';

@Controller()
export class DayController {
  constructor(
    private readonly service: DayService,
    private readonly refills: RefillService,
  ) {}

  @Route(routes.day)
  day(
    @FromRequest() { params }: Input<typeof routes.day>,
    @CurrentActor() actor: Actor,
  ): Promise<MeetingDayView> {
    return this.service.day(actor, params.id);
  }

  @Route(routes.checkIn)
  async checkIn(
    @FromRequest() { params, body }: Input<typeof routes.checkIn>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.checkIn>> {
    const { id, participantId } = params;
    return { participantId, checkedInAt: await this.service.checkIn(actor, id, participantId, body.at) };
  }

  @Route(routes.attend)
  attend(
    @FromRequest() { params, body }: Input<typeof routes.attend>,
    @CurrentActor() actor: Actor,
  ): Promise<PlannedMeeting> {
    return this.service.attend(actor, params.id, params.meetingId, body.state);
  }

  @Route(routes.refillOffers)
  refillOffers(
    @FromRequest() { params }: Input<typeof routes.refillOffers>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.refillOffers>> {
    return this.refills.offers(actor, params.id);
  }

  @Route(routes.refill)
  async refill(
    @FromRequest() { params, body }: Input<typeof routes.refill>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.refill>> {
    return { added: await this.refills.refill(actor, params.id, body.digest) };
  }

  @Route(routes.qr)
  async qr(
    @FromRequest() { params }: Input<typeof routes.qr>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const svg = await this.service.qr(actor, params.id, params.participantId);
    await sendFile(reply, { name: 'reception.svg', mime: 'image/svg+xml', content: Buffer.from(svg) });
  }

  @Route(routes.boardLink)
  async boardLink(
    @FromRequest() { params }: Input<typeof routes.boardLink>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.boardLink>> {
    return { path: await this.service.boardLink(actor, params.id) };
  }

  @Route(routes.board)
  board(@FromRequest() { params }: Input<typeof routes.board>): Promise<MeetingBoard> {
    return this.service.board(params.token);
  }
}
