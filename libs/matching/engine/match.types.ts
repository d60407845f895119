import type { Reason as StoredReason } from '#contracts/matching.js';
import type { Requirement } from '#contracts/orders.js';
import type { BothLanguages } from '#contracts/shapes.js';
import type { RankingWeights } from './scoring.js';
import type { StandingNeeds } from './standing/standing-needs.js';

export type { BothLanguages, Requirement };
export type RequirementOf<Kind extends Requirement['kind']> = Extract<Requirement, { kind: Kind }>;
export type Verdict = StoredReason['verdict'];

/** What a firm can do in one process. mm, kg, pieces, days; null or left out = not told. */
export interface ProcessRow {
  code: string;
  maxX?: number | null;
  maxY?: number | null;
  maxZ?: number | null;
  maxMassKg?: number | null;
  toleranceMm?: number | null;
  lotFrom?: number | null;
  lotTo?: number | null;
  leadTimeDays?: number | null;
}

/** Free share of normal load in percent for the next 4, 8, 12 weeks from the day of the matching; null = not told. */
export interface CapacityRow {
  process: string;
  weeks4: number | null;
  weeks8: number | null;
  weeks12: number | null;
  /** Instant, ISO 8601. */
  toldAt: string;
}

export interface EquipmentRow {
  kind?: string | null;
  maker: string;
  model: string;
  count: number;
  maxX?: number | null;
  maxY?: number | null;
  maxZ?: number | null;
}

export type TextField = 'profile' | 'product' | 'award' | 'patent';

/**
 * A firm as matching sees it. Codes are the taxonomy's, days are `YYYY-MM-DD`, the prefecture is its two-digit code.
 * Once given to a matcher it must not be changed: give a new one.
 */
export interface Supplier {
  id: string;
  name: string;
  /** False: not yet approved, never a candidate. */
  approved?: boolean;
  processes: ProcessRow[];
  materials: string[];
  certificates: { kind: string; validUntil: string | null }[];
  capacity: CapacityRow[];
  equipment: EquipmentRow[];
  prefecture: string | null;
  lat: number | null;
  lon: number | null;
  themes: string[];
  /** One entry per product, award, patent or paragraph: the single nearest ones decide. */
  texts: { field: TextField; text: string }[];
  updatedAt: string;
}

/**
 * What an order, an open patent or a wish asks for. An open patent is a need with title and text (summary, purpose,
 * effect, applicable products) and no or few requirements. Must not be changed once it was matched.
 */
export interface Need {
  id: string;
  title: string;
  text: string;
  requirements: Requirement[];
  /** The day from which lead times run and on which certificates are judged, `YYYY-MM-DD`. */
  today: string;
  /** What each kind of requirement counts for here; left out: as shipped. */
  weights?: RankingWeights;
}

type Labels = Readonly<Record<string, BothLanguages>>;

/** The controlled lists as plain data: code → broader code or null, and code → name. */
export interface Taxonomy {
  processParents: Readonly<Record<string, string | null>>;
  materialParents: Readonly<Record<string, string | null>>;
  labels: { process: Labels; material: Labels; certificate: Labels; theme: Labels; prefecture: Labels };
}

/** Why a candidate is there, or what speaks against it. */
export interface Reason extends StoredReason {
  /** For `kind: 'text'`: the record that is near, and the words it shares with the need. */
  record?: { field: RecordField; text: string; shared: string[] };
}
/** `capability`: the name of a process, material or machine that the firm has listed. */
export type RecordField = TextField | 'capability';

export interface Candidate {
  supplierId: string;
  /** 0 to 100, one decimal; see scoring.ts. */
  score: number;
  mustsMet: number;
  /** Musts to ask about. */
  unknownMusts: number;
  /** Requirements in the need's order, musts first, then the nearest records. */
  reasons: Reason[];
}

/** A must, and how many firms it costs: what to loosen. */
export interface Exclusion {
  requirementId: string;
  words: BothLanguages;
  /** Firms that miss this must and no other, and that would else be candidates. */
  companies: number;
  /** Firms that would else be candidates and miss this must, alone or with others. */
  missedBy: number;
}

export interface MatchOptions {
  /** At most so many candidates; 50 unless told. */
  limit?: number;
  /** Firms that are not to be proposed (the poster itself, those who declined). */
  excludeIds?: readonly string[];
}

/**
 * Candidates, and the floor under them: a supplier whose reach is below it, before and after a change, does not touch
 * them, whatever else of it changed. 0 where any supplier may.
 */
export interface Matched {
  candidates: Candidate[];
  floor: number;
}

/** Suppliers in memory, matched with needs. Answers depend on the suppliers in it, not on the order of changes. */
export interface Matcher {
  /** Replaces everything by these. */
  load(suppliers: Iterable<Supplier>): void;
  /** Adds a supplier, or replaces the one with its id. */
  upsert(supplier: Supplier): void;
  /** Unknown id: nothing happens. */
  remove(id: string): void;
  /** Best first; equal scores by id. Firms that miss a must, and firms for which nothing speaks, are left out. */
  match(need: Need, options?: MatchOptions): Candidate[];
  /** The same, and what it takes to change it. */
  matchWithFloor(need: Need, options?: MatchOptions): Matched;
  /** Which musts cost how many firms, in the need's order. */
  excluded(need: Need, options?: Pick<MatchOptions, 'excludeIds'>): Exclusion[];
  /** The other direction: the needs that fit one supplier (in the matcher or not), best first, equal scores by id. */
  matchSupplier(
    supplier: Supplier,
    needs: readonly Need[] | StandingNeeds,
    options?: Pick<MatchOptions, 'limit'>,
  ): { needId: string; candidate: Candidate }[];
  /** All standing needs that the supplier may be a candidate of, with its reach (see `Matched`); no reasons. */
  reachedNeeds(supplier: Supplier, needs: StandingNeeds): { needId: string; reach: number }[];
  /** The supplier with this id as it was given, equal in all that matching asks for. */
  supplier(id: string): Supplier | undefined;
  readonly size: number;
  /** Bytes of its arrays: sets of tags, records, texts as they are shown, columns, and words that are searched. */
  readonly bytes: Readonly<Record<'tags' | 'records' | 'texts' | 'columns' | 'words', number>>;
  /** Bytes of the sets that no answer to this need's requirements can do without reading. */
  bytesToRead(need: Need): number;
}
