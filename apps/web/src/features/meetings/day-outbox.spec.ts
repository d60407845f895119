import { describe, expect, it } from '@jest/globals';
import { DayOutbox, type DayAction, type DayStore, type Sent } from './day-outbox';

const here = (id: string, at: string | null = '2026-11-26T01:00:00Z'): DayAction => ({
  kind: 'check-in',
  id,
  at,
});
const held = (id: string): DayAction => ({ kind: 'attend', id, state: 'held' });

function memory(): DayStore {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

/** A server whose network can be away. */
function server() {
  const got: DayAction[] = [];
  const state = { away: false, refuses: new Set<string>() };
  const send = async (action: DayAction): Promise<Sent> => {
    await Promise.resolve();
    if (state.away) return 'later';
    if (state.refuses.has(action.id)) return 'refused';
    got.push(action);
    return 'stored';
  };
  return { got, state, send };
}

describe('what is done at the reception', () => {
  it('waits in order through a reload while the network is away, and is sent once it is back', async () => {
    const [store, { got, state, send }] = [memory(), server()];
    state.away = true;
    const before = new DayOutbox('e', store, send);
    for (const action of [here('a'), held('m'), here('b')]) before.add(action);
    await before.flush();
    expect(got).toEqual([]);
    const after = new DayOutbox('e', store, send);
    expect(after.actions()).toEqual([here('a'), held('m'), here('b')]);
    state.away = false;
    await Promise.all([after.flush(), after.flush()]);
    expect(got).toEqual([here('a'), held('m'), here('b')]);
    expect(after.actions()).toEqual([]);
  });

  it('is nothing where a check-in is taken back before it was sent: a colleague may have received the firm', async () => {
    const { got, state, send } = server();
    const outbox = new DayOutbox('e', memory(), send);
    state.away = true;
    outbox.add(here('a'));
    await outbox.flush();
    outbox.add(here('b'));
    outbox.add(here('a', null));
    state.away = false;
    await outbox.flush();
    expect(got).toEqual([here('b')]);
    // The other way round: one that the server has, taken back and received again, stays as it is there.
    outbox.add(here('b', null));
    outbox.add(here('b', '2026-11-26T02:00:00Z'));
    expect(outbox.actions()).toEqual([]);
  });

  it('is what was done last with a meeting', async () => {
    const { got, send } = server();
    const outbox = new DayOutbox('e', memory(), send);
    outbox.add(held('m'));
    outbox.add({ kind: 'attend', id: 'm', state: 'planned' });
    await outbox.flush();
    expect(got).toEqual([{ kind: 'attend', id: 'm', state: 'planned' }]);
  });

  it('is nothing, too, where it is taken back while it is tried in vain', async () => {
    const { got, state, send } = server();
    state.away = true;
    const outbox: DayOutbox = new DayOutbox('e', memory(), (action) => {
      outbox.add(here('a', null));
      return send(action);
    });
    outbox.add(here('a'));
    await outbox.flush();
    expect([got, outbox.actions()]).toEqual([[], []]);
  });

  it('loses nothing that is done while the rest is being sent, be it the same firm', async () => {
    const { got, send } = server();
    const store = memory();
    const outbox: DayOutbox = new DayOutbox('e', store, async (action) => {
      const sent = await send(action);
      if (got.length === 1) {
        outbox.add(here('a', null));
        outbox.add(here('c'));
      }
      return sent;
    });
    outbox.add(here('a'));
    await outbox.flush();
    expect(got).toEqual([here('a'), here('a', null), here('c')]);
    expect(outbox.actions()).toEqual([]);
  });

  it('is sent by one tab at a time: what another takes back meanwhile comes after it', async () => {
    const { got, send } = server();
    const store = memory();
    let before: Promise<unknown> = Promise.resolve();
    const locks = (work: () => Promise<void>) => {
      const mine = before.then(work);
      before = mine;
      return mine;
    };
    const tab = (sent: typeof send) => new DayOutbox('e', store, sent, () => undefined, locks);
    let arrive: (() => void) | undefined;
    const onTheWay = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    let begin: (() => void) | undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const first = tab(async (action) => {
      begin?.();
      await onTheWay;
      return send(action);
    });
    const second = tab(send);
    first.add(here('a'));
    first.add(here('b'));
    const sending = first.flush();
    await begun;
    second.add(here('a', null));
    const other = second.flush();
    await new Promise((resolve) => setImmediate(resolve));
    arrive?.();
    await Promise.all([sending, other]);
    expect(got).toEqual([here('a'), here('b'), here('a', null)]);
    expect(second.actions()).toEqual([]);
  });

  it('does not hold up the rest where the server refuses one for good', async () => {
    const { got, state, send } = server();
    state.refuses.add('gone');
    const outbox = new DayOutbox('e', memory(), send);
    outbox.add(held('gone'));
    outbox.add(held('m'));
    await outbox.flush();
    expect([got, outbox.actions()]).toEqual([[held('m')], []]);
  });

  it('is kept apart by event, and tells whoever shows it; what cannot be read is nothing', async () => {
    const store = memory();
    const seen: number[] = [];
    const outbox = new DayOutbox('e', store, server().send, (actions) => seen.push(actions.length));
    outbox.add(here('a'));
    expect(new DayOutbox('f', store, server().send).actions()).toEqual([]);
    await outbox.flush();
    expect(seen).toEqual([1, 0]);
    store.setItem('nakadachi.day.e', '{broken');
    expect(outbox.actions()).toEqual([]);
  });
});
