/** What was done at the reception and is not with the server yet. The same again takes the place of the earlier. */
export type DayAction =
  | { kind: 'check-in'; id: string; at: string | null }
  | { kind: 'attend'; id: string; state: 'planned' | 'held' | 'no-show' };

/** Where actions are kept: on the device, the same for all tabs. */
export type DayStore = Pick<Storage, 'getItem' | 'setItem'>;

/** How it went with the server: `later` where it cannot be reached, or is out of order. */
export type Sent = 'stored' | 'refused' | 'later';

/** What the actions of an event are kept under. */
export const nameOf = (eventId: string): string => `nakadachi.day.${eventId}`;
/** Apart from the actions: other tabs look at these when they change, and not at what is tried. */
const tryingOf = (eventId: string): string => `${nameOf(eventId)}.trying`;
const isAbout = (a: DayAction, b: DayAction): boolean => a.kind === b.kind && a.id === b.id;
/** A check-in and its being taken back: together they leave the firm as it is with the server. */
const isUndoing = (a: DayAction, b: DayAction): boolean =>
  isAbout(a, b) && a.kind === 'check-in' && b.kind === 'check-in' && (a.at === null) !== (b.at === null);
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

  /**
   * Keeps an action; what was done before with the same firm or meeting, and has not been sent, is no more. A check-in
   * that is taken back before it was sent leaves nothing to send: the server may know of one by a colleague.
   */
  add(action: DayAction): void {
    const all = this.actions();
    const others = all.filter((one) => !isAbout(one, action));
    const trying = this.store.getItem(tryingOf(this.eventId));
    const isNothing = all.some((one) => isUndoing(one, action) && JSON.stringify(one) !== trying);
    this.keep(isNothing ? others : [...others, action]);
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
      this.store.setItem(tryingOf(this.eventId), JSON.stringify(action));
      const isLater = (await this.send(action)) === 'later';
      this.store.setItem(tryingOf(this.eventId), '');
      const all = this.actions();
      if (isLater) {
        // It was taken back while it was tried, and has not arrived.
        const others = all.filter((one) => !isUndoing(one, action));
        if (others.length < all.length) this.keep(others);
        return;
      }
      this.keep(all.filter((one) => !isSame(one, action)));
    }
  }

  private keep(actions: DayAction[]): void {
    this.store.setItem(nameOf(this.eventId), JSON.stringify(actions));
    this.changed(actions);
  }
}
