import { fewestMoves } from '../replan/fewest-moves.js';
import type { PlacingModel } from './placing-model.js';

/**
 * A timetable for an event that is too large for the exact search: the busiest firms' meetings first, each where it
 * makes the fewest breaks; what finds no slot is fitted in with the fewest moves; then meetings change to better slots
 * as long as that spares breaks. Fairness is not looked at.
 * @returns by meeting its slot; null where not all were placed
 */
export function placeGreedily(model: PlacingModel, isOver: () => boolean): number[] | null {
  let day = new Days(model);
  const load = (meeting: number): number =>
    model.meetings[meeting]!.participants.reduce((sum, p) => sum + model.participants[p]!.meetings.length, 0);
  const order = [...model.meetings.keys()].sort((a, b) => load(b) - load(a) || a - b);
  const ordered = order.filter((meeting) => model.meetings[meeting]!.after.length === 0);
  for (const meeting of [...ordered, ...order.filter((one) => !ordered.includes(one))]) day.settle(meeting);
  const left = order.filter((meeting) => day.slots[meeting]! < 0);
  for (let i = 0; i < left.length; i += FITTED_AT_ONCE) {
    const wanted = new Set(left.slice(i, i + FITTED_AT_ONCE));
    const { slots } = fewestMoves(model, day.slots, wanted, isOver);
    if (slots === null) return null;
    day = new Days(model, slots);
  }
  for (let round = 0; round < MOST_ROUNDS && !isOver(); round++) if (!day.improve()) break;
  return day.slots;
}

const FITTED_AT_ONCE = 6;
const MOST_ROUNDS = 10;

/** Who is where when, so that a slot can be tried in a few steps. */
class Days {
  readonly slots: number[];
  private readonly busy: Uint8Array[];
  private readonly counts: number[][];
  private readonly capacitiesOf: number[][];
  private readonly before: number[][];

  constructor(
    private readonly model: PlacingModel,
    slots: readonly number[] = model.meetings.map(() => -1),
  ) {
    this.slots = model.meetings.map(() => -1);
    this.busy = model.participants.map(() => new Uint8Array(model.slots));
    this.counts = model.capacities.map(() => Array.from({ length: model.slots }, () => 0));
    this.capacitiesOf = model.meetings.map(() => []);
    model.capacities.forEach(({ meetings }, index) => {
      for (const meeting of meetings) this.capacitiesOf[meeting]!.push(index);
    });
    this.before = model.meetings.map(() => []);
    model.meetings.forEach(({ after }, meeting) => {
      for (const earlier of after) this.before[earlier]!.push(meeting);
    });
    slots.forEach((slot, meeting) => this.put(meeting, slot));
  }

  /** Puts the meeting where it makes the fewest breaks; nowhere, where no slot is open. @returns breaks spared */
  settle(meeting: number): number {
    const here = this.slots[meeting]!;
    const now = this.breaksAround(meeting);
    this.put(meeting, -1);
    let [best, fewest] = [here, here < 0 ? Infinity : now];
    for (const slot of this.model.meetings[meeting]!.slots) {
      if (slot === here || !this.isOpen(meeting, slot)) continue;
      this.put(meeting, slot);
      const count = this.breaksAround(meeting);
      if (count < fewest) [best, fewest] = [slot, count];
      this.put(meeting, -1);
    }
    this.put(meeting, best);
    return now - fewest;
  }

  /** One round over all meetings. @returns whether it spared anything */
  improve(): boolean {
    let spared = 0;
    for (const meeting of this.slots.keys()) spared += this.settle(meeting);
    return spared > 0;
  }

  private put(meeting: number, slot: number): void {
    const old = this.slots[meeting]!;
    if (old === slot) return;
    for (const p of this.model.meetings[meeting]!.participants) {
      if (old >= 0) this.busy[p]![old] = 0;
      if (slot >= 0) this.busy[p]![slot] = 1;
    }
    for (const index of this.capacitiesOf[meeting]!) {
      if (old >= 0) this.counts[index]![old]!--;
      if (slot >= 0) this.counts[index]![slot]!++;
    }
    this.slots[meeting] = slot;
  }

  private isOpen(meeting: number, slot: number): boolean {
    const { participants, after } = this.model.meetings[meeting]!;
    return (
      participants.every((p) => this.busy[p]![slot] === 0) &&
      this.capacitiesOf[meeting]!.every(
        (index) => this.counts[index]![slot]! < this.model.capacities[index]!.limit[slot]!,
      ) &&
      after.every((earlier) => this.slots[earlier]! >= 0 && this.slots[earlier]! < slot) &&
      this.before[meeting]!.every((later) => this.slots[later]! < 0 || this.slots[later]! > slot)
    );
  }

  /** Squared, so that one firm with many breaks counts more than many with one. */
  private breaksAround(meeting: number): number {
    return this.model.meetings[meeting]!.participants.reduce((sum, p) => {
      if (!this.model.participants[p]!.countsBreaks) return sum;
      const breaks = gapsIn(this.busy[p]!);
      return sum + breaks * breaks;
    }, 0);
  }
}

function gapsIn(busy: Uint8Array): number {
  let [blocks, last] = [0, 0];
  for (const now of busy) {
    if (now > last) blocks++;
    last = now;
  }
  return Math.max(0, blocks - 1);
}
