import { capacityOf, type PlacingModel } from '../placing/placing-model.js';
import { overfullTables } from '../placing/tables.js';
import type { BrokenLimit } from './repair-encoding.js';

/** The slots in which there are more meetings than tables or resources allow. @param slots by meeting, -1: none */
export function brokenLimits(model: PlacingModel, slots: readonly number[]): BrokenLimit[] {
  const broken = model.capacities.flatMap((capacity) => {
    const counts = Array.from({ length: model.slots }, () => 0);
    for (const meeting of capacity.meetings) if (slots[meeting]! >= 0) counts[slots[meeting]!]!++;
    return counts.flatMap((count, slot) => (count > capacity.limit[slot]! ? [{ capacity, slot }] : []));
  });
  if (broken.length > 0) return broken;
  // Where sets of tables overlap, all limits can be kept and the tables still not go round.
  const overfull = overfullTables(model, slots);
  if (!overfull) return [];
  const capacity = capacityOf(overfull, model.meetings, model.tables, model.slots);
  return brokenLimits({ ...model, capacities: [capacity] }, slots);
}
