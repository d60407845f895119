import { useEffect, useMemo } from 'react';
import type { MessageNote } from '#contracts/message.js';
import type { ConversationChange } from './conversation';
import type { OutboxNews } from './delivery';
import type { KeptText } from './outbox';
import { deliveryOf } from './use-outbox';

export interface Sending {
  /** Writes a text into the room: kept on this device and shown at once, sent as soon as there is a connection. */
  write: (text: string, note: MessageNote) => Promise<void>;
  /** Sends what the server had refused once more. */
  tryAgain: (clientId: string) => void;
  discard: (clientId: string) => void;
  /** Sends what waits, e.g. after a reconnection. */
  flush: () => void;
}

/** Texts on their way in one room: of this tab, of other tabs, and what an earlier visit left. */
export function useSending(
  roomId: string,
  userId: string,
  change: (change: ConversationChange) => void,
): Sending {
  useEffect(() => {
    const delivery = deliveryOf(userId);
    const end = delivery.onNews((news) => {
      const heard = changeOf(news);
      if (heard && roomOf(news) === roomId) change(heard);
    });
    void delivery.waiting(roomId).then((texts) => texts.forEach((text) => change(writtenAs(text))));
    void delivery.flush();
    return end;
  }, [roomId, userId, change]);

  return useMemo(
    () => ({
      flush: () => void deliveryOf(userId).flush(),
      write: (text, note) => deliveryOf(userId).write(roomId, text, note),
      tryAgain: (clientId) => void deliveryOf(userId).tryAgain(roomId, clientId),
      discard: (clientId) => void deliveryOf(userId).discard(roomId, clientId),
    }),
    [roomId, userId],
  );
}

const roomOf = (news: OutboxNews): string => (news.type === 'written' ? news.text.roomId : news.roomId);

const writtenAs = ({ clientId, text, note, place, at, problem }: KeptText): ConversationChange => ({
  type: 'written',
  ...{ clientId, text, note, place, at, problem },
});

function changeOf(news: OutboxNews): ConversationChange | null {
  const { type } = news;
  if (type === 'written') return writtenAs(news.text);
  if (type === 'acknowledged') return { type, clientId: news.clientId, seq: news.seq };
  if (type === 'refused') return { type, clientId: news.clientId, problem: news.problem };
  return { type, clientId: news.clientId };
}
