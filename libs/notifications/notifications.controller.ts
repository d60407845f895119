import { Controller } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import { notificationsApi } from '#contracts/notifications.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { NotificationsService } from './notifications.service.js';

@Controller()
export class NotificationsController {
  constructor(private readonly service: NotificationsService) {}

  @Route(notificationsApi.list)
  list(
    @FromRequest() { query }: Input<typeof notificationsApi.list>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof notificationsApi.list>> {
    return this.service.list(actor, query);
  }

  @Route(notificationsApi.read)
  read(
    @FromRequest() { params }: Input<typeof notificationsApi.read>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.service.markRead(actor, params.id);
  }

  @Route(notificationsApi.readAll)
  readAll(@CurrentActor() actor: Actor): Promise<void> {
    return this.service.markRead(actor, null);
  }
}
