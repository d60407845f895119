import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptText, Outbox } from './outbox';

interface Schema extends DBSchema {
  texts: { key: number; value: KeptText; indexes: { clientId: string; userId: string } };
}

/** Rejects, and never throws, where the browser gives no storage at all. */
const open = async (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>('nakadachi-outbox', 1, {
    upgrade: (database) => {
      const texts = database.createObjectStore('texts', { keyPath: 'place', autoIncrement: true });
      texts.createIndex('clientId', 'clientId', { unique: true });
      texts.createIndex('userId', 'userId');
    },
  });

/** The outbox in IndexedDB. */
export class IndexedDbOutbox implements Outbox {
  private readonly database: Promise<IDBPDatabase<Schema>>;

  constructor() {
    this.database = open();
    // Whoever needs it is told; that nobody does yet is no error.
    this.database.catch(() => undefined);
  }

  async add(text: Omit<KeptText, 'place'>): Promise<KeptText> {
    const writing = (await this.database).transaction('texts', 'readwrite', { durability: 'strict' });
    const place = await writing.store.add(text as KeptText);
    await writing.done;
    return { ...text, place };
  }

  async texts(userId: string, roomId?: string): Promise<KeptText[]> {
    const all = await (await this.database).getAllFromIndex('texts', 'userId', userId);
    return all.filter((text) => roomId === undefined || text.roomId === roomId);
  }

  async setProblem(clientId: string, problem: string | null): Promise<void> {
    await this.change(
      clientId,
      async (database, text) => void (await database.put('texts', { ...text, problem })),
    );
  }

  async remove(clientId: string): Promise<void> {
    await this.change(clientId, (database, { place }) => database.delete('texts', place));
  }

  async clear(): Promise<void> {
    await (await this.database).clear('texts');
  }

  private async change(
    clientId: string,
    work: (database: IDBPDatabase<Schema>, text: KeptText) => Promise<void>,
  ): Promise<void> {
    const database = await this.database;
    const text = await database.getFromIndex('texts', 'clientId', clientId);
    if (text) await work(database, text);
  }
}
