import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';

/** One visitor with a ticket, the booths of their walk, a session to sit in and a talk that has begun. */
export interface Walker {
  readonly ticket: string;
  readonly booths: readonly string[];
  readonly sessionId: string;
  readonly pollId: string;
  readonly questionId: string;
  readonly talkId: string;
}

/** Milliseconds to each acknowledgement, by what was done; and what failed, by why. */
export interface Walked {
  readonly took: Record<string, number[]>;
  readonly failures: Record<string, number>;
  readonly completed: number;
}

const TIMEOUT = 20_000;
/** Every how manieth visitor asks a question of their own. */
const ASKS = 10;

/** All visitors come within `seconds`, each with pauses as people make them, and walk through the fair. */
export async function walkAll(url: string, walkers: readonly Walker[], seconds: number): Promise<Walked> {
  const took: Record<string, number[]> = {};
  const failures: Record<string, number> = {};
  const fail = (why: string) => void (failures[why] = (failures[why] ?? 0) + 1);
  const timed = async (what: string, work: () => Promise<{ ok?: boolean; code?: string }>) => {
    const begun = performance.now();
    const answer = await work();
    if (answer.ok === false) throw new Error(`${what}: ${answer.code ?? 'refused'}`);
    (took[what] ??= []).push(performance.now() - begun);
  };
  let completed = 0;
  await Promise.all(
    walkers.map(async (walker, i) => {
      await sleep((i / walkers.length) * (seconds / 3) * 1_000);
      let socket: Socket | null = null;
      try {
        await timed('connect', async () => {
          socket = await connected(url, walker.ticket);
          return { ok: true };
        });
        await walk(socket as unknown as Socket, walker, i, seconds, timed);
        completed += 1;
      } catch (error) {
        fail((error as Error).message);
      } finally {
        (socket as Socket | null)?.disconnect();
      }
    }),
  );
  return { took, failures, completed };
}

type Timed = (what: string, work: () => Promise<{ ok?: boolean; code?: string }>) => Promise<void>;

async function walk(socket: Socket, walker: Walker, i: number, seconds: number, timed: Timed): Promise<void> {
  const { sessionId, pollId, questionId, talkId } = walker;
  const steps: [string, object][] = [
    ...walker.booths.map((exhibitorId): [string, object] => ['booth:enter', { exhibitorId }]),
    ['talk:join', { talkId }],
    ['talk:say', { talkId, clientId: randomUUID(), text: '月に五十個、お願いできますか。' }],
    ['talk:say', { talkId, clientId: randomUUID(), text: '図面をお送りします。' }],
    ['session:join', { sessionId }],
    ...(i % ASKS === 0
      ? [
          ['question:ask', { sessionId, clientId: randomUUID(), text: '費用はどのくらいですか。' }] as [
            string,
            object,
          ],
        ]
      : []),
    ['question:vote', { questionId, isFor: true }],
    ['poll:vote', { pollId, option: i % 2 }],
  ];
  const pause = ((seconds * 2) / 3 / steps.length) * 1_000;
  for (const [event, data] of steps) {
    await sleep(Math.random() * 2 * pause);
    await timed(event, () => socket.timeout(TIMEOUT).emitWithAck(event, data) as Promise<{ ok: boolean }>);
  }
}

function connected(url: string, ticket: string): Promise<Socket> {
  const socket = io(`${url}/fair`, {
    ...{ transports: ['websocket'], forceNew: true, reconnection: false, timeout: TIMEOUT },
    auth: { ticket },
  });
  return new Promise((resolve, reject) => {
    socket.on('connect', () => resolve(socket));
    socket.on('connect_error', (error) => reject(new Error(`connect: ${error.message}`)));
  });
}
