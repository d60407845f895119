import {
  planEvent,
  publishTimetable,
  type PublishedTimetable,
  type SearchProgress,
} from '../../timetable/index.js';
import { codedEvent, type PlacedMeeting, type PlanInput } from './event-input.js';

export interface PlanResult {
  readonly meetings: readonly PlacedMeeting[];
  /** Gaps between the meetings of one firm, summed; `bound`: proven, no timetable of these meetings has fewer. */
  readonly breaks: number;
  readonly bound: number;
  readonly isProven: boolean;
  /** Meetings of the supplier that has fewest. */
  readonly fewest: number;
  /** What anybody can repeat it with. */
  readonly published: PublishedTimetable;
}

interface Options {
  readonly onProgress: (progress: SearchProgress) => void;
  readonly isCancelled: () => boolean;
}

/** Who meets whom, then when and where, both by the exact engine, as it will be published. */
export function solveTimetable(plan: PlanInput, options: Options): PlanResult {
  const event = codedEvent(plan);
  const found = planEvent(event.input, { ...options, seconds: plan.limitSeconds });
  const { breaks, bound, status, placements } = found.placing;
  const meetings = event.meetingsOf(placements);
  const count = (id: string) => meetings.filter(({ supplierId }) => supplierId === id).length;
  const suppliers = plan.firms.filter(({ side }) => side === 'supplier').map(({ id }) => count(id));
  return {
    meetings,
    breaks: breaks ?? breaksOf(meetings),
    bound: breaks === null ? 0 : bound,
    isProven: status === 'optimal',
    fewest: suppliers.length > 0 ? Math.min(...suppliers) : 0,
    published: publishTimetable(event.input, found),
  };
}

function breaksOf(meetings: readonly PlacedMeeting[]): number {
  const days = new Map<string, number[]>();
  for (const { ordererId, supplierId, slot } of meetings)
    for (const id of [ordererId, supplierId]) days.set(id, [...(days.get(id) ?? []), slot]);
  const gaps = [...days.values()].map((slots) => {
    const sorted = slots.toSorted((a, b) => a - b);
    return sorted.filter((slot, i) => i > 0 && slot > (sorted[i - 1] ?? slot) + 1).length;
  });
  return gaps.reduce((sum, n) => sum + n, 0);
}
