import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { appointmentsApi as routes, type Appointment } from '#contracts/appointments.js';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, sendFile, type Input } from '#platform/http/index.js';
import { AppointmentCalendar } from './appointment-calendar.js';
import { AppointmentsReader } from './appointments.reader.js';
import { AppointmentsService } from './appointments.service.js';

@Controller()
export class AppointmentsController {
  constructor(
    private readonly service: AppointmentsService,
    private readonly reader: AppointmentsReader,
    private readonly calendars: AppointmentCalendar,
  ) {}

  @Route(routes.list)
  list(
    @FromRequest() { params, query }: Input<typeof routes.list>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.list>> {
    return this.reader.list(actor, params.id, query);
  }

  @Route(routes.propose)
  async propose(
    @FromRequest() { params, body }: Input<typeof routes.propose>,
    @CurrentActor() actor: Actor,
  ): Promise<Appointment> {
    return this.reader.one(actor, params.id, await this.service.propose(actor, params.id, body));
  }

  @Route(routes.accept)
  async accept(
    @FromRequest() { params, body, version }: Input<typeof routes.accept>,
    @CurrentActor() actor: Actor,
  ): Promise<Appointment> {
    await this.service.accept(actor, params.id, params.appointmentId, version, body.time);
    return this.reader.one(actor, params.id, params.appointmentId);
  }

  @Route(routes.proposeTimes)
  async proposeTimes(
    @FromRequest() { params, body, version }: Input<typeof routes.proposeTimes>,
    @CurrentActor() actor: Actor,
  ): Promise<Appointment> {
    await this.service.proposeTimes(actor, params.id, params.appointmentId, version, body);
    return this.reader.one(actor, params.id, params.appointmentId);
  }

  @Route(routes.keep)
  async keep(
    @FromRequest() { params, version }: Input<typeof routes.keep>,
    @CurrentActor() actor: Actor,
  ): Promise<Appointment> {
    await this.service.keep(actor, params.id, params.appointmentId, version);
    return this.reader.one(actor, params.id, params.appointmentId);
  }

  @Route(routes.cancel)
  async cancel(
    @FromRequest() { params, body, version }: Input<typeof routes.cancel>,
    @CurrentActor() actor: Actor,
  ): Promise<Appointment> {
    await this.service.cancel(actor, params.id, params.appointmentId, version, body.reason);
    return this.reader.one(actor, params.id, params.appointmentId);
  }

  @Route(routes.calendar)
  async calendar(
    @FromRequest() { params }: Input<typeof routes.calendar>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.reader.one(actor, params.id, params.appointmentId);
    const { name, text, mime } = await this.calendars.file(
      actor.userId,
      params.appointmentId,
      actor.language,
    );
    await sendFile(reply, { name, mime, content: Buffer.from(text) });
  }

  @Route(routes.mine)
  mine(
    @FromRequest() { query }: Input<typeof routes.mine>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.mine>> {
    return this.reader.mine(actor, query);
  }

  @Route(routes.busy)
  async busy(
    @FromRequest() { query }: Input<typeof routes.busy>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.busy>> {
    return { items: await this.reader.busy(actor, query) };
  }

  @Route(routes.setZone)
  async setZone(
    @FromRequest() { body }: Input<typeof routes.setZone>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.setZone>> {
    await this.service.setZone(actor, body.zone);
    return { zone: body.zone };
  }

  @Route(routes.feed)
  async feed(@CurrentActor() actor: Actor): Promise<OutputOf<typeof routes.feed>> {
    return { address: await this.calendars.feed(actor.userId) };
  }

  @Route(routes.makeFeed)
  async makeFeed(@CurrentActor() actor: Actor): Promise<OutputOf<typeof routes.makeFeed>> {
    return { address: await this.calendars.makeFeed(actor.userId) };
  }

  @Route(routes.subscription)
  async subscription(
    @FromRequest() { query }: Input<typeof routes.subscription>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const text = await this.calendars.subscription(query.token);
    const mime = 'text/calendar; charset=utf-8';
    await sendFile(reply, { name: 'nakadachi.ics', mime, content: Buffer.from(text) });
  }
}
