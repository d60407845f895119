import { useCallback, useEffect, useRef } from 'react';
import { negotiationsApi } from '#contracts/negotiations.js';
import type { SendAcknowledgement } from '#contracts/live.js';
import { ApiError, call } from '../../api/client';
import { sendLive } from '../../live/live';
import { nextToSend, type Conversation, type ConversationChange, type Outgoing } from './conversation';
import { forgetText, keepText, keptTexts } from './outbox';

/** Pauses (ms) between two attempts: doubled each time. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

export interface Sending {
  /** Writes a text into the room: shown at once, sent as soon as there is a connection. */
  write: (text: string) => void;
  /** Sends what the server had refused once more. */
  tryAgain: (clientId: string) => void;
  discard: (clientId: string) => void;
  /** Sends what waits, e.g. after a reconnection. */
  flush: () => void;
}

/** Texts on their way: kept on this device, sent one after the other under the same client id until they are stored. */
export function useSending(
  roomId: string,
  userId: string,
  now: () => Conversation,
  change: (change: ConversationChange) => void,
): Sending {
  const { flush, stop } = useDelivery(roomId, userId, now, change);
  useEffect(() => {
    for (const kept of keptTexts(userId, roomId)) change({ type: 'written', ...kept });
    void flush();
    const again = () => void flush();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      stop();
    };
  }, [roomId, userId, change, flush, stop]);

  return {
    flush: () => void flush(),
    write: (text) => {
      const written = { clientId: crypto.randomUUID(), text, at: new Date().toISOString() };
      keepText(userId, roomId, written);
      change({ type: 'written', ...written });
      void flush();
    },
    tryAgain: (clientId) => {
      change({ type: 'tried-again', clientId });
      void flush();
    },
    discard: (clientId) => {
      forgetText(userId, roomId, clientId);
      change({ type: 'discarded', clientId });
    },
  };
}

/** Delivers what waits, one run at a time; where that fails, again after a pause that grows. */
function useDelivery(
  roomId: string,
  userId: string,
  now: () => Conversation,
  change: (change: ConversationChange) => void,
): { flush: () => Promise<void>; stop: () => void } {
  const running = useRef(false);
  const pause = useRef(FIRST_PAUSE);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    clearTimeout(timer.current);
    const isDelivered = await deliverAll(roomId, now, (news) => {
      change(news);
      if (news.type === 'acknowledged') forgetText(userId, roomId, news.clientId);
    });
    running.current = false;
    pause.current = isDelivered ? FIRST_PAUSE : Math.min(pause.current * 2, LONGEST_PAUSE);
    if (!isDelivered) timer.current = setTimeout(() => void flush(), pause.current);
  }, [roomId, userId, now, change]);
  const stop = useCallback(() => clearTimeout(timer.current), []);
  return { flush, stop };
}

/** Answers whether nothing waits any more; false where the connection or the server is away. */
async function deliverAll(
  roomId: string,
  now: () => Conversation,
  change: (change: ConversationChange) => void,
): Promise<boolean> {
  for (let next = nextToSend(now()); next; next = nextToSend(now())) {
    const { clientId } = next;
    const outcome = await deliver(roomId, next);
    if (outcome === 'away') return false;
    if (typeof outcome === 'number') change({ type: 'acknowledged', clientId, seq: outcome });
    else change({ type: 'refused', clientId, problem: outcome.problem });
  }
  return true;
}

/** By socket, and by HTTP where there is none: the number in the record, `away`, or why it was refused. */
async function deliver(
  roomId: string,
  { clientId, text }: Outgoing,
): Promise<number | 'away' | { problem: string }> {
  type Sent = Extract<SendAcknowledgement, { ok: true }>;
  const answer = await sendLive<Omit<Sent, 'ok'>>('message:send', { roomId, clientId, text });
  if (answer.ok) return answer.seq;
  if (answer.code !== 'client/offline') return isPassing(answer.code) ? 'away' : { problem: answer.message };
  try {
    const { data } = await call(negotiationsApi.post, { params: { id: roomId }, body: { clientId, text } });
    return data.seq;
  } catch (error) {
    const { code, message } = error as ApiError;
    return isPassing(code) ? 'away' : { problem: message };
  }
}

/** Whether the same text may well be taken a little later. */
const isPassing = (code: string): boolean =>
  ['client/offline', 'server/failed', 'server/unavailable', 'request/conflict'].includes(code);
