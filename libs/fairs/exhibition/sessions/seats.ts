/** Who wants a seat, in the order of asking. */
export interface Asked {
  readonly visitorId: string;
  readonly isWaiting: boolean;
}

/**
 * Who moves up from the waiting list: the first that wait, as many as seats are free. Nobody who has a seat loses it,
 * also where the session was made smaller.
 */
export function movingUp(capacity: number, inOrder: readonly Asked[]): string[] {
  const free = capacity - inOrder.filter(({ isWaiting }) => !isWaiting).length;
  return inOrder
    .filter(({ isWaiting }) => isWaiting)
    .slice(0, Math.max(0, free))
    .map(({ visitorId }) => visitorId);
}
