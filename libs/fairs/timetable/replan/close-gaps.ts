import type { PlacingModel } from '../placing/placing-model.js';
import { brokenLimits } from './broken-limits.js';

/**
 * Puts meetings that change their slot anyway where they cause the fewest breaks, as long as nobody else has to move.
 * @returns the slots by meeting
 */
export function closeGaps(model: PlacingModel, slots: readonly number[], free: readonly number[]): number[] {
  const result = [...slots];
  for (const meeting of free) {
    const { participants, slots: allowed } = model.meetings[meeting]!;
    const breaks = (): number => participants.reduce((sum, p) => sum + breaksOf(model, p, result), 0);
    let [best, fewest] = [result[meeting]!, breaks()];
    for (const slot of allowed) {
      if (!isOpen(model, result, meeting, slot)) continue;
      const before = result[meeting]!;
      result[meeting] = slot;
      const count = breaks();
      if (count < fewest && brokenLimits(model, result).length === 0) [best, fewest] = [slot, count];
      result[meeting] = before;
    }
    result[meeting] = best;
  }
  return result;
}

function breaksOf({ participants }: PlacingModel, participant: number, slots: readonly number[]): number {
  const { meetings, countsBreaks } = participants[participant]!;
  if (!countsBreaks) return 0;
  const day = meetings
    .flatMap((meeting) => (slots[meeting]! < 0 ? [] : slots[meeting]!))
    .sort((a, b) => a - b);
  return day.filter((slot, i) => i > 0 && slot > day[i - 1]! + 1).length;
}

function isOpen(model: PlacingModel, slots: readonly number[], meeting: number, slot: number): boolean {
  const { participants, after } = model.meetings[meeting]!;
  const isFree = participants.every((p) =>
    model.participants[p]!.meetings.every((other) => other === meeting || slots[other] !== slot),
  );
  return (
    isFree &&
    after.every((before) => slots[before]! < slot) &&
    model.meetings.every(
      (other, index) => !other.after.includes(meeting) || slots[index]! < 0 || slots[index]! > slot,
    )
  );
}
