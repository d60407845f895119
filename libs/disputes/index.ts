import type { Context } from '#platform/context.js';
import {
  CouncilLot,
  CouncilSeat,
  Dispute,
  DisputeStatement,
  StoredTies,
  Willingness,
} from './dispute.entity.js';
import { DisputesApiModule, DisputesWorkerModule } from './disputes.module.js';
import { CreateDisputes1764300100000 } from './migrations/1764300100000-create-disputes.js';

export { CouncilService } from './council/council.service.js';
export { lotFaults, type LotFault } from './council/lot.js';
export { WillingnessService } from './council/willingness.service.js';
export { DisputeAudienceReader, type DisputeAudience } from './dispute-audience.reader.js';
export * from './disputes.events.js';
export { DisputesModule } from './disputes.module.js';
export { DisputesReader } from './disputes.reader.js';
export { DisputesService } from './disputes.service.js';

export const disputes: Context = {
  name: 'disputes',
  entities: [Dispute, DisputeStatement, CouncilLot, CouncilSeat, Willingness, StoredTies],
  migrations: [CreateDisputes1764300100000],
  api: DisputesApiModule,
  worker: DisputesWorkerModule,
};
