import { Controller } from '@nestjs/common';
import { callsApi } from '#contracts/calls.js';
import type { OutputOf } from '#contracts/endpoint.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { AppointmentsReader } from '../appointments/appointments.reader.js';
import { RoomsReader } from '../rooms.reader.js';
import { CallsReader } from './calls.reader.js';

@Controller()
export class CallsController {
  constructor(
    private readonly reader: CallsReader,
    private readonly rooms: RoomsReader,
    private readonly appointments: AppointmentsReader,
  ) {}

  @Route(callsApi.get)
  async get(
    @FromRequest() { params }: Input<typeof callsApi.get>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof callsApi.get>> {
    await this.rooms.seat(actor, params.id);
    const [call, timed, zone] = await Promise.all([
      this.reader.current(params.id),
      this.reader.timed(params.id),
      this.appointments.zoneOf(actor.userId),
    ]);
    return { call, timed, zone, now: new Date().toISOString() };
  }
}
