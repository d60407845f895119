import type { MessageNote } from '#contracts/message.js';

/** A text that was written here and is not known to be stored on the server. */
export interface KeptText {
  /** Its place in the outbox: the order of writing, over all tabs of this browser. */
  place: number;
  userId: string;
  roomId: string;
  clientId: string;
  text: string;
  note: MessageNote;
  /** By the device's clock; nothing depends on it. */
  at: string;
  /** Why the server refused it, in words; null while it waits. */
  problem: string | null;
}

/** Where texts wait for the server: on this device, the same for all tabs. */
export interface Outbox {
  /** Keeps a text; once this has settled, it outlives the tab. */
  add(text: Omit<KeptText, 'place'>): Promise<KeptText>;
  /** A person's texts in the order of writing, of one room or of all. */
  texts(userId: string, roomId?: string): Promise<KeptText[]>;
  setProblem(clientId: string, problem: string | null): Promise<void>;
  remove(clientId: string): Promise<void>;
  clear(): Promise<void>;
}

/** The outbox of a browser that keeps nothing (a private window may forbid it): texts are sent, but lost by a reload. */
export class MemoryOutbox implements Outbox {
  private kept: KeptText[] = [];
  private last = 0;

  async add(text: Omit<KeptText, 'place'>): Promise<KeptText> {
    const kept = { ...text, place: ++this.last };
    this.kept.push(kept);
    return kept;
  }

  async texts(userId: string, roomId?: string): Promise<KeptText[]> {
    return this.kept.filter((t) => t.userId === userId && (roomId === undefined || t.roomId === roomId));
  }

  async setProblem(clientId: string, problem: string | null): Promise<void> {
    this.kept = this.kept.map((text) => (text.clientId === clientId ? { ...text, problem } : text));
  }

  async remove(clientId: string): Promise<void> {
    this.kept = this.kept.filter((text) => text.clientId !== clientId);
  }

  async clear(): Promise<void> {
    this.kept = [];
  }
}
