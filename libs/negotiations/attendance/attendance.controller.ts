import { Controller } from '@nestjs/common';
import { attendanceApi } from '#contracts/attendance.js';
import type { Room } from '#contracts/negotiations.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { RoomsReader } from '../rooms.reader.js';
import { AttendanceService } from './attendance.service.js';

@Controller()
export class AttendanceController {
  constructor(
    private readonly service: AttendanceService,
    private readonly reader: RoomsReader,
  ) {}

  @Route(attendanceApi.speak)
  async speak(
    @FromRequest() { params, body }: Input<typeof attendanceApi.speak>,
    @CurrentActor() actor: Actor,
  ): Promise<Room> {
    await this.service.speak(actor, params.id, body.speaks);
    return this.reader.get(actor, params.id);
  }

  @Route(attendanceApi.pause)
  async pause(
    @FromRequest() { params, body }: Input<typeof attendanceApi.pause>,
    @CurrentActor() actor: Actor,
  ): Promise<Room> {
    await this.service.pause(actor, params.id, body.reason);
    return this.reader.get(actor, params.id);
  }

  @Route(attendanceApi.resume)
  async resume(
    @FromRequest() { params }: Input<typeof attendanceApi.resume>,
    @CurrentActor() actor: Actor,
  ): Promise<Room> {
    await this.service.resume(actor, params.id);
    return this.reader.get(actor, params.id);
  }
}
