import type { PlacingProblem } from '../timetable.types.js';

/** The problem in numbers: participants, meetings and tables by their index. */
export interface PlacingModel {
  readonly slots: number;
  readonly participants: readonly ModelParticipant[];
  readonly meetings: readonly ModelMeeting[];
  readonly tables: readonly { readonly id: string; readonly free: readonly boolean[] }[];
  /** At most `limit[slot]` of the meetings in a slot. */
  readonly capacities: readonly Capacity[];
  /** Infinity where any difference will do. */
  readonly fairness: number;
}
export interface Capacity {
  readonly meetings: readonly number[];
  readonly limit: readonly number[];
}
export interface ModelParticipant {
  readonly id: string;
  readonly free: readonly boolean[];
  readonly meetings: readonly number[];
  readonly countsBreaks: boolean;
}
export interface ModelMeeting {
  readonly id: string;
  readonly participants: readonly number[];
  /** Slots in which it may be, rising. */
  readonly slots: readonly number[];
  readonly tables: readonly number[];
  /** Meetings in earlier slots. */
  readonly after: readonly number[];
  /** Ids of the resources of which it needs one each. */
  readonly needs: readonly string[];
}

/** The problem contradicts itself in a way that its author must mend; `subject` is the id that it is about. */
export class TimetableInputError extends Error {
  constructor(
    readonly reason:
      | 'unknown-participant'
      | 'unknown-meeting'
      | 'unknown-table'
      | 'unknown-resource'
      | 'duplicate-id'
      | 'no-slots'
      | 'unknown-firm'
      | 'same-side'
      | 'bad-number',
    readonly subject: string,
  ) {
    super(`${reason}: ${subject}`);
  }
}

/** @throws TimetableInputError where an id is unknown or used twice */
export function placingModel(problem: PlacingProblem): PlacingModel {
  const { slots } = problem;
  if (!Number.isInteger(slots) || slots < 0) throw new TimetableInputError('no-slots', String(slots));
  const participantOf = indexOf(problem.participants, 'unknown-participant');
  const meetingOf = indexOf(problem.meetings, 'unknown-meeting');
  const tableOf = indexOf(problem.tables, 'unknown-table');
  const choiceOf = tableChoice(problem, tableOf);
  const attended = problem.participants.map((): number[] => []);
  problem.meetings.forEach(({ participants }, meeting) => {
    for (const id of new Set(participants)) attended[participantOf(id)]!.push(meeting);
  });
  const meetings = problem.meetings.map((meeting): ModelMeeting => {
    const participants = [...new Set(meeting.participants)].map(participantOf);
    return {
      id: meeting.id,
      participants,
      slots: slotsOf(problem, meeting, participants),
      tables: choiceOf(meeting, participants),
      after: (meeting.after ?? []).map(meetingOf),
      needs: [...new Set(meeting.needs)].sort(),
    };
  });
  const tables = problem.tables.map(({ id, unavailable }) => ({ id, free: freeSlots(slots, unavailable) }));
  const windowed = withinWindows(meetings, slots);
  return {
    slots,
    participants: problem.participants.map(({ id, unavailable, countsBreaks = true }, i) => ({
      id,
      free: freeSlots(slots, unavailable),
      meetings: attended[i]!,
      countsBreaks,
    })),
    meetings: windowed,
    tables,
    capacities: [...tableCapacities(windowed, tables, slots), ...resourceCapacities(problem)],
    fairness: problem.fairness === null ? Infinity : (problem.fairness ?? 2),
  };
}

function indexOf(
  items: readonly { readonly id: string }[],
  reason: TimetableInputError['reason'],
): (id: string) => number {
  const indices = new Map<string, number>();
  items.forEach(({ id }, index) => {
    if (indices.has(id)) throw new TimetableInputError('duplicate-id', id);
    indices.set(id, index);
  });
  return (id) => {
    const index = indices.get(id);
    if (index === undefined) throw new TimetableInputError(reason, id);
    return index;
  };
}

function freeSlots(slots: number, unavailable: readonly number[] = []): boolean[] {
  const free = Array.from({ length: slots }, () => true);
  for (const slot of unavailable) if (slot >= 0 && slot < slots) free[slot] = false;
  return free;
}

