import type { OrderState } from '#contracts/orders.js';

/** From where to where an order may go. Nothing is deleted: a cancelled order stays, with its reason. */
export const transitions = {
  draft: ['published', 'cancelled'],
  published: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
} as const satisfies Record<OrderState, readonly OrderState[]>;

export const mayGo = (from: OrderState, to: OrderState): boolean =>
  (transitions[from] as readonly OrderState[]).includes(to);
