import { Controller } from '@nestjs/common';
import { fairWatchApi as routes, type FairWatch } from '#contracts/fair-watch.js';
import type { Actor } from '#platform/auth/index.js';
import { CurrentActor, FromRequest, Route, type Input } from '#platform/http/index.js';
import { WatchReader } from './watch.reader.js';

@Controller()
export class WatchController {
  constructor(private readonly reader: WatchReader) {}

  @Route(routes.watch)
  watch(
    @FromRequest() { params }: Input<typeof routes.watch>,
    @CurrentActor() actor: Actor,
  ): Promise<FairWatch> {
    return this.reader.watch(actor, params.id);
  }
}
