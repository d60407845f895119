/** A variable is 0, 1, 2 …; its literals are 2 × variable (true) and 2 × variable + 1 (false). */
export type Literal = number;
export const negated = (literal: Literal): Literal => literal ^ 1;

/** Words before a clause's literals in the arena: size, glue (0: a given clause), last use. */
export const HEADER = 3;
export const NO_REASON = -1;
/** The other literal of a two-literal clause that forced this one, as a reason; see `reasonLiteral`. */
export const binaryReason = (other: Literal): number => -2 - other;
export const reasonLiteral = (reason: number): Literal => -2 - reason;

/** The same values with room for more. */
export function widened<Values extends Int8Array | Uint8Array | Int32Array>(
  kind: new (size: number) => Values,
  values: Values,
  capacity: number,
): Values {
  const wider = new kind(capacity);
  wider.set(values);
  return wider;
}
