import { describe, expect, it, jest } from '@jest/globals';
import { Delivery, type DeliveryPorts, type OutboxNews, type Sent } from './delivery';
import { MemoryOutbox, type KeptText } from './outbox';

/** A server that stores each client id once, and what it was sent. */
class FakeServer {
  readonly stored: string[] = [];
  readonly sent: string[] = [];
  answer: (text: KeptText) => Sent | undefined = () => undefined;

  async send(text: KeptText): Promise<Sent> {
    await Promise.resolve();
    this.sent.push(text.text);
    const answer = this.answer(text);
    if (answer !== undefined) return answer;
    if (!this.stored.includes(text.text)) this.stored.push(text.text);
    return this.stored.indexOf(text.text) + 1;
  }
}

/** One tab after the other, as navigator.locks has it. */
function locks(): DeliveryPorts['exclusively'] {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = before.then(work);
    before = mine.catch(() => undefined);
    return mine;
  };
}

let nextId = 0;
function tabs(n: number, server: FakeServer, exclusively: DeliveryPorts['exclusively'] = locks()) {
  const outbox = new MemoryOutbox();
  const all: Delivery[] = [];
  for (let i = 0; i < n; i++)
    all.push(
      new Delivery({
        outbox,
        userId: 'me',
        send: (text) => server.send(text),
        exclusively,
        tell: (news) => all.filter((_, other) => other !== i).forEach((other) => other.hear(news)),
        newId: () => `c${++nextId}`,
        // A clock that runs backwards.
        now: () => new Date(1_000_000 - nextId),
      }),
    );
  return { outbox, tabs: all as [Delivery, ...Delivery[]] };
}
const settled = async () => {
  for (let i = 0; i < 50; i++) await Promise.resolve();
};
const heardBy = (delivery: Delivery) => {
  const heard: string[] = [];
  delivery.onNews((news: OutboxNews) => void heard.push(news.type));
  return heard;
};

describe('delivery', () => {
  it('sends in the order of writing, whatever the clock says, and forgets what is stored', async () => {
    const server = new FakeServer();
    const {
      outbox,
      tabs: [tab],
    } = tabs(1, server);
    const heard = heardBy(tab);
    for (const text of ['1', '2', '3']) await tab.write('room', text, {});
    await settled();
    expect(server.stored).toEqual(['1', '2', '3']);
    expect(await outbox.texts('me')).toEqual([]);
    expect(heard.filter((type) => type === 'acknowledged')).toHaveLength(3);
  });

  it('from two tabs sends each text once, and both know', async () => {
    const server = new FakeServer();
    const {
      tabs: [one, two],
    } = tabs(2, server);
    const heard = heardBy(two as Delivery);
    await Promise.all([one.write('room', 'a', {}), (two as Delivery).write('room', 'b', {})]);
    await Promise.all([one.flush(), (two as Delivery).flush()]);
    await settled();
    expect(server.sent.sort()).toEqual(['a', 'b']);
    expect(heard.sort()).toEqual(['acknowledged', 'acknowledged', 'written', 'written']);
  });

  it('from two tabs without locks still is stored once, since it goes by the same id', async () => {
    const server = new FakeServer();
    const {
      tabs: [one, two],
    } = tabs(2, server, (work) => work());
    server.answer = () => 'away';
    await one.write('room', 'a', {});
    await settled();
    server.answer = () => undefined;
    await Promise.all([one.flush(), (two as Delivery).flush()]);
    await settled();
    expect(server.stored).toEqual(['a']);
    one.stop();
  });

  it('keeps what could not be sent, and tries again after a pause', async () => {
    jest.useFakeTimers();
    try {
      const server = new FakeServer();
      const {
        outbox,
        tabs: [tab],
      } = tabs(1, server);
      server.answer = () => 'away';
      await tab.write('room', 'later', {});
      await settled();
      expect(await outbox.texts('me', 'room')).toHaveLength(1);
      server.answer = () => undefined;
      await jest.advanceTimersByTimeAsync(2_000);
      expect(server.stored).toEqual(['later']);
      expect(await outbox.texts('me')).toEqual([]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('is taken up by the next visit', async () => {
    const server = new FakeServer();
    const {
      outbox,
      tabs: [before, after],
    } = tabs(2, server);
    server.answer = () => 'away';
    await before.write('room', 'kept', { language: 'ja' });
    await settled();
    before.stop();
    server.answer = () => undefined;
    expect(await (after as Delivery).waiting('room')).toMatchObject([
      { text: 'kept', note: { language: 'ja' } },
    ]);
    await (after as Delivery).flush();
    expect([server.stored, await outbox.texts('me')]).toEqual([['kept'], []]);
  });

  it('goes on after a text that the server refuses, which waits for its writer', async () => {
    const server = new FakeServer();
    const {
      outbox,
      tabs: [tab],
    } = tabs(1, server);
    server.answer = ({ text }) => (text === 'bad' ? { problem: '終了した商談です' } : undefined);
    await tab.write('room', 'bad', {});
    await tab.write('room', 'good', {});
    await settled();
    expect(server.stored).toEqual(['good']);
    const [refused] = await outbox.texts('me');
    expect(refused?.problem).toBe('終了した商談です');
    server.answer = () => undefined;
    await tab.tryAgain('room', refused?.clientId ?? '');
    expect([server.stored, await outbox.texts('me')]).toEqual([['good', 'bad'], []]);
  });
});
