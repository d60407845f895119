import type { TalkState } from '#contracts/fair-visitors.js';

export interface Queued {
  readonly id: string;
  readonly visitorId: string;
  readonly state: TalkState;
  /** Milliseconds since 1970. */
  readonly queuedAt: number;
}

/** Who waits, first come first; who left and comes again comes last. */
export const waitingOf = <T extends Queued>(talks: readonly T[]): T[] =>
  talks
    .filter(({ state }) => state === 'waiting')
    .toSorted((a, b) => a.queuedAt - b.queuedAt || (a.id < b.id ? -1 : 1));

/** The talk by which a visitor has a place at the booth already: nobody stands in a queue twice. */
export const placeOf = <T extends Queued>(talks: readonly T[], visitorId: string): T | null =>
  talks.find((one) => one.visitorId === visitorId && (one.state === 'waiting' || one.state === 'talking')) ??
  null;

/** What may become of a talk. */
export const talkTransitions = {
  waiting: ['talking', 'left'],
  talking: ['ended', 'missed'],
  ended: [],
  left: [],
  missed: [],
} as const satisfies Record<TalkState, readonly TalkState[]>;

export const mayBecome = (from: TalkState, to: TalkState): boolean =>
  (talkTransitions[from] as readonly TalkState[]).includes(to);
