/** A part goes from one firm to the next. */
export interface HandOver {
  /** Index of the step after which it does. */
  readonly afterStep: number;
  readonly fromId: string;
  readonly toId: string;
}

/** Who inspects the work of a step: another member, or the orderer. */
export interface Inspection {
  readonly step: number;
  readonly makerId: string;
  /** Null: the orderer, when the goods come in. */
  readonly inspectorId: string | null;
  readonly on: 'hand-over' | 'before-delivery' | 'arrival';
}

/** Where consecutive steps change the firm; and at the end to the lead, who delivers, where another firm was last. */
export function handOvers(doers: readonly string[], leadId: string): HandOver[] {
  return doers.flatMap((fromId, afterStep) => {
    const toId = doers[afterStep + 1] ?? leadId;
    return toId === fromId ? [] : [{ afterStep, fromId, toId }];
  });
}

/**
 * Never the maker alone: who receives the part next inspects what was done to it; the lead what comes last, before it
 * delivers; and the orderer where the lead itself did the last steps.
 */
export function inspections(doers: readonly string[], leadId: string): Inspection[] {
  return doers.map((makerId, step) => {
    const receiver = doers.slice(step + 1).find((doer) => doer !== makerId);
    if (receiver !== undefined) return { step, makerId, inspectorId: receiver, on: 'hand-over' };
    if (makerId !== leadId) return { step, makerId, inspectorId: leadId, on: 'before-delivery' };
    return { step, makerId, inspectorId: null, on: 'arrival' };
  });
}
