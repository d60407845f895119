export { createMatcher } from './matcher.js';
export { StandingNeeds } from './standing/standing-needs.js';
export { shippedWeights, type RankingWeights } from './scoring.js';
export { noVocabulary, type Understood, type Vocabulary } from './vocabulary.types.js';
export type {
  Candidate,
  CapacityRow,
  EquipmentRow,
  Exclusion,
  Matched,
  Matcher,
  MatchOptions,
  Need,
  ProcessRow,
  Reason,
  Supplier,
  Taxonomy,
  TextField,
} from './match.types.js';
export { normalise, tokens } from './text/tokens.js';
