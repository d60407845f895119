import { Controller } from '@nestjs/common';
import type { OutputOf } from '#contracts/endpoint.js';
import { meetingReplanApi as routes, type ReplanProposal } from '#contracts/meeting-replan.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { ReplanService } from './replan.service.js';

@Controller()
export class ReplanController {
  constructor(private readonly service: ReplanService) {}

  @Route(routes.proposal)
  proposal(
    @FromRequest() { params, query }: Input<typeof routes.proposal>,
    @CurrentActor() actor: Actor,
  ): Promise<ReplanProposal> {
    return this.service.proposal(actor, params.id, {
      closedTables: query.closedTables.map(Number),
      closedSlots: query.closedSlots.map(Number),
      addWishes: query.addWishes,
    });
  }

  @Route(routes.take)
  take(
    @FromRequest() { params, body }: Input<typeof routes.take>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof routes.take>> {
    return this.service.take(actor, params.id, body);
  }
}
