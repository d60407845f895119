import type { Context } from '#platform/context.js';
import {
  BodyTies,
  CompanyTies,
  CouncilLot,
  CouncilSeat,
  Dispute,
  DisputeStatement,
  Willingness,
} from './dispute.entity.js';
import { DisputesApiModule, DisputesWorkerModule } from './disputes.module.js';
import { AskForTies1764301500000 } from './migrations/1764301500000-ask-for-ties.js';
import { CheckConflictsAgain1764300900001 } from './migrations/1764300900001-check-conflicts-again.js';
import { ClaimOnceAtATime1764301100001 } from './migrations/1764301100001-claim-once-at-a-time.js';
import { TellTiesOfBodies1764301100002 } from './migrations/1764301100002-tell-ties-of-bodies.js';
import { CommitToNames1764301100003 } from './migrations/1764301100003-commit-to-names.js';
import { HoldCouncils1764300100100 } from './migrations/1764300100100-hold-councils.js';
import { CreateDisputes1764300100000 } from './migrations/1764300100000-create-disputes.js';
import { NameNobodyInLots1764300900002 } from './migrations/1764300900002-name-nobody-in-lots.js';
import { ShowMadeTies1764301500001 } from './migrations/1764301500001-show-made-ties.js';
import { TellAskedFromPassed1764301000002 } from './migrations/1764301000002-tell-asked-from-passed.js';
import { TellWhoLeftSeats1764301000001 } from './migrations/1764301000001-tell-who-left-seats.js';
import { ChosenEvidence, ComplianceReport, CouncilVote, Opinion } from './votes/vote.entity.js';

export { CouncilService } from './council/council.service.js';
export { lotCaveats, lotFaults, type LotFault } from './council/lot.js';
export { caveatWords } from './council/lot-words.js';
export { WillingnessService } from './council/willingness.service.js';
export { DisputeAudienceReader, type DisputeAudience } from './dispute-audience.reader.js';
export * from './disputes.events.js';
export { DisputesModule } from './disputes.module.js';
export { DisputesReader } from './disputes.reader.js';
export { DisputesService } from './disputes.service.js';
export { EvidenceService } from './evidence/evidence.service.js';
export { VotesService } from './votes/votes.service.js';

export const disputes: Context = {
  name: 'disputes',
  entities: [
    ...[Dispute, DisputeStatement, CouncilLot, CouncilSeat, Willingness, CompanyTies, BodyTies],
    ...[ChosenEvidence, CouncilVote, Opinion, ComplianceReport],
  ],
  migrations: [
    CreateDisputes1764300100000,
    HoldCouncils1764300100100,
    CheckConflictsAgain1764300900001,
    NameNobodyInLots1764300900002,
    TellWhoLeftSeats1764301000001,
    TellAskedFromPassed1764301000002,
    ClaimOnceAtATime1764301100001,
    TellTiesOfBodies1764301100002,
    CommitToNames1764301100003,
    AskForTies1764301500000,
    ShowMadeTies1764301500001,
  ],
  api: DisputesApiModule,
  worker: DisputesWorkerModule,
};
