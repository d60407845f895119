import type { PlannedMeeting } from '#contracts/meeting-timetable.js';
import type { Meeting, ReplanResult } from '../../timetable/index.js';
import type { ReplanQuestion } from './solve-replan.js';
import { HallTables } from './hall-tables.js';
import { wishesInLine, type WishInput, type WishedPair } from './wishes-in-line.js';

export interface ReplanInput extends Omit<WishInput, 'live' | 'canMeet'> {
  /** How many slots the event has, and those that have not begun and are not closed. */
  readonly slots: number;
  readonly openSlots: readonly number[];
  /** How many tables there are, and those that cannot be used. */
  readonly tables: number;
  readonly closedTables: readonly number[];
  readonly addWishes: boolean;
}

interface Where {
  readonly slot: number;
  readonly table: number | null;
}
/** A meeting that changes: `from` null where it is new, `to` null where no place is left for it. */
export interface Change extends WishedPair {
  readonly meeting: PlannedMeeting | null;
  readonly from: Where | null;
  readonly to: Where | null;
}

/** What is asked of the engine, and how its answer is read. */
export interface Replan {
  readonly question: ReplanQuestion;
  /** Meetings that are in question: those that are planned and have not begun. */
  readonly movable: number;
  /** Wishes that were no part of the question: there are too many at once. */
  readonly untried: number;
  changesOf(result: ReplanResult): Change[];
}

/** Whether a search ended without a timetable. */
export const isWithoutAnswer = (status: ReplanResult['status']): boolean =>
  status === 'unknown' || status === 'infeasible';

const wishId = ({ ordererId, supplierId }: WishedPair): string => `wish ${ordererId} ${supplierId}`;

/**
 * Meetings that are held or have begun stay where they are and keep firms and tables busy; one that the secretary has
 * fixed stays as long as it can. An orderer keeps its table; one whose table falls away gets another of its own where
 * there is one.
 * @param begun numbers of the slots that have
 */
export function replanOf(input: ReplanInput, begun: ReadonlySet<number>): Replan {
  const live = input.meetings.filter(({ state }) => state !== 'cancelled');
  const movable = live.filter(({ state, slot }) => state === 'planned' && !begun.has(slot));
  const busy = live.filter((one) => !movable.includes(one));
  const times = new OpenTimes(input, busy);
  const hall = new HallTables(input, movable, busy);
  const canMeet = (pair: WishedPair) => times.common(pair).length > 0;
  const line = input.addWishes ? wishesInLine({ ...input, live, canMeet }) : { wishes: [], untried: 0 };
  const stays = (one: PlannedMeeting): boolean => times.common(one).includes(one.slot) && hall.keeps(one);
  const meetings = [
    ...movable.map((one): Meeting => {
      const isPinned = one.isFixed && stays(one);
      const participants = [one.ordererId, one.supplierId];
      if (isPinned) return { id: one.id, participants, tables: [hall.nameOf(one)], slot: one.slot - 1 };
      return { id: one.id, participants, tables: hall.allowed(one.ordererId) };
    }),
    ...line.wishes.map((pair): Meeting => ({
      id: wishId(pair),
      participants: [pair.ordererId, pair.supplierId],
      tables: hall.allowed(pair.ordererId),
    })),
  ];
  const ids = [...new Set(meetings.flatMap((one) => one.participants))];
  const participants = ids.map((id) => ({ id, unavailable: times.closedTo(id) }));
  return {
    question: {
      problem: { slots: input.slots, tables: hall.tables(), participants, meetings, fairness: null },
      current: movable.map((one) => ({ meeting: one.id, slot: one.slot - 1, table: hall.nameOf(one) })),
      displaced: movable.filter((one) => !stays(one)).map(({ id }) => id),
      wishes: line.wishes.map(wishId),
    },
    movable: movable.length,
    untried: line.untried,
    changesOf: (result) => changesOf(result, movable, line.wishes, hall),
  };
}

/** At which of the coming slots each firm can meet somebody. */
class OpenTimes {
  private readonly open = new Map<string, readonly number[]>();

  constructor(
    private readonly input: ReplanInput,
    busy: readonly PlannedMeeting[],
  ) {
    const coming = new Set(input.openSlots);
    const taken = new Set(
      busy.flatMap(({ ordererId, supplierId, slot }) => [`${ordererId} ${slot}`, `${supplierId} ${slot}`]),
    );
    for (const { participantId: id, openSlots } of input.firms)
      this.open.set(
        id,
        openSlots.filter((slot) => coming.has(slot) && !taken.has(`${id} ${slot}`)),
      );
  }

  common({ ordererId, supplierId }: WishedPair): number[] {
    const theirs = this.open.get(supplierId) ?? [];
    return (this.open.get(ordererId) ?? []).filter((slot) => theirs.includes(slot));
  }

  /** Counted from 0, as the engine does. */
  closedTo(id: string): number[] {
    const open = this.open.get(id) ?? [];
    return Array.from({ length: this.input.slots }, (_, i) => i).filter((i) => !open.includes(i + 1));
  }
}

function changesOf(
  { status, placements }: ReplanResult,
  movable: readonly PlannedMeeting[],
  wishes: readonly WishedPair[],
  hall: HallTables,
): Change[] {
  if (isWithoutAnswer(status)) return [];
  const placed = new Map(
    placements.map(({ meeting, slot, table }) => [meeting, { slot: slot + 1, table: hall.noOf(table) }]),
  );
  const moved = movable.flatMap((meeting): Change[] => {
    const { ordererId, supplierId, slot, table } = meeting;
    const to = placed.get(meeting.id) ?? null;
    if (to?.slot === slot && to.table === table) return [];
    return [{ meeting, ordererId, supplierId, from: { slot, table }, to }];
  });
  const added = wishes.flatMap((pair): Change[] => {
    const to = placed.get(wishId(pair));
    return to ? [{ ...pair, meeting: null, from: null, to }] : [];
  });
  const at = ({ from, to }: Change): number => from?.slot ?? to?.slot ?? 0;
  return [...moved, ...added].sort((a, b) => at(a) - at(b));
}
