/** Slots are whole numbers from 0; ids are the caller's own. Everything here is plain data, fit for JSON. */

/** What a firm or helper is to the timetable of slots. */
export interface Participant {
  readonly id: string;
  /** Slots in which it cannot meet. */
  readonly unavailable?: readonly number[];
  /** The table where it stays all day: its meetings are held there. */
  readonly homeTable?: string | null;
  /**
   * False for an interpreter or coordinator: it cannot be in two meetings at once, but its idle time is nobody's loss.
   * True unless told.
   */
  readonly countsBreaks?: boolean;
}

export interface Table {
  readonly id: string;
  readonly unavailable?: readonly number[];
}

/** People or equipment of one kind, so many at once: interpreters of a language, large screens. */
export interface Resource {
  readonly id: string;
  /** How many there are, in every slot or slot by slot. */
  readonly available: number | readonly number[];
}

export interface Meeting {
  readonly id: string;
  /** Firms and helpers, all of whom attend. */
  readonly participants: readonly string[];
  /** The slots in which it may be; all unless told. */
  readonly slots?: readonly number[] | null;
  /** Morning: slots before `afternoonFrom`; afternoon: the others. */
  readonly half?: 'morning' | 'afternoon' | null;
  /** Fixed to this slot. */
  readonly slot?: number | null;
  /** The tables where it may be (a joint organiser's own, say); every table that is nobody's home unless told. */
  readonly tables?: readonly string[] | null;
  /** Meetings that must be in earlier slots. */
  readonly after?: readonly string[];
  /** Resources of which it needs one each. */
  readonly needs?: readonly string[];
}

/** When and where: each meeting to a slot and a table. */
export interface PlacingProblem {
  readonly slots: number;
  /** The first slot of the afternoon; null where the day has no halves. */
  readonly afternoonFrom?: number | null;
  readonly tables: readonly Table[];
  readonly participants: readonly Participant[];
  readonly meetings: readonly Meeting[];
  readonly resources?: readonly Resource[];
  /** No two participants differ by more than so many breaks; null: by any number. 2 unless told. */
  readonly fairness?: number | null;
}

export interface Placement {
  readonly meeting: string;
  readonly slot: number;
  readonly table: string;
}

export interface SearchProgress {
  /** Breaks of the best timetable so far; null before the first. */
  readonly best: number | null;
  /** Proven: no timetable has fewer breaks. */
  readonly bound: number;
  readonly seconds: number;
}

export interface SearchOptions {
  /** Wall time after which the best timetable so far is returned. 60 unless told. */
  readonly seconds?: number;
  /** Search steps (conflicts) after which the same happens: unlike time, the same on every machine. */
  readonly effort?: number;
  /** Different seeds may give different timetables of the same worth; the same seed gives the same. */
  readonly seed?: number;
  readonly onProgress?: (progress: SearchProgress) => void;
  /** Asked often; true ends the search, and the best timetable so far is returned. */
  readonly isCancelled?: () => boolean;
}

export interface PlacingResult {
  /**
   * `optimal`: no timetable has fewer breaks. `feasible`: the search ended before that was known. `infeasible`: proven
   * that there is no timetable. `unknown`: the search ended before one was found.
   */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** In the order of the problem's meetings; empty where there is no timetable. */
  readonly placements: readonly Placement[];
  /** Gaps of one or more idle slots between consecutive meetings, summed over the participants; null without any. */
  readonly breaks: number | null;
  /** No timetable has fewer breaks than this (Infinity where there is none at all). */
  readonly bound: number;
  readonly tableChanges: TableChanges | null;
  readonly seconds: number;
  /** Search steps taken: as `effort`, they repeat this result exactly. */
  readonly effort: number;
}

/** How often participants change tables between consecutive meetings, summed over them. */
export interface TableChanges {
  readonly count: number;
  /** No choice of tables for these slots needs fewer. */
  readonly boundForSlots: number;
  /** No timetable at all needs fewer. */
  readonly bound: number;
}

export interface ReplanOptions {
  /**
   * New meetings that may be left out. Where not all have room, they are taken one after the other: the one that needs
   * fewest moves, then the one whose firms are least served (the fewest meetings of its two, then of the other), then
   * the first in this line.
   */
  readonly optional?: readonly string[];
  /** Wall time after which the search ends. 10 unless told. */
  readonly seconds?: number;
  /** Search steps (conflicts) of each search inside after which it is given up: unlike time, the same on every machine. */
  readonly effort?: number;
  readonly isCancelled?: () => boolean;
}

