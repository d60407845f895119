/** What was done at the reception and is not with the server yet. The same again takes the place of the earlier. */
export type DayAction =
  | { kind: 'check-in'; id: string; at: string | null }
  | { kind: 'attend'; id: string; state: 'planned' | 'held' | 'no-show' };

/** Where actions are kept: on the device, the same for all tabs. */
export type DayStore = Pick<Storage, 'getItem' | 'setItem'>;

/** How it went with the server: `later` where it cannot be reached, or is out of order. */
export type Sent = 'stored' | 'refused' | 'later';

const nameOf = (eventId: string): string => `nakadachi.day.${eventId}`;
const isSame = (a: DayAction, b: DayAction): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What waits for the server, in the order in which it was done; through reloads, for all tabs of this browser. */
export class DayOutbox {
  private sending: Promise<void> | null = null;

  constructor(
    private readonly eventId: string,
    private readonly store: DayStore,
    private readonly send: (action: DayAction) => Promise<Sent>,
    private readonly changed: (actions: DayAction[]) => void = () => undefined,
    /** Runs one round after the other, also of other tabs: what is taken back in one does not overtake. */
    private readonly exclusively: (work: () => Promise<void>) => Promise<void> = (work) => work(),
  ) {}

  /** Nothing where what is stored cannot be read. */
  actions(): DayAction[] {
    try {
      const found: unknown = JSON.parse(this.store.getItem(nameOf(this.eventId)) ?? '[]');
      return Array.isArray(found) ? (found as DayAction[]) : [];
    } catch {
      return [];
    }
  }

  /** Keeps an action; what was done before with the same firm or meeting, and has not been sent, is no more. */
  add(action: DayAction): void {
    const others = this.actions().filter(({ kind, id }) => kind !== action.kind || id !== action.id);
    this.keep([...others, action]);
  }

  /**
   * Sends what waits, one after the other, until the server cannot be reached. What is added meanwhile is sent, too, and
   * what was replaced meanwhile is not taken for sent. What the server refuses for good is dropped. Calls that meet share
   * one round.
   */
  flush(): Promise<void> {
    this.sending ??= this.exclusively(() => this.round()).finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  private async round(): Promise<void> {
    for (let [next] = this.actions(); next; [next] = this.actions()) {
      const action = next;
      if ((await this.send(action)) === 'later') return;
      this.keep(this.actions().filter((one) => !isSame(one, action)));
    }
  }

  private keep(actions: DayAction[]): void {
    this.store.setItem(nameOf(this.eventId), JSON.stringify(actions));
    this.changed(actions);
  }
}
