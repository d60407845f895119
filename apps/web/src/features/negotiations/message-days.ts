import type { Message } from '#contracts/negotiations.js';

/** A calendar day in Japan with what was said on it, in order. */
export interface MessageDay {
  /** `YYYY-MM-DD`. */
  day: string;
  messages: Message[];
}

const inJapan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

const dayInJapan = (at: string): string => inJapan.format(new Date(at));

/** Messages, ascending, by their days in Japan. */
export function byDay(messages: readonly Message[]): MessageDay[] {
  const days: MessageDay[] = [];
  for (const message of messages) {
    const day = dayInJapan(message.createdAt);
    const last = days.at(-1);
    if (last?.day === day) last.messages.push(message);
    else days.push({ day, messages: [message] });
  }
  return days;
}

/** So long (ms) after a message the next of the same sender goes on without naming them again. */
const SAME_BREATH = 5 * 60_000;

/** Whether a message goes on where the one before it ended: same sender, shortly after. */
export function isContinued(before: Message | undefined, message: Message): boolean {
  if (!before?.sender || !message.sender || before.sender.id !== message.sender.id) return false;
  const spoken = [before, message].every(({ kind }) => kind === 'text' || kind === 'file');
  return spoken && Date.parse(message.createdAt) - Date.parse(before.createdAt) < SAME_BREATH;
}
