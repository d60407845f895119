/** What the server's clock is ahead of the device's (ms), and when that was found (ms since 1970, by the device). */
export interface KnownOffset {
  readonly offset: number;
  readonly at: number;
}

/** After so long (ms) it is found anew: somebody may have set the device's clock. */
const KEPT = 12 * 3_600_000;

/**
 * The offset by an answer's `now`, read at `at`. An answer is never younger than it says, and may be an old one that was
 * kept for when the network is away: so the largest offset of late is the true one.
 */
export function steadyOffset(known: KnownOffset | null, now: number, at: number): KnownOffset {
  const offset = now - at;
  const isOfUse = known !== null && at - known.at < KEPT && at >= known.at;
  return isOfUse && known.offset > offset ? known : { offset, at };
}
