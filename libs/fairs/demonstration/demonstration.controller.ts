import { Controller } from '@nestjs/common';
import {
  demonstrationApi as routes,
  type DemonstrationDay,
  type DemonstrationState,
} from '#contracts/demonstration.js';
import { FromRequest, Route, type Input } from '#platform/http/index.js';
import { Demonstration } from './demonstration.js';

@Controller()
export class DemonstrationController {
  constructor(private readonly demonstration: Demonstration) {}

  @Route(routes.get)
  get(): DemonstrationState {
    return this.demonstration.state();
  }

  @Route(routes.play)
  play(@FromRequest() { body }: Input<typeof routes.play>): Promise<DemonstrationDay> {
    return this.demonstration.play(body.seconds);
  }

  @Route(routes.stop)
  stop(): Promise<DemonstrationDay> {
    return this.demonstration.stop();
  }
}
