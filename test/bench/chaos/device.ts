import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { Message } from '#contracts/message.js';
import { negotiationsApi } from '#contracts/negotiations.js';
import {
  changed,
  emptyConversation,
  missingAfter,
  type Conversation,
  type ConversationChange,
} from '../../../apps/web/src/features/negotiations/conversation.js';
import { Delivery, type Sent } from '../../../apps/web/src/features/negotiations/delivery.js';
import { MemoryOutbox, type KeptText } from '../../../apps/web/src/features/negotiations/outbox.js';
import { client, type Client } from '../../support/client.js';
import type { Seated } from '../../support/many-rooms.js';
import type { Acknowledged } from '../../support/negotiations.js';
import type { Record } from './record.js';

export interface Surroundings {
  readonly record: Record;
  readonly random: () => number;
  /** Where sockets go, and where HTTP goes. */
  readonly socketUrl: string;
  readonly apiUrl: string;
  /** Without faults: for the end. */
  calm: boolean;
}

/** How often (share) a packet is lost or comes twice. */
const LOST = 0.004;
const TWICE = 0.01;
/** So long (ms) an answer is waited for. */
const PATIENCE = 3_000;

/**
 * A person's browser: one outbox, one or two tabs over it, a clock that is wrong and jumps. It is made of the web app's
 * own parts: how it sends, and what it makes of what it hears.
 */
export class Device {
  readonly outbox = new MemoryOutbox();
  tabs: Tab[] = [];
  private written = 0;
  private before: Promise<unknown> = Promise.resolve();
  private readonly withLocks: boolean;
  private skew: number;

  constructor(
    readonly place: Seated,
    readonly name: string,
    readonly around: Surroundings,
    private readonly wanted: number,
    tabs: number,
  ) {
    // A page that did not come over https has no locks.
    this.withLocks = around.random() < 0.75;
    this.skew = (around.random() - 0.5) * 2 * 86_400_000;
    for (let i = 0; i < tabs; i++) this.tabs.push(new Tab(this));
  }

  /** Writes all that it has to say, by turns in its tabs, never far ahead of what is stored. */
  async write(): Promise<void> {
    const { random } = this.around;
    while (this.written < this.wanted) {
      const waiting = await this.outbox.texts(this.place.userId);
      if (waiting.length > 2) {
        await sleep(20);
        continue;
      }
      if (!this.around.calm && random() < 0.002) await this.reload();
      if (random() < 0.01) this.skew -= random() * 3_600_000;
      const tab = this.tabs[Math.floor(random() * this.tabs.length)] as Tab;
      const text = `${this.name} の ${++this.written}`;
      await tab.delivery.write(this.place.roomId, text, {});
    }
  }

  /** A tab is closed in the middle of whatever it does, and opened again. */
  private async reload(): Promise<void> {
    const i = Math.floor(this.around.random() * this.tabs.length);
    this.tabs[i]?.close();
    this.around.record.count.reloads++;
    this.tabs[i] = new Tab(this);
  }

  now(): Date {
    return new Date(Date.now() + this.skew);
  }

  exclusively<T>(work: () => Promise<T>): Promise<T> {
    if (!this.withLocks) return work();
    const mine = this.before.then(work);
    this.before = mine.catch(() => undefined);
    return mine;
  }

  close(): void {
    for (const tab of this.tabs) tab.close();
  }
}

export class Tab {
  readonly delivery: Delivery;
  private readonly socket: Socket;
  private readonly http: Client;
  private conversation: Conversation = emptyConversation;
  private loaded = false;
  private catching: Promise<void> | null = null;
  private closed = false;

