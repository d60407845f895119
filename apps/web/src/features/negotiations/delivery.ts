import type { MessageNote } from '#contracts/message.js';
import type { KeptText, Outbox } from './outbox.js';

/** What becomes of a text; told to every tab. */
export type OutboxNews =
  | { type: 'written'; text: KeptText }
  | { type: 'acknowledged'; roomId: string; clientId: string; seq: number }
  | { type: 'refused'; roomId: string; clientId: string; problem: string }
  | { type: 'tried-again'; roomId: string; clientId: string }
  | { type: 'discarded'; roomId: string; clientId: string };

/** Its number in the record, `away` where connection or server are missing, or why the server refused it. */
export type Sent = number | 'away' | { problem: string };

/** What delivery needs of its surroundings: a browser's tab, or a test. */
export interface DeliveryPorts {
  readonly outbox: Outbox;
  readonly userId: string;
  send(text: KeptText): Promise<Sent>;
  /** Runs work while no other tab of this person runs any; after some patience also without that. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  /** Tells the other tabs. */
  tell(news: OutboxNews): void;
  newId(): string;
  /** The device's clock, however wrong. */
  now(): Date;
}

/** Pauses (ms) between two attempts: doubled each time. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * Takes texts from the outbox to the server: in the order of writing, one after the other, each under the same client id
 * until its number is known. The server answers a text that it has already with the number it has, so that whatever is
 * sent again is stored once.
 */
export class Delivery {
  private readonly listeners = new Set<(news: OutboxNews) => void>();
  private running = false;
  private again = false;
  private stopped = false;
  private pause = FIRST_PAUSE;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ports: DeliveryPorts) {}

  /** Keeps a text on this device and sends it as soon as there is a connection. */
  async write(roomId: string, text: string, note: MessageNote): Promise<void> {
    const { outbox, userId } = this.ports;
    const clientId = this.ports.newId();
    const at = this.ports.now().toISOString();
    const kept = await outbox.add({ userId, roomId, clientId, text, note, at, problem: null });
    this.tellAll({ type: 'written', text: kept });
    void this.flush();
  }

  /** What waits for a room, or was refused. */
  waiting(roomId: string): Promise<KeptText[]> {
    return this.ports.outbox.texts(this.ports.userId, roomId);
  }

  async tryAgain(roomId: string, clientId: string): Promise<void> {
    await this.ports.outbox.setProblem(clientId, null);
    this.tellAll({ type: 'tried-again', roomId, clientId });
    await this.flush();
  }

  async discard(roomId: string, clientId: string): Promise<void> {
    await this.ports.outbox.remove(clientId);
    this.tellAll({ type: 'discarded', roomId, clientId });
  }

  /** Calls back with what becomes of texts, here and in other tabs. Answers with how to end that. */
  onNews(listener: (news: OutboxNews) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** What another tab told. */
  hear(news: OutboxNews): void {
    for (const listener of this.listeners) listener(news);
  }

  /** Sends what waits, e.g. after a reconnection; where that fails, again after a pause that grows. */
  async flush(): Promise<void> {
    if (this.stopped) return;
    this.again = true;
    if (this.running) return;
    this.running = true;
    clearTimeout(this.timer);
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        const isDelivered = await this.ports.exclusively(() => this.deliverAll());
        this.pause = isDelivered ? FIRST_PAUSE : Math.min(this.pause * 2, LONGEST_PAUSE);
        if (!isDelivered) return this.later();
      }
    } catch {
      // The device's storage fails for a moment: nothing was removed from it.
      this.later();
    } finally {
      this.running = false;
    }
  }

  /** A tab that is left sends nothing more; what waits stays in the outbox. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.listeners.clear();
  }

  private later(): void {
    if (!this.stopped) this.timer = setTimeout(() => void this.flush(), this.pause);
  }

  /** Answers whether nothing waits any more; false where connection or server are away. */
  private async deliverAll(): Promise<boolean> {
    const { outbox, userId } = this.ports;
    for (;;) {
      const next = (await outbox.texts(userId)).find(({ problem }) => problem === null);
      if (!next) return true;
      if (this.stopped) return false;
      const { roomId, clientId } = next;
      const sent = await this.ports.send(next);
      if (sent === 'away') return false;
      if (typeof sent === 'number') {
        await outbox.remove(clientId);
        this.tellAll({ type: 'acknowledged', roomId, clientId, seq: sent });
      } else {
        await outbox.setProblem(clientId, sent.problem);
        this.tellAll({ type: 'refused', roomId, clientId, problem: sent.problem });
      }
    }
  }

  private tellAll(news: OutboxNews): void {
    this.hear(news);
    this.ports.tell(news);
  }
}
