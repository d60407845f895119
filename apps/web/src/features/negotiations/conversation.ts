import type { Message, MessageNote } from '#contracts/message.js';

/** A text on its way: written here, not yet seen in the room's record. */
export interface Outgoing {
  clientId: string;
  text: string;
  note: MessageNote;
  /** Its place in the outbox: the order of writing, whatever the device's clock says. */
  place: number;
  /** When it was written, by the device's clock. */
  at: string;
  /** Its number in the record, once the server has acknowledged it. */
  seq: number | null;
  /** Why the server refused it, in words; null while it is being tried. */
  problem: string | null;
}

/** What this browser knows of a room's record, and what it still has to send. */
export interface Conversation {
  /** Ascending by number, each number once. */
  messages: readonly Message[];
  /** In the order of writing. */
  outgoing: readonly Outgoing[];
  /** The highest number that is known to exist. */
  lastSeq: number;
  /** The number that the record is shown from, or earlier: set by the first reading; null before it. */
  from: number | null;
}

export type ConversationChange =
  /** Over the socket or by HTTP, new or earlier, known or not. */
  | { type: 'received'; messages: readonly Message[]; lastSeq?: number; from?: number }
  /** A text was written here, or is found again after a reload. */
  | ({ type: 'written' } & Omit<Outgoing, 'seq'>)
  /** The server has stored it under this number. */
  | { type: 'acknowledged'; clientId: string; seq: number }
  | { type: 'refused'; clientId: string; problem: string }
  | { type: 'tried-again'; clientId: string }
  | { type: 'discarded'; clientId: string };

export const emptyConversation: Conversation = { messages: [], outgoing: [], lastSeq: 0, from: null };

/**
 * The conversation after a change. Messages are merged by number, texts on their way by the client's id: whatever the
 * order of arrival, and however often something arrives, the result is the same.
 */
export function changed(before: Conversation, change: ConversationChange): Conversation {
  switch (change.type) {
    case 'received':
      return received(before, change);
    case 'written':
      return written(before, change);
    case 'acknowledged': {
      const outgoing = edited(before, change.clientId, { seq: change.seq, problem: null });
      return withoutEarlier({ ...before, outgoing, lastSeq: Math.max(before.lastSeq, change.seq) });
    }
    case 'refused':
      return { ...before, outgoing: edited(before, change.clientId, { problem: change.problem }) };
    case 'tried-again':
      return { ...before, outgoing: edited(before, change.clientId, { problem: null }) };
    case 'discarded':
      return { ...before, outgoing: before.outgoing.filter((o) => o.clientId !== change.clientId) };
  }
}

function received(
  before: Conversation,
  { messages, lastSeq = 0, from }: Extract<ConversationChange, { type: 'received' }>,
): Conversation {
  const merged = merge(before.messages, messages);
  const arrived = new Set(messages.map((message) => message.clientId));
  return withoutEarlier({
    messages: merged,
    outgoing: before.outgoing.filter((o) => !arrived.has(o.clientId)),
    lastSeq: Math.max(before.lastSeq, lastSeq, merged.at(-1)?.seq ?? 0),
    from: before.from ?? from ?? null,
  });
}

/** What was found in the outbox, and then to be stored long before what is shown, is no longer on its way. */
function withoutEarlier(conversation: Conversation): Conversation {
  const { from, messages, outgoing } = conversation;
  if (from === null || outgoing.every(({ seq }) => seq === null)) return conversation;
  const first = Math.min(from, messages[0]?.seq ?? from);
  return { ...conversation, outgoing: outgoing.filter(({ seq }) => seq === null || seq >= first) };
}

function merge(before: readonly Message[], news: readonly Message[]): readonly Message[] {
  if (news.length === 0) return before;
  const last = before.at(-1)?.seq ?? 0;
  // What comes is nearly always the next one.
  if (news.length === 1 && (news[0] as Message).seq > last) return [...before, news[0] as Message];
  const bySeq = new Map([...before, ...news].map((message) => [message.seq, message]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

function written(
  before: Conversation,
  { clientId, text, note, place, at, problem }: Omit<Outgoing, 'seq'>,
): Conversation {
  const known = [...before.messages, ...before.outgoing].some((entry) => entry.clientId === clientId);
  if (known) return before;
  const outgoing = [...before.outgoing, { clientId, text, note, place, at, seq: null, problem }];
  return { ...before, outgoing: outgoing.sort((a, b) => a.place - b.place) };
}

function edited(
  { outgoing }: Conversation,
  clientId: string,
  patch: Partial<Pick<Outgoing, 'seq' | 'problem'>>,
): readonly Outgoing[] {
  // What has a number is stored, whatever is heard of another attempt.
  return outgoing.map((o) => (o.clientId === clientId && o.seq === null ? { ...o, ...patch } : o));
}

/**
 * The number after which something is missing, to be fetched; null where all is there from the first message shown to
 * the last that is known to exist.
 */
export function missingAfter({ messages, lastSeq, from }: Conversation): number | null {
  const [first, last] = [messages[0]?.seq ?? 0, messages.at(-1)?.seq ?? 0];
  if (from !== null && lastSeq >= from && (messages.length === 0 || first > from)) return from - 1;
  if (last - first + 1 === messages.length && last >= lastSeq) return null;
  for (const [i, message] of messages.entries()) {
    const next = messages[i + 1]?.seq ?? lastSeq + 1;
    if (next > message.seq + 1) return message.seq;
  }
  return messages.length === 0 && from === null && lastSeq > 0 ? 0 : null;
}

/** The highest number up to which nothing is missing: what may be marked as read. */
export const readableSeq = (conversation: Conversation): number =>
  missingAfter(conversation) ?? conversation.messages.at(-1)?.seq ?? 0;
