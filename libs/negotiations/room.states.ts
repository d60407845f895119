import type { RoomState } from '#contracts/negotiations.js';

/** From where to where a room may go. After an agreement people go on talking; after the end nobody writes. */
export const transitions = {
  open: ['agreed', 'closed'],
  agreed: [],
  closed: [],
} as const satisfies Record<RoomState, readonly RoomState[]>;

export const mayGo = (from: RoomState, to: RoomState): boolean =>
  (transitions[from] as readonly RoomState[]).includes(to);
