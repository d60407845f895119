import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { OutputOf } from '#contracts/endpoint.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { call } from '../../api/client';
import { sendLive, useLive, useLiveState } from '../../live/live';
import {
  changed,
  emptyConversation,
  missingAfter,
  type Conversation,
  type ConversationChange,
} from './conversation';
import { useSending, type Sending } from './use-sending';

/** How often (ms) new messages are asked for by HTTP while there is no socket. */
const POLL = 10_000;
/** So many messages before and after one that is sought are loaded with it. */
const AROUND = 30;

export interface ConversationView extends Sending {
  conversation: Conversation;
  /** Whether the latest messages have been read once. */
  loaded: boolean;
  error: Error | null;
  retry: () => void;
  /** Whether there are earlier messages than those shown. */
  hasEarlier: boolean;
  loadEarlier: () => Promise<void>;
  /** Loads what is around a number, and then what is between there and the rest. */
  loadAround: (seq: number) => Promise<void>;
  change: (change: ConversationChange) => void;
}

/**
 * A room's record as it grows: read once, then told by the socket; what was missed is fetched by number, and without a
 * socket it is asked for from time to time.
 */
export function useConversation(roomId: string, userId: string): ConversationView {
  const { state, now, change } = useChanges();
  const page = useCallback(
    async (query: PageQuery, signal?: AbortSignal) => {
      const answer = await call(negotiationsApi.messages, { params: { id: roomId }, query, signal });
      return answer.data;
    },
    [roomId],
  );
  const reading = useReading(page, now, change);
  const catchUp = useCatchUp(page, now, change);
  const sending = useSending(roomId, userId, change);

  const hear = (news: ConversationChange) => {
    change(news);
    if (reading.loaded) void catchUp();
  };
  useRoomSocket(roomId, (lastSeq) => {
    hear({ type: 'received', messages: [], lastSeq });
    sending.flush();
  });
  useLive('message:new', (message) => {
    if (message.roomId === roomId) hear({ type: 'received', messages: [message] });
  });
  usePolling(reading.loaded, () => void catchUp(true));
  const loadAround = async (seq: number) => {
    if (now().messages.some((message) => message.seq === seq)) return;
    const { items } = await page({ after: Math.max(0, seq - AROUND), limit: 2 * AROUND });
    change({ type: 'received', messages: items });
    await catchUp();
  };
  return { conversation: state, ...reading, ...sending, change, loadAround };
}

type Page = OutputOf<typeof negotiationsApi.messages>;
type PageQuery = { after?: number; before?: number; limit?: number };
type ReadPage = (query: PageQuery, signal?: AbortSignal) => Promise<Page>;

/** The latest messages when the room is opened, and earlier ones on demand. */
function useReading(
  page: ReadPage,
  now: () => Conversation,
  change: (change: ConversationChange) => void,
): Pick<ConversationView, 'loaded' | 'error' | 'retry' | 'hasEarlier' | 'loadEarlier'> {
  const [state, setState] = useState({ loaded: false, error: null as Error | null, hasEarlier: false });
  const begin = useCallback(
    async (signal?: AbortSignal) => {
      setState((before) => ({ ...before, error: null }));
      try {
        const { items, lastSeq, more } = await page({}, signal);
        change({ type: 'received', messages: items, lastSeq, from: items[0]?.seq ?? lastSeq + 1 });
        setState({ loaded: true, error: null, hasEarlier: more });
      } catch (error) {
        if (!signal?.aborted) setState((before) => ({ ...before, error: error as Error }));
      }
    },
    [page, change],
  );
  useEffect(() => {
    const leaving = new AbortController();
    void begin(leaving.signal);
    return () => leaving.abort();
  }, [begin]);

  const loading = useRef(false);
  const loadEarlier = async () => {
    const first = now().messages[0]?.seq;
    if (first === undefined || loading.current) return;
    loading.current = true;
    try {
      const { items, more } = await page({ before: first });
      change({ type: 'received', messages: items });
      setState((before) => ({ ...before, hasEarlier: more }));
    } finally {
      loading.current = false;
    }
  };
  return { ...state, loadEarlier, retry: () => void begin() };
}

/** The reducer's state, readable at once by what runs between two renderings. */
function useChanges() {
  const latest = useRef(emptyConversation);
  const [state, setState] = useState(emptyConversation);
  const now = useCallback(() => latest.current, []);
  const change = useCallback((news: ConversationChange) => {
    latest.current = changed(latest.current, news);
    setState(latest.current);
  }, []);
  return { state, now, change };
}

/** Fetches what is missing, one fetch at a time; `anyway` also asks where nothing is known to be missing. */
function useCatchUp(
  page: ReadPage,
  now: () => Conversation,
  change: (change: ConversationChange) => void,
): (anyway?: boolean) => Promise<void> {
  const running = useRef(false);
  return useCallback(
    async (anyway = false) => {
      if (running.current) return;
      running.current = true;
      try {
        let after = missingAfter(now()) ?? (anyway ? (now().messages.at(-1)?.seq ?? 0) : null);
        while (after !== null) {
          const { items, lastSeq } = await page({ after, limit: 500 });
          change({ type: 'received', messages: items, lastSeq });
          after = items.length > 0 ? missingAfter(now()) : null;
        }
      } catch {
        // Asked again with the next message, reconnection or poll.
      } finally {
        running.current = false;
      }
    },
    [page, now, change],
  );
}

/** Stands in the room while it is shown, again after every reconnection; tells the last number of the room's record. */
function useRoomSocket(roomId: string, onJoined: (lastSeq: number) => void): void {
  const connected = useLiveState() === 'connected';
  const joined = useEffectEvent(onJoined);
  useEffect(() => {
    if (!connected) return;
    let left = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const join = async () => {
      const answer = await sendLive<{ lastSeq: number }>('room:join', { roomId });
      if (left) return;
      if (answer.ok) joined(answer.lastSeq);
      else if (answer.code === 'client/offline') retry = setTimeout(() => void join(), 2_000);
    };
    void join();
    return () => {
      left = true;
      clearTimeout(retry);
      void sendLive('room:leave', { roomId });
    };
  }, [roomId, connected]);
}

function usePolling(loaded: boolean, ask: () => void): void {
  const connected = useLiveState() === 'connected';
  const poll = useEffectEvent(ask);
  useEffect(() => {
    if (connected || !loaded) return;
    const timer = setInterval(() => poll(), POLL);
    return () => clearInterval(timer);
  }, [connected, loaded]);
}
