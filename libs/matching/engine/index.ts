export { createMatcher } from './matcher.js';
export type {
  Candidate,
  CapacityRow,
  EquipmentRow,
  Exclusion,
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
