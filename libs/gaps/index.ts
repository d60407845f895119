import type { Context } from '#platform/context.js';
import { Gap } from './gap.entity.js';
import { GapsApiModule, GapsWorkerModule } from './gaps.module.js';
import { CreateGaps1764100710000 } from './migrations/1764100710000-create-gaps.js';

export { GapsModule } from './gaps.module.js';
export * from './gaps.events.js';

export const gaps: Context = {
  name: 'gaps',
  entities: [Gap],
  migrations: [CreateGaps1764100710000],
  api: GapsApiModule,
  worker: GapsWorkerModule,
};