  constructor(private readonly device: Device) {
    const { place, around } = device;
    this.http = client(around.apiUrl, place.cookie);
    this.delivery = new Delivery({
      outbox: device.outbox,
      userId: place.userId,
      send: (text) => this.send(text),
      exclusively: (work) => device.exclusively(work),
      tell: (news) => {
        for (const tab of device.tabs) if (tab !== this) tab.delivery.hear(news);
      },
      newId: () => randomUUID(),
      now: () => device.now(),
    });
    this.delivery.onNews((news) => {
      if (news.type === 'written') {
        const { clientId, text, note, place: at, at: when, problem } = news.text;
        this.change({ type: 'written', clientId, text, note, place: at, at: when, problem });
      } else if (news.type === 'acknowledged') {
        this.change({ type: 'acknowledged', clientId: news.clientId, seq: news.seq });
        around.record.shownAsStored(place.roomId, news.clientId, news.seq);
      } else if (news.type === 'refused') around.record.refused(news.problem);
    });
    this.socket = io(around.socketUrl, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 2_000,
      timeout: 5_000,
      extraHeaders: { cookie: place.cookie },
    });
    this.socket.on('connect', () => void this.enter());
    this.socket.on('message:new', (message: Message) => this.hear(message));
    void this.load();
  }

  get messages(): readonly Message[] {
    return this.conversation.messages;
  }

  get outgoing() {
    return this.conversation.outgoing;
  }

  /** What the browser does when a room is opened: the latest messages, and what an earlier visit left unsent. */
  private async load(): Promise<void> {
    const { place, around } = this.device;
    for (const { clientId, text, note, place: at, at: when, problem } of await this.delivery.waiting(
      place.roomId,
    ))
      this.change({ type: 'written', clientId, text, note, place: at, at: when, problem });
    while (!this.loaded && !this.closed) {
      try {
        const { items, lastSeq } = await this.page({});
        this.change({ type: 'received', messages: items, lastSeq, from: items[0]?.seq ?? lastSeq + 1 });
        this.loaded = true;
      } catch {
        await sleep(300 + around.random() * 300);
      }
    }
    await this.delivery.flush();
    await this.catchUp();
  }

  private async page(query: { after?: number; limit?: number }) {
    return this.http.ok(negotiationsApi.messages, { params: { id: this.device.place.roomId }, query });
  }

  private async enter(): Promise<void> {
    const { roomId } = this.device.place;
    this.device.around.record.count.connections++;
    const answer = await this.ask('room:join', { roomId });
    if (!answer?.ok) {
      if (this.socket.connected && !this.closed) setTimeout(() => void this.enter(), 500);
      return;
    }
    this.change({ type: 'received', messages: [], lastSeq: answer.lastSeq ?? 0 });
    void this.delivery.flush();
    await this.catchUp();
  }

  private hear(message: Message): void {
    const { around } = this.device;
    const { count } = around.record;
    if (!around.calm && around.random() < LOST) return void count.dropped++;
    this.take([message]);
    if (!around.calm && around.random() < TWICE) {
      count.duplicated++;
      setTimeout(() => this.take([message]), around.random() * 500);
    }
  }

  private take(messages: readonly Message[]): void {
    if (this.closed) return;
    this.change({ type: 'received', messages });
    if (this.loaded) void this.catchUp();
  }

  /** All tabs of a room hold the same objects where they heard the same. */
  private change(change: ConversationChange): void {
    const { record } = this.device.around;
    const shared =
      change.type === 'received'
        ? { ...change, messages: change.messages.map((m) => record.heard(m)) }
        : change;
    this.conversation = changed(this.conversation, shared);
  }

  async catchUp(): Promise<void> {
    if (this.catching || this.closed) return;
    this.catching = this.readMissing();
    await this.catching;
    this.catching = null;
  }

  private async readMissing(): Promise<void> {
    try {
      for (
        let after = missingAfter(this.conversation);
        after !== null;
        after = missingAfter(this.conversation)
      ) {
        this.device.around.record.count.caughtUp++;
        const { items, lastSeq } = await this.page({ after, limit: 500 });
        if (items.length === 0) break;
        this.change({ type: 'received', messages: items, lastSeq });
      }
    } catch {
      // Asked again with the next message or connection.
    }
  }

  /** At the end: asks how far the record goes, as a browser without a socket does. */
  async settle(): Promise<void> {
    const { items, lastSeq } = await this.page({ after: this.messages.at(-1)?.seq ?? 0, limit: 500 });
    this.change({ type: 'received', messages: items, lastSeq });
    // What is under way may have begun before this.
    await this.catching;
    await this.catchUp();
  }

  private async send({ roomId, clientId, text }: KeptText): Promise<Sent> {
    const { around } = this.device;
    const { count } = around.record;
    count.sent++;
    const message = { roomId, clientId, text };
    if (!around.calm && around.random() < LOST) {
      count.dropped++;
      await sleep(PATIENCE);
      return 'away';
    }
    if (!around.calm && around.random() < TWICE) {
      count.duplicated++;
      this.socket.emit('message:send', message, (answer: Acknowledged) => {
        if (answer.ok) around.record.acknowledged(roomId, clientId, answer.seq ?? 0);
      });
    }
    const answer = await this.ask('message:send', message);
    if (answer?.ok && !around.calm && around.random() < LOST) {
      // It is stored, and the sender does not hear of it.
      count.dropped++;
      return 'away';
    }
    if (!answer) return 'away';
    if (answer.ok) {
      around.record.acknowledged(roomId, clientId, answer.seq ?? 0);
      return answer.seq ?? 0;
    }
    const passing = ['server/failed', 'server/unavailable', 'request/conflict'].includes(answer.code ?? '');
    return passing ? 'away' : { problem: answer.code ?? '' };
  }

  private async ask(event: string, data: object): Promise<Acknowledged | null> {
    if (!this.socket.connected) return null;
    try {
      return (await this.socket.timeout(PATIENCE).emitWithAck(event, data)) as Acknowledged;
    } catch {
      return null;
    }
  }

  close(): void {
    this.closed = true;
    this.delivery.stop();
    this.socket.disconnect();
  }
}
