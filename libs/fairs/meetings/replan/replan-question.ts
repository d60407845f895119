import type { PlannedMeeting } from '#contracts/meeting-timetable.js';
import type { Meeting, ReplanResult } from '../../timetable/index.js';
import type { ReplanQuestion } from './solve-replan.js';
import { worthOf } from '../plan/pair-reasons.js';
import { HallTables } from './hall-tables.js';
import { withoutRoom } from './without-room.js';
import { wishesInLine, type WishInput, type WishedPair } from './wishes-in-line.js';

export interface ReplanInput extends Pick<WishInput, 'firms' | 'wishes' | 'meetings' | 'left' | 'seed'> {
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
  /** All wishes that have not come true, also those that are no part of the question; 0 where none are let in. */
  readonly asked: number;
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
  const stays = (one: PlannedMeeting): boolean => times.common(one).includes(one.slot) && hall.keeps(one);
  const places = hall.places(input.openSlots);
  const needsTable = (one: WishedPair) => hall.seats(one.ordererId);
  const wants = new Map(input.wishes.map(({ fromId, toId, want }) => [`${fromId} ${toId}`, want]));
  const worth = ({ ordererId: o, supplierId: s }: WishedPair): number =>
    worthOf(wants.get(`${o} ${s}`) ?? null) + worthOf(wants.get(`${s} ${o}`) ?? null);
  const timesOf = (id: string) => times.of(id).length;
  const off = withoutRoom({ movable, stays, timesOf, needsTable, places, worth });
  const kept = movable.filter(({ id }) => !off.has(id));
  const line = input.addWishes
    ? wishesInLine({
        ...{ ...input, live: live.filter(({ id }) => !off.has(id)), needsTable },
        canMeet: (pair) => times.common(pair).length > 0,
        timesLeft: new Map(input.firms.map(({ participantId: id }) => [id, timesOf(id) - countOf(kept, id)])),
        placesLeft: places - kept.filter(needsTable).length,
      })
    : { wishes: [], asked: 0 };
  return {
    question: questionOf(kept, line.wishes, { times, hall, stays, slots: input.slots }),
    movable: movable.length,
    asked: line.asked,
    changesOf: (result) => changesOf(result, movable, line.wishes, hall),
  };
}

const countOf = (meetings: readonly PlannedMeeting[], id: string): number =>
  meetings.filter(({ ordererId, supplierId }) => ordererId === id || supplierId === id).length;

interface Ground {
  readonly times: OpenTimes;
  readonly hall: HallTables;
  readonly stays: (meeting: PlannedMeeting) => boolean;
  readonly slots: number;
}

function questionOf(
  kept: readonly PlannedMeeting[],
  wishes: readonly WishedPair[],
  { times, hall, stays, slots }: Ground,
): ReplanQuestion {
  const meetings = [
    ...kept.map((one): Meeting => {
      const isPinned = one.isFixed && stays(one);
      const participants = [one.ordererId, one.supplierId];
      if (isPinned) return { id: one.id, participants, tables: [hall.nameOf(one)], slot: one.slot - 1 };
      return { id: one.id, participants, tables: hall.allowed(one.ordererId) };
    }),
    ...wishes.map((pair): Meeting => ({
      id: wishId(pair),
      participants: [pair.ordererId, pair.supplierId],
      tables: hall.allowed(pair.ordererId),
    })),
  ];
  const ids = [...new Set(meetings.flatMap((one) => one.participants))];
  const participants = ids.map((id) => ({ id, unavailable: times.closedTo(id) }));
  return {
    problem: { slots, tables: hall.tables(), participants, meetings, fairness: null },
    current: kept.map((one) => ({ meeting: one.id, slot: one.slot - 1, table: hall.nameOf(one) })),
    displaced: kept.filter((one) => !stays(one)).map(({ id }) => id),
    wishes: wishes.map(wishId),
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

  of(id: string): readonly number[] {
    return this.open.get(id) ?? [];
  }

  common({ ordererId, supplierId }: WishedPair): number[] {
    const theirs = this.of(supplierId);
    return this.of(ordererId).filter((slot) => theirs.includes(slot));
  }

  /** Counted from 0, as the engine does. */
  closedTo(id: string): number[] {
    const open = this.of(id);
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