export interface ReplanResult {
  /** `optimal`: no timetable of these meetings moves fewer; else as in `PlacingResult`. */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  readonly placements: readonly Placement[];
  /** Meetings that had a slot and now have another. A new table in the same slot is no move. */
  readonly moved: readonly string[];
  /** No timetable of these meetings moves fewer. */
  readonly movesBound: number;
  /** Optional meetings for which there is no place. */
  readonly leftOut: readonly string[];
  readonly seconds: number;
}

/** A firm that wishes for meetings. Orderers meet suppliers; nobody meets its own side. */
export interface Firm {
  readonly id: string;
  readonly side: 'orderer' | 'supplier';
  /** The most meetings it may have. */
  readonly maxMeetings: number;
  readonly unavailable?: readonly number[];
  readonly homeTable?: string | null;
  /** What it is owed from earlier fairs for wishes that came to nothing: a whole number, 0 unless told. */
  readonly lossCredits?: number;
}

export interface Wish {
  readonly from: string;
  readonly to: string;
  /** `no` from either side prevents the meeting, whatever the other wishes. */
  readonly kind: 'must' | 'like' | 'no';
  /** How much it is worth to the one who wishes: a whole number from 1; 1 unless told. */
  readonly weight?: number;
}

/** Who meets whom. */
export interface PairingProblem {
  readonly slots: number;
  readonly tables: readonly Table[];
  readonly firms: readonly Firm[];
  /** The last of several wishes between the same two in the same direction counts. */
  readonly wishes: readonly Wish[];
  /** Decides between choices that are otherwise equal: the seed that was committed to before wishes closed. */
  readonly seed: string;
  /** Meetings already promised: kept before all else, as far as the caps allow. */
  readonly kept?: readonly Pair[];
}

export interface Pair {
  readonly orderer: string;
  readonly supplier: string;
}

/** What is maximised, one after the other, none at the cost of one before. */
export type PairingAim =
  | { readonly kind: 'kept' | 'musts' | 'wish-value' | 'loss-credits' | 'draw' }
  /** The number of firms that have at least so many meetings: in this order, the least-served firms come first. */
  | { readonly kind: 'served'; readonly meetings: number };

/** An aim's value, and the prices that prove that no choice which is as good in the aims before reaches more. */
export interface ProvenAim {
  readonly aim: PairingAim;
  readonly value: number;
  /** By node of the flow network: the hall's exit, the firms in the order of `PairingResult.firms`, the hall's entrance. */
  readonly prices: readonly number[];
}

export interface PairingResult {
  /** Sorted by orderer, then supplier. */
  readonly pairs: readonly Pair[];
  /** Firms in the order that the proof uses: by id. */
  readonly firms: readonly { readonly id: string; readonly meetings: number }[];
  readonly aims: readonly ProvenAim[];
}

/** What a meeting of these two firms needs beyond what holds for all. */
export type PairRule = Pair &
  Pick<Meeting, 'slots' | 'half' | 'slot' | 'tables' | 'needs'> & {
    /** Helpers who attend, by their ids. */
    readonly helpers?: readonly string[];
    /** Pairs whose meetings must be earlier, where they take place. */
    readonly after?: readonly Pair[];
  };

/** All that decides an event's timetable. Published after the event's wishes closed, so that anybody can repeat it. */
export interface EventInput extends PairingProblem {
  readonly afternoonFrom?: number | null;
  readonly fairness?: number | null;
  /** Interpreters and coordinators; they cannot be in two meetings at once, and their idle time does not count. */
  readonly helpers?: readonly Omit<Participant, 'countsBreaks'>[];
  readonly resources?: readonly Resource[];
  readonly rules?: readonly PairRule[];
}

export interface EventPlan {
  readonly pairing: PairingResult;
  /** Its meetings' ids are those of `meetingId`. */
  readonly placing: PlacingResult;
  /** Search steps of each search for a timetable, in their order; null for one that ended by a proof. */
  readonly efforts: readonly (number | null)[];
  /** Chosen pairs for which there is no slot beside the others: left out in the reverse order of the aims. */
  readonly unplaced: readonly Pair[];
  /** True where no timetable is as fair as asked, so that breaks were shared without that bound. */
  readonly fairnessRelaxed: boolean;
}
