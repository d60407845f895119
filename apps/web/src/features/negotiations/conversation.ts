import type { Message } from '#contracts/negotiations.js';

/** A text on its way: written here, not yet seen in the room's record. */
export interface Outgoing {
  clientId: string;
  text: string;
  /** When it was written, which is also the order of sending. */
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
}

export type ConversationChange =
  /** Over the socket or by HTTP, new or earlier, known or not. */
  | { type: 'received'; messages: readonly Message[]; lastSeq?: number }
  /** A text was written here, or is found again after a reload. */
  | { type: 'written'; clientId: string; text: string; at: string }
  /** The server has stored it under this number. */
  | { type: 'acknowledged'; clientId: string; seq: number }
  | { type: 'refused'; clientId: string; problem: string }
  | { type: 'tried-again'; clientId: string }
  | { type: 'discarded'; clientId: string };

export const emptyConversation: Conversation = { messages: [], outgoing: [], lastSeq: 0 };

/**
 * The conversation after a change. Messages are merged by number, texts on their way by the client's id: whatever the
 * order of arrival, and however often something arrives, the result is the same.
 */
export function changed(before: Conversation, change: ConversationChange): Conversation {
  switch (change.type) {
    case 'received':
      return received(before, change.messages, change.lastSeq ?? 0);
    case 'written':
      return written(before, change);
    case 'acknowledged': {
      const outgoing = edited(before, change.clientId, { seq: change.seq, problem: null });
      return { ...before, outgoing, lastSeq: Math.max(before.lastSeq, change.seq) };
    }
    case 'refused':
      return { ...before, outgoing: edited(before, change.clientId, { problem: change.problem }) };
    case 'tried-again':
      return { ...before, outgoing: edited(before, change.clientId, { problem: null }) };
    case 'discarded':
      return { ...before, outgoing: before.outgoing.filter((o) => o.clientId !== change.clientId) };
  }
}

function received(before: Conversation, messages: readonly Message[], lastSeq: number): Conversation {
  const bySeq = new Map([...before.messages, ...messages].map((message) => [message.seq, message]));
  const merged = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  const arrived = new Set(messages.map((message) => message.clientId));
  return {
    messages: merged,
    outgoing: before.outgoing.filter((o) => !arrived.has(o.clientId)),
    lastSeq: Math.max(before.lastSeq, lastSeq, merged.at(-1)?.seq ?? 0),
  };
}

function written(
  before: Conversation,
  { clientId, text, at }: { clientId: string; text: string; at: string },
): Conversation {
  const known = [...before.messages, ...before.outgoing].some((entry) => entry.clientId === clientId);
  if (known) return before;
  const outgoing = [...before.outgoing, { clientId, text, at, seq: null, problem: null }];
  return { ...before, outgoing: outgoing.sort(byWriting) };
}

function byWriting(a: Outgoing, b: Outgoing): number {
  return a.at.localeCompare(b.at) || a.clientId.localeCompare(b.clientId);
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
export function missingAfter({ messages, lastSeq }: Conversation): number | null {
  for (const [i, message] of messages.entries()) {
    const next = messages[i + 1]?.seq ?? lastSeq + 1;
    if (next > message.seq + 1) return message.seq;
  }
  return messages.length === 0 && lastSeq > 0 ? 0 : null;
}

/** The highest number up to which nothing is missing: what may be marked as read. */
export const readableSeq = (conversation: Conversation): number =>
  missingAfter(conversation) ?? conversation.messages.at(-1)?.seq ?? 0;

/** The next text to send: one at a time, so that the room reads them in the order of writing. */
export const nextToSend = ({ outgoing }: Conversation): Outgoing | undefined =>
  outgoing.find((o) => o.seq === null && o.problem === null);
