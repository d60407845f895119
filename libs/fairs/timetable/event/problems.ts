import type { EventInput, Meeting, Pair, PairingProblem, PlacingProblem } from '../timetable.types.js';

/** The id that a pair's meeting has in the timetable. */
export const meetingId = ({ orderer, supplier }: Pair): string => JSON.stringify([orderer, supplier]);

/** The choice of pairs that the event's input asks for. */
export function pairingProblem({ slots, tables, firms, wishes, seed, kept }: EventInput): PairingProblem {
  return { slots, tables, firms, wishes, seed, ...(kept && { kept }) };
}
/** When and where these pairs should meet, by the event's rules. */
export function placingProblem(input: EventInput, pairs: readonly Pair[]): PlacingProblem {
  const rules = new Map((input.rules ?? []).map((rule) => [meetingId(rule), rule]));
  const chosen = new Set(pairs.map(meetingId));
  const busy = new Set(pairs.flatMap(({ orderer, supplier }) => [orderer, supplier]));
  const meetings = pairs.map((pair): Meeting => {
    const { slots, half, slot, tables, needs, helpers = [], after = [] } = rules.get(meetingId(pair)) ?? {};
    return {
      id: meetingId(pair),
      participants: [pair.orderer, pair.supplier, ...helpers],
      slots,
      half,
      slot,
      tables,
      needs,
      after: after.map(meetingId).filter((id) => chosen.has(id)),
    };
  });
  return {
    slots: input.slots,
    afternoonFrom: input.afternoonFrom,
    tables: input.tables,
    // Who has no meeting has no breaks either, and must not bind the others' by the difference allowed.
    participants: [
      ...input.firms
        .filter(({ id }) => busy.has(id))
        .map(({ id, unavailable, homeTable }) => ({ id, unavailable, homeTable })),
      ...(input.helpers ?? []).map((helper) => ({ ...helper, countsBreaks: false })),
    ],
    meetings,
    resources: input.resources,
    fairness: input.fairness,
  };
}
