import { startApp, type TestApp } from './app.js';
import type { Client } from './client.js';
import { enterRoom, type Tab } from './negotiations.js';
import type { TestPerson } from './people.js';

/** The running product with the tabs that are open on it, as specs share it that are about one room each. */
export interface InRoom {
  readonly app: TestApp;
  readonly api: (person: TestPerson) => Client;
  /** A tab on the room, closed at the end. */
  readonly enter: (person: TestPerson, roomId: string) => Promise<Tab>;
  /** Another tab to be closed at the end. */
  readonly close: (tab: Tab) => void;
  readonly end: () => Promise<void>;
}

export async function startInRoom(): Promise<InRoom> {
  const app = await startApp();
  const tabs: Tab[] = [];
  return {
    app,
    api: (person) => app.as(person.cookie),
    enter: async (person, roomId) => {
      const tab = await enterRoom(app.url, person, roomId);
      tabs.push(tab);
      return tab;
    },
    close: (tab) => void tabs.push(tab),
    end: async () => {
      for (const tab of tabs) tab.close();
      await app.close();
    },
  };
}
