import type { Placement, PlacingProblem } from '../timetable.types.js';

/** What is wrong with a timetable: which rule, and the ids and slot that it is about. */
export interface Violation {
  readonly rule:
    | 'meeting-missing'
    | 'meeting-twice'
    | 'unknown-meeting'
    | 'slot-outside'
    | 'slot-not-allowed'
    | 'participant-unavailable'
    | 'participant-twice-at-once'
    | 'order'
    | 'table-not-allowed'
    | 'table-unavailable'
    | 'table-twice-at-once'
    | 'resource-short'
    | 'unfair';
  readonly subjects: readonly string[];
  readonly slot?: number;
}

export interface CheckedPlacing {
  readonly violations: readonly Violation[];
  /** By participant that counts breaks. */
  readonly breaksOf: ReadonlyMap<string, number>;
  readonly breaks: number;
  readonly tableChanges: number;
}

/**
 * Checks a timetable against its problem and counts its breaks and table changes: straight from the rules, and
 * sharing nothing with the search, whose mistakes it is to find.
 */
export function checkPlacing(problem: PlacingProblem, placements: readonly Placement[]): CheckedPlacing {
  const violations: Violation[] = [];
  const report = (rule: Violation['rule'], subjects: string[], slot?: number): void => {
    violations.push({ rule, subjects, ...(slot === undefined ? {} : { slot }) });
  };
  const placed = new Map<string, Placement>();
  const known = new Set(problem.meetings.map(({ id }) => id));
  for (const placement of placements) {
    if (!known.has(placement.meeting)) report('unknown-meeting', [placement.meeting]);
    else if (placed.has(placement.meeting)) report('meeting-twice', [placement.meeting]);
    else placed.set(placement.meeting, placement);
  }
  for (const id of known) if (!placed.has(id)) report('meeting-missing', [id]);
  checkMeetings(problem, placed, report);
  checkSlots(problem, placed, report);
  const days = problem.participants.map(({ id, countsBreaks = true }) => ({
    id,
    countsBreaks,
    day: dayOf(id, problem, placed),
  }));
  const breaksOf = new Map(
    days.filter(({ countsBreaks }) => countsBreaks).map(({ id, day }) => [id, breaksIn(day)]),
  );
  const counts = [...breaksOf.values()];
  const fairness = problem.fairness === undefined ? 2 : problem.fairness;
  if (fairness !== null && counts.length > 0 && Math.max(...counts) - Math.min(...counts) > fairness)
    report(
      'unfair',
      [...breaksOf.keys()].filter((id) => breaksOf.get(id) === Math.max(...counts)),
    );
  return {
    violations,
    breaksOf,
    breaks: counts.reduce((sum, count) => sum + count, 0),
    tableChanges: days.reduce((sum, { day }) => sum + changesIn(day), 0),
  };
}

type Report = (rule: Violation['rule'], subjects: string[], slot?: number) => void;

function checkMeetings(
  problem: PlacingProblem,
  placed: ReadonlyMap<string, Placement>,
  report: Report,
): void {
  const participants = new Map(problem.participants.map((participant) => [participant.id, participant]));
  const tables = new Map(problem.tables.map((table) => [table.id, table]));
  const homes = new Set(problem.participants.map(({ homeTable }) => homeTable ?? null));
  for (const meeting of problem.meetings) {
    const placement = placed.get(meeting.id);
    if (!placement) continue;
    const { slot, table } = placement;
    if (!Number.isInteger(slot) || slot < 0 || slot >= problem.slots)
      report('slot-outside', [meeting.id], slot);
    const afternoon = slot >= (problem.afternoonFrom ?? problem.slots);
    const allowed =
      (meeting.slots?.includes(slot) ?? true) &&
      (meeting.slot ?? slot) === slot &&
      (!meeting.half || (meeting.half === 'afternoon') === afternoon);
    if (!allowed) report('slot-not-allowed', [meeting.id], slot);
    for (const id of meeting.participants)
      if (participants.get(id)?.unavailable?.includes(slot))
        report('participant-unavailable', [meeting.id, id], slot);
    for (const before of meeting.after ?? []) {
      const other = placed.get(before);
      if (other && other.slot >= slot) report('order', [before, meeting.id], slot);
    }
    const [home = table] = meeting.participants.flatMap((id) => participants.get(id)?.homeTable ?? []);
    const isHome =
      homes.has(table) && meeting.participants.some((id) => participants.get(id)?.homeTable === table);
    const mayBeThere = home === table && (meeting.tables?.includes(table) ?? (isHome || !homes.has(table)));
    if (!tables.has(table) || !mayBeThere) report('table-not-allowed', [meeting.id, table], slot);
    if (tables.get(table)?.unavailable?.includes(slot))
      report('table-unavailable', [meeting.id, table], slot);
  }
}

function checkSlots(problem: PlacingProblem, placed: ReadonlyMap<string, Placement>, report: Report): void {
  const available = new Map((problem.resources ?? []).map((resource) => [resource.id, resource.available]));
  for (let slot = 0; slot < problem.slots; slot++) {
    const now = problem.meetings.filter(({ id }) => placed.get(id)?.slot === slot);
    const participants = now.flatMap((meeting) => [...new Set(meeting.participants)]);
    for (const id of repeated(participants)) report('participant-twice-at-once', [id], slot);
    for (const id of repeated(now.map(({ id }) => placed.get(id)!.table)))
      report('table-twice-at-once', [id], slot);
    for (const [id, count] of available) {
      const needed = now.filter(({ needs }) => needs?.includes(id)).length;
      if (needed > (typeof count === 'number' ? count : (count[slot] ?? 0)))
        report('resource-short', [id], slot);
    }
  }
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function dayOf(
  id: string,
  { meetings }: PlacingProblem,
  placed: ReadonlyMap<string, Placement>,
): Placement[] {
  return meetings
    .filter(({ participants }) => participants.includes(id))
    .flatMap((meeting) => placed.get(meeting.id) ?? [])
    .sort((a, b) => a.slot - b.slot);
}

function breaksIn(day: readonly Placement[]): number {
  return day.filter(({ slot }, i) => i > 0 && slot > day[i - 1]!.slot + 1).length;
}

function changesIn(day: readonly Placement[]): number {
  return day.filter(({ table }, i) => i > 0 && table !== day[i - 1]!.table).length;
}
