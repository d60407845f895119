import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { Seated } from '../../support/many-rooms.js';
import { bare, socketIo } from './protocol.js';

// The load, in a process of its own: it opens the connections of each kind of server and measures one at a time.

export interface LoadTarget {
  readonly url: string;
  readonly protocol: 'socket.io' | 'bare';
}
/** What the bench asks for; each is answered with the result. */
export type LoadOrder =
  | { readonly open: string; readonly target: LoadTarget; readonly people: readonly Seated[] }
  | {
      readonly measure: string;
      readonly seconds: number;
      readonly warmUp: number;
      readonly rate: number | null;
    };

/** Times in ms. `rate` null: everybody sends as soon as the last message is acknowledged. */
export interface LoadResult {
  readonly seconds: number;
  readonly acknowledged: number;
  readonly received: number;
  readonly refused: number;
  readonly toAcknowledged: number[];
  readonly toReceived: number[];
}

/** A sentence as people write it; what stands before it tells when and by whom it was sent. */
const WORDS = '見積の件、承知しました。数量200個、納期は来月末でお願いいたします。図面の改訂を添付します。';
/** A sample of so many times is kept of what others receive. */
const MAX_TIMES = 400_000;

class Group {
  private readonly sockets: WebSocket[] = [];
  private sentAt: Float64Array;
  private waiting: Int32Array;
  private count = { acknowledged: 0, received: 0, refused: 0 };
  private toAcknowledged: number[] = [];
  private toReceived: number[] = [];
  private counting = false;
  private closedLoop = false;

  constructor(
    private readonly target: LoadTarget,
    private readonly people: readonly Seated[],
  ) {
    this.sentAt = new Float64Array(people.length);
    this.waiting = new Int32Array(people.length);
  }

  private get protocol() {
    return this.target.protocol === 'bare' ? bare : socketIo;
  }

  /** A few at a time, as browsers would come. */
  async open(): Promise<void> {
    let next = 0;
    const work = async () => {
      while (next < this.people.length) await this.connect(next++);
    };
    await Promise.all(Array.from({ length: 20 }, work));
  }

  private connect(i: number): Promise<void> {
    const { userId, cookie, roomId } = this.people[i] as Seated;
    const address = this.target.url.replace('http', 'ws') + this.protocol.path(userId);
    const socket = new WebSocket(address, { headers: { cookie }, perMessageDeflate: false });
    this.sockets[i] = socket;
    return new Promise((resolve, reject) => {
      let state: 'greeting' | 'joining' | 'there' = 'greeting';
      socket.on('error', reject);
      socket.on('close', () =>
        state === 'there' ? fail(`Connection ${i} was lost.`) : reject(new Error('closed')),
      );
      socket.on('message', (data: Buffer) => {
        const frame = data.toString();
        if (state === 'there') return this.hear(i, frame);
        const ack = this.protocol.acknowledged(frame);
        if (state === 'joining' && ack > 0) {
          state = 'there';
          resolve();
        } else if (ack < 0) reject(new Error(`Not let in: ${frame}`));
        else if (this.protocol.greet(frame, (answer) => socket.send(answer)) && state === 'greeting') {
          state = 'joining';
          socket.send(this.protocol.join(roomId, 1));
        }
      });
    });
  }

  private hear(i: number, frame: string): void {
    const now = performance.now();
    const ack = this.protocol.acknowledged(frame);
    if (ack !== 0) return this.answered(i, ack, now);
    const at = frame.indexOf('"text":"');
    if (at < 0) return void this.protocol.greet(frame, (answer) => this.sockets[i]?.send(answer));
    const bar = frame.indexOf('|', at);
    const end = frame.indexOf('|', bar + 1);
    if (Number(frame.slice(bar + 1, end)) === i || !this.counting) return;
    this.count.received++;
    if (this.toReceived.length < MAX_TIMES) this.toReceived.push(now - Number(frame.slice(at + 8, bar)));
  }

  private answered(i: number, ack: number, now: number): void {
    if (Math.abs(ack) !== this.waiting[i]) return;
    this.waiting[i] = 0;
    if (this.counting) {
      if (ack < 0) this.count.refused++;
      else {
        this.count.acknowledged++;
        this.toAcknowledged.push(now - (this.sentAt[i] ?? now));
      }
    }
    if (this.closedLoop) this.send(i, now);
  }

  private ack = 1;
  /** `since`: when it should have been sent, so that a server that stalls does not hide its own lateness. */
  private send(i: number, since: number): void {
    const { roomId } = this.people[i] as Seated;
    this.ack = this.ack >= 99_999_999 ? 2 : this.ack + 1;
    this.waiting[i] = this.ack;
    this.sentAt[i] = since;
    const text = `${since.toFixed(2)}|${i}|${WORDS}`;
    this.sockets[i]?.send(this.protocol.message(this.ack, { roomId, clientId: randomUUID(), text }));
  }

  async measure(seconds: number, warmUp: number, rate: number | null): Promise<LoadResult> {
    this.count = { acknowledged: 0, received: 0, refused: 0 };
    this.toAcknowledged = [];
    this.toReceived = [];
    this.closedLoop = rate === null;
    const stop = rate === null ? this.everybody() : this.atRate(rate);
    await sleep(warmUp * 1_000);
    process.send?.('counting');
    this.counting = true;
    const began = performance.now();
    await sleep(seconds * 1_000);
    const took = (performance.now() - began) / 1_000;
    this.counting = false;
    process.send?.('counted');
    this.closedLoop = false;
    stop();
    await this.quiet();
    return {
      seconds: took,
      ...this.count,
      toAcknowledged: this.toAcknowledged,
      toReceived: this.toReceived,
    };
  }

  private everybody(): () => void {
    this.people.forEach((_, i) => this.send(i, performance.now()));
    return () => undefined;
  }

  /** Sends so many a second, one after the other of the people; who still waits for an answer is passed over. */
  private atRate(rate: number): () => void {
    const began = performance.now();
    let sent = 0;
    let turn = 0;
    const timer = setInterval(() => {
      const due = Math.floor(((performance.now() - began) / 1_000) * rate);
      for (; sent < due; sent++) {
        for (let tries = 0; this.waiting[turn] !== 0 && tries < this.people.length; tries++)
          turn = (turn + 1) % this.people.length;
        this.send(turn, began + (sent / rate) * 1_000);
        turn = (turn + 1) % this.people.length;
      }
    }, 1);
    return () => clearInterval(timer);
  }

  private async quiet(): Promise<void> {
    for (let tries = 0; this.waiting.some((ack) => ack !== 0); tries++) {
      if (tries > 600) throw new Error('Messages were not acknowledged within half a minute.');
      await sleep(50);
    }
  }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const fail = (reason: string): never => {
  console.error(reason);
  process.exit(1);
};

const groups = new Map<string, Group>();
async function obey(order: LoadOrder): Promise<LoadResult | null> {
  if ('open' in order) {
    const group = new Group(order.target, order.people);
    groups.set(order.open, group);
    await group.open();
    return null;
  }
  const group = groups.get(order.measure);
  return group ? group.measure(order.seconds, order.warmUp, order.rate) : null;
}

process.on('message', (order: LoadOrder) => {
  obey(order).then(
    (result) => process.send?.({ result }),
    (error: unknown) => fail(String(error)),
  );
});
// Ends with the bench, however that ends.
process.on('disconnect', () => process.exit(0));