function slotsOf(
  { slots, afternoonFrom, participants }: PlacingProblem,
  { slots: allowed, half, slot: fixed }: PlacingProblem['meetings'][number],
  attending: readonly number[],
): number[] {
  const boundary = afternoonFrom ?? slots;
  return Array.from({ length: slots }, (_, slot) => slot).filter(
    (slot) =>
      (allowed?.includes(slot) ?? true) &&
      (fixed ?? slot) === slot &&
      (!half || (half === 'morning') === slot < boundary) &&
      attending.every((index) => !participants[index]!.unavailable?.includes(slot)),
  );
}

/** The tables where a meeting may be: at a participant's home where one has a home; else the given; else nobody's home. */
function tableChoice(
  { participants, tables }: PlacingProblem,
  tableOf: (id: string) => number,
): (meeting: PlacingProblem['meetings'][number], attending: readonly number[]) => readonly number[] {
  const homes = new Set(participants.flatMap(({ homeTable }) => homeTable ?? []));
  for (const home of homes) tableOf(home);
  const nobodysHome = tables.flatMap(({ id }, index) => (homes.has(id) ? [] : [index]));
  return ({ tables: allowed }, attending) => {
    const own = attending.flatMap((index) => participants[index]!.homeTable ?? []);
    const given = allowed?.map(tableOf);
    if (own.length === 0) return given ?? nobodysHome;
    // Two firms that both stay at home would need two tables: the first receives.
    const home = tableOf(own[0]!);
    return given && !given.includes(home) ? [] : [home];
  };
}

/** Leaves out slots that are too early or too late for the meetings before and after. */
function withinWindows(meetings: readonly ModelMeeting[], slots: number): ModelMeeting[] {
  const earliest = meetings.map((meeting) => meeting.slots[0] ?? slots);
  const latest = meetings.map((meeting) => meeting.slots.at(-1) ?? -1);
  for (let changed = true; changed;) {
    changed = false;
    meetings.forEach(({ after }, meeting) => {
      for (const before of after) {
        // In a circle the windows close until nothing is left.
        if (earliest[meeting]! < slots && earliest[meeting]! <= earliest[before]!) {
          earliest[meeting] = earliest[before]! + 1;
          changed = true;
        }
        if (latest[before]! >= 0 && latest[before]! >= latest[meeting]!) {
          latest[before] = latest[meeting]! - 1;
          changed = true;
        }
      }
    });
  }
  return meetings.map((meeting, index) => ({
    ...meeting,
    slots: meeting.slots.filter((slot) => slot >= earliest[index]! && slot <= latest[index]!),
  }));
}

/**
 * For every set of tables that some meeting is confined to: no more meetings confined to it than tables free. By
 * Hall's theorem this is enough where the sets are nested or apart; where they overlap, `place-meetings` adds what is
 * missing once it meets it.
 */
function tableCapacities(
  meetings: readonly ModelMeeting[],
  tables: PlacingModel['tables'],
  slots: number,
): Capacity[] {
  const different = [...new Set(meetings.map(({ tables: allowed }) => allowed))];
  const sets = new Map(different.map((allowed) => [[...allowed].sort((a, b) => a - b).join(), allowed]));
  return [...sets.values()].map((allowed) => capacityOf(new Set(allowed), meetings, tables, slots));
}

/** What a set of tables can hold of the meetings that are confined to it. */
export function capacityOf(
  allowed: ReadonlySet<number>,
  meetings: readonly ModelMeeting[],
  tables: PlacingModel['tables'],
  slots: number,
): Capacity {
  return {
    meetings: meetings.flatMap((meeting, index) =>
      meeting.tables.every((table) => allowed.has(table)) ? [index] : [],
    ),
    limit: Array.from(
      { length: slots },
      (_, slot) => [...allowed].filter((table) => tables[table]!.free[slot]).length,
    ),
  };
}

function resourceCapacities({ resources = [], meetings, slots }: PlacingProblem): Capacity[] {
  const resourceOf = indexOf(resources, 'unknown-resource');
  const users = resources.map((): number[] => []);
  meetings.forEach(({ needs = [] }, meeting) => {
    for (const id of new Set(needs)) users[resourceOf(id)]!.push(meeting);
  });
  return resources.map(({ available }, index) => ({
    meetings: users[index]!,
    limit: Array.from({ length: slots }, (_, slot) =>
      typeof available === 'number' ? available : (available[slot] ?? 0),
    ),
  }));
}
