import type { ErrorCode } from '#contracts/errors.js';
import type { Side } from '#contracts/parties.js';
import type { SigningState } from '#contracts/signing.js';

/** How far an agreement is, by the sides that have signed. */
export function signingStateOf(signed: readonly Side[]): SigningState {
  const sides = new Set(signed).size;
  if (sides === 0) return 'drafted';
  return sides === 1 ? 'confirmed-by-one' : 'in-force';
}

/** Why this side may not sign; null where it may. `side` null: who speaks for neither company. */
export function signingRefusal(side: Side | null, signed: readonly Side[]): ErrorCode | null {
  if (side === null) return 'auth/forbidden';
  return signed.includes(side) ? 'signing/already-signed' : null;
}
