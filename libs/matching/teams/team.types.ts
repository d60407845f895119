/** What a firm can do in one step of an order. */
export interface Ability {
  /** Days; null = not told, which counts as none and is a question. */
  readonly leadTimeDays: number | null;
  /** Whether it holds the order's tight tolerance here; true where none is asked for. */
  readonly holdsTolerance: boolean;
}

/** A firm as the composer sees it. */
export interface TeamFirm {
  readonly id: string;
  readonly lat: number | null;
  readonly lon: number | null;
  /** Whether it holds what must be held for the order as a whole: certificates and themes. */
  readonly canLead: boolean;
  /** Per step what it can do; null where it misses a must or has not told that it does it. */
  readonly abilities: readonly (Ability | null)[];
}

/** Who is to make an order of several steps together. */
export interface TeamQuestion {
  /** How many steps, at most `MAX_STEPS`; each firm has as many abilities. */
  readonly steps: number;
  /** The better fitting first: of equal teams the one with the earlier firms is chosen. */
  readonly firms: readonly TeamFirm[];
  /** So many days until the delivery; the steps' lead times follow each other. Null: no day is asked for. */
  readonly days: number | null;
  /** These must take part. */
  readonly lockedIds: readonly string[];
  /** Those of an earlier team: of teams of the same size the one with the fewest others is chosen. */
  readonly keptIds: readonly string[];
  /** Lead of an earlier team: another one counts as a change, too. */
  readonly keptLeadId: string | null;
}

export interface Team {
  readonly leadId: string;
  /** The lead first, then in the order of the question. Each does a step. */
  readonly memberIds: readonly string[];
  /** Per step who does it. */
  readonly doers: readonly string[];
  readonly cost: TeamCost;
}

/** What is made small, the first first. */
export interface TeamCost {
  readonly firms: number;
  /** Firms that were not in the earlier team, and one more for another lead; 0 where there was no earlier one. */
  readonly changes: number;
  /** Sum of the members' distances to the lead, m. */
  readonly metres: number;
}

/** Why no team exists. */
export type Lack =
  /** Nobody does these steps (by index). */
  | { readonly kind: 'steps'; readonly steps: readonly number[] }
  /** Nobody who does a step holds what must be held for the whole order. */
  | { readonly kind: 'lead' }
  /** Nobody holds the tolerance in any step. */
  | { readonly kind: 'tolerance' }
  /** The fastest firms take so many days, more than there are. */
  | { readonly kind: 'time'; readonly days: number }
  /** Firms that must take part cannot do so together. */
  | { readonly kind: 'locked' };

export interface Composed {
  readonly team: Team | null;
  /** Null where there is a team. */
  readonly lack: Lack | null;
  /** Whether it is certain that no better team, or none at all, exists among the firms given. */
  readonly proven: boolean;
  /** How many of the firms can do something of it. */
  readonly firms: number;
}

/** Orders of more steps than these are not composed: nobody hands a part over so often. */
export const MAX_STEPS = 12;
/** Up to so many firms, after those that another one outdoes are left out, the team is proven to be the best. */
export const EXACT_FIRMS = 60;
