import { useEffect } from 'react';
import type { SendAcknowledgement } from '#contracts/live.js';
import type { Me } from '#contracts/identity.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import { ApiError, call } from '../../api/client';
import { sendLive, useLiveState } from '../../live/live';
import { exclusively } from '../../parts/exclusively';
import { Delivery, type OutboxNews, type Sent } from './delivery';
import { IndexedDbOutbox } from './indexed-db-outbox';
import { MemoryOutbox, type KeptText, type Outbox } from './outbox';

const CHANNEL = 'nakadachi.outbox';

let outbox: Outbox | undefined;
let delivery: { userId: string; delivery: Delivery } | undefined;

function theOutbox(): Outbox {
  return (outbox ??= 'indexedDB' in window ? new IndexedDbOutbox() : new MemoryOutbox());
}

/** The delivery of a person's texts in this tab. */
export function deliveryOf(userId: string): Delivery {
  if (delivery?.userId !== userId) {
    delivery?.delivery.stop();
    delivery = { userId, delivery: begin(userId) };
  }
  return delivery.delivery;
}

function begin(userId: string): Delivery {
  const channel = new BroadcastChannel(`${CHANNEL}.${userId}`);
  const begun = new Delivery({
    outbox: theOutbox(),
    userId,
    send,
    exclusively: (work) => exclusively(`${CHANNEL}.${userId}`, work),
    tell: (news) => channel.postMessage(news),
    newId: () => crypto.randomUUID(),
    now: () => new Date(),
  });
  channel.onmessage = ({ data }: MessageEvent<OutboxNews>) => begun.hear(data);
  return begun;
}

/** By socket, and by HTTP where there is none. */
async function send({ roomId, clientId, text, note }: KeptText): Promise<Sent> {
  type Stored = Extract<SendAcknowledgement, { ok: true }>;
  const message = { clientId, text, ...note };
  const answer = await sendLive<Omit<Stored, 'ok'>>('message:send', { roomId, ...message });
  if (answer.ok) return answer.seq;
  if (answer.code !== 'client/offline') return isPassing(answer.code) ? 'away' : { problem: answer.message };
  try {
    const { data } = await call(negotiationsApi.post, { params: { id: roomId }, body: message });
    return data.seq;
  } catch (error) {
    const { code, message: problem } = error as ApiError;
    return isPassing(code) ? 'away' : { problem };
  }
}

/** Whether the same text may well be taken a little later. */
const isPassing = (code: string): boolean =>
  [
    'client/offline',
    'server/failed',
    'server/unavailable',
    'request/conflict',
    'auth/not-signed-in',
  ].includes(code);

/** Sends what waits from every screen, once there is a connection: from the frame. */
export function useOutboxDelivery(me: Me | null): void {
  const userId = me?.id;
  const connected = useLiveState() === 'connected';
  useEffect(() => {
    if (!userId) return;
    const flush = () => void deliveryOf(userId).flush();
    flush();
    window.addEventListener('online', flush);
    return () => window.removeEventListener('online', flush);
  }, [userId, connected]);
}

/** Forgets what waits on this device, for signing out. */
export async function forgetOutbox(): Promise<void> {
  delivery?.delivery.stop();
  delivery = undefined;
  await theOutbox().clear();
}
