export { createMatcher } from './matcher.js';
export { StandingNeeds } from './standing/standing-needs.js';
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
