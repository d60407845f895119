import { useEffect, useRef, useState } from 'react';
import { sendLive, useLive, useLiveState } from '../../live/live';

/** Who has the room open now; null while that is not known. */
export function usePresence(roomId: string): ReadonlySet<string> | null {
  const connected = useLiveState() === 'connected';
  const [present, setPresent] = useState<ReadonlySet<string> | null>(null);
  useLive('room:presence', (told) => {
    if (told.roomId === roomId) setPresent(new Set(told.userIds));
  });
  return connected ? present : null;
}

/** So long (ms) somebody counts as typing after the last sign of it. */
const TYPING = 4_000;

/** Names of those who are typing in the room just now, without oneself. */
export function useTyping(roomId: string, userId: string): string[] {
  const [typing, setTyping] = useState<ReadonlyMap<string, { name: string; until: number }>>(new Map());
  useLive('room:typing', (told) => {
    if (told.roomId !== roomId || told.userId === userId) return;
    setTyping(new Map(typing).set(told.userId, { name: told.name, until: Date.now() + TYPING }));
  });
  useLive('message:new', ({ sender }) => {
    if (!sender || !typing.has(sender.id)) return;
    setTyping(new Map([...typing].filter(([id]) => id !== sender.id)));
  });
  useEffect(() => {
    if (typing.size === 0) return;
    const still = (now: number) => new Map([...typing].filter(([, { until }]) => until > now));
    const timer = setTimeout(() => setTyping(still(Date.now() + 50)), TYPING);
    return () => clearTimeout(timer);
  }, [typing]);
  return [...typing.values()].map(({ name }) => name);
}

/** Tells the room that one is typing, at most every other second or so. */
export function useTypingSign(roomId: string): () => void {
  const last = useRef(0);
  return () => {
    if (Date.now() - last.current < TYPING / 2) return;
    last.current = Date.now();
    void sendLive('room:typing', { roomId });
  };
}
