import type { Introduction } from '#contracts/introductions.js';

/** How far a step is: behind us, before us, or where it ended. */
export type StepState = 'done' | 'ahead' | 'ended';

export interface Step {
  name: 'proposed' | 'owner' | 'candidate' | 'room' | 'result';
  state: StepState;
  /** When it was, where that is known: an instant, or a day for the result. */
  at: string | null;
}

type Facts = Pick<
  Introduction,
  'state' | 'owner' | 'candidate' | 'roomId' | 'createdAt' | 'updatedAt' | 'outcomeOn'
>;

/** From the proposal over both answers and the room to the result. */
export function stepsOf(introduction: Facts): Step[] {
  const { state, owner, candidate, roomId, createdAt, outcomeOn } = introduction;
  const answer = (party: Introduction['owner']): StepState =>
    party.consent === 'consented' ? 'done' : party.consent === 'declined' ? 'ended' : 'ahead';
  const isOver = state === 'expired' || state === 'withdrawn' || state === 'ended';
  const steps: Step[] = [
    { name: 'proposed', state: 'done', at: createdAt },
    { name: 'owner', state: answer(owner), at: owner.answeredAt },
    { name: 'candidate', state: answer(candidate), at: candidate.answeredAt },
  ];
  if (state === 'declined') return steps;
  const result: StepState = state === 'agreed' ? 'done' : isOver ? 'ended' : 'ahead';
  const room: Step = { name: 'room', state: roomId === null ? 'ahead' : 'done', at: null };
  // What ended before the room was opened never had one.
  const between = roomId === null && isOver ? [] : [room];
  return [...steps, ...between, { name: 'result', state: result, at: outcomeOn }];
}
