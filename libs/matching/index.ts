import type { Context } from '#platform/context.js';
import { RankingCurrent, RankingVersion } from './weights/ranking-version.entity.js';
import { MatchCandidate, MatchChangedCompany, MatchRun } from './match.entity.js';
import { MatchingApiModule, MatchingWorkerModule } from './matching.module.js';
import { CreateMatching1764000005000 } from './migrations/1764000005000-create-matching.js';
import { FollowChangedCompanies1764100950000 } from './migrations/1764100950000-follow-changed-companies.js';
import { VersionRankingWeights1764200200000 } from './migrations/1764200200000-version-ranking-weights.js';

export * from './matching.events.js';
export { identityOf, maskedReasons, masker } from './masked-reasons.js';
export { MatchingCorpus } from './matching.corpus.js';
export { MatchingModule, MatchingWorkerModule } from './matching.module.js';
export { MatchingReader } from './matching.reader.js';
export { NearestChanges, type OpeningChange } from './nearest-changes.js';
export { MatchingService } from './matching.service.js';
export { RankingWeightsService } from './weights/ranking-weights.js';
export type { RankingWeights } from './engine/index.js';
export {
  TeamComposer,
  type StandIn,
  type TeamOutlook,
  type TeamPlan,
  type TeamWishes,
} from './teams/team-composer.js';
export { NeedsMatching, type LooseNeed } from './needs-matching.js';

export const matching: Context = {
  name: 'matching',
  entities: [MatchRun, MatchCandidate, MatchChangedCompany, RankingVersion, RankingCurrent],
  migrations: [
    CreateMatching1764000005000,
    FollowChangedCompanies1764100950000,
    VersionRankingWeights1764200200000,
  ],
  api: MatchingApiModule,
  worker: MatchingWorkerModule,
};
