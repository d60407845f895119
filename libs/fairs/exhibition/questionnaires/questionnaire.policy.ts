import type { FairState } from '#contracts/fair-exhibition.js';

const DAY_MS = 86_400_000;
/** So many days after it was sent a questionnaire is answered. */
export const ANSWER_DAYS = 90;
/** After so many days without an answer there is one reminder. */
export const REMIND_DAYS = 7;

/** What was sent stays as it is: answers belong to the words that were read. */
export const canEditQuestions = (state: FairState, sentAt: Date | null): boolean =>
  state !== 'cancelled' && sentAt === null;

export const answersUntil = (sentAt: Date): Date => new Date(sentAt.getTime() + ANSWER_DAYS * DAY_MS);

export const takesAnswers = (sentAt: Date, now: Date): boolean => now < answersUntil(sentAt);

/** Nobody is asked how it was before it is over, nor when answers are taken no more. */
export const canSend = (state: FairState, sentAt: Date | null, now: Date): boolean =>
  state === 'finished' && (sentAt === null || takesAnswers(sentAt, now));
