import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Message } from '#contracts/negotiations.js';
import {
  changed,
  emptyConversation,
  missingAfter,
  readableSeq,
  type Conversation,
  type ConversationChange,
} from './conversation';

const message = (seq: number, clientId = `c${seq}`): Message => ({
  roomId: 'room',
  seq,
  clientId,
  kind: 'text',
  sender: { id: 'somebody', name: 'Somebody', organisation: 'A company', role: 'owner' },
  text: `text ${seq}`,
  file: null,
  revises: null,
  data: {},
  createdAt: '2026-11-21T00:00:00.000Z',
});

const after = (changes: readonly ConversationChange[], from: Conversation = emptyConversation) =>
  changes.reduce(changed, from);
const seqs = ({ messages }: Conversation) => messages.map(({ seq }) => seq);
const written = (clientId: string, place = 1): ConversationChange => ({
  type: 'written',
  ...{ clientId, text: clientId, note: {}, place, at: '2026-11-21T00:00:00.000Z', problem: null },
});
const received = (...messages: Message[]): ConversationChange => ({ type: 'received', messages });

describe('a conversation', () => {
  it('keeps messages in the order of their numbers, each once', () => {
    expect(
      seqs(after([received(message(3)), received(message(1), message(2)), received(message(3))])),
    ).toEqual([1, 2, 3]);
  });

  it('shows a text as on its way until it is in the record', () => {
    const sent = after([written('mine'), { type: 'acknowledged', clientId: 'mine', seq: 1 }]);
    expect(sent.outgoing).toMatchObject([{ clientId: 'mine', seq: 1 }]);
    expect(missingAfter(sent)).toBe(0);
    const seen = after([received(message(1, 'mine'))], sent);
    expect(seen.outgoing).toEqual([]);
    expect(missingAfter(seen)).toBeNull();
  });

  it('does not send again what is in the record when it is found after a reload', () => {
    expect(after([received(message(1, 'mine')), written('mine')]).outgoing).toEqual([]);
  });

  it('shows what was written in that order, with what was refused in its place', () => {
    const both = after([written('b', 2), written('a', 1)]);
    const ids = ({ outgoing }: Conversation) => outgoing.map(({ clientId }) => clientId);
    expect(ids(both)).toEqual(['a', 'b']);
    const refused = changed(both, { type: 'refused', clientId: 'a', problem: 'closed' });
    expect(refused.outgoing).toMatchObject([{ problem: 'closed' }, { problem: null }]);
    const again = changed(refused, { type: 'tried-again', clientId: 'a' });
    expect(again.outgoing[0]?.problem).toBeNull();
    expect(ids(changed(refused, { type: 'discarded', clientId: 'a' }))).toEqual(['b']);
  });

  it('finds what is missing', () => {
    expect(missingAfter(emptyConversation)).toBeNull();
    expect(missingAfter(after([received(message(4), message(5), message(7))]))).toBe(5);
    expect(missingAfter(after([received(message(4)), { type: 'received', messages: [], lastSeq: 6 }]))).toBe(
      4,
    );
    expect(readableSeq(after([received(message(4), message(5), message(7))]))).toBe(5);
    expect(readableSeq(after([received(message(4), message(5))]))).toBe(5);
  });
});

describe('the beginning of a conversation', () => {
  it('of a room where nothing had been said is missed like any other part', () => {
    const opened = after([{ type: 'received', messages: [], lastSeq: 4, from: 5 }]);
    expect(missingAfter(opened)).toBeNull();
    const second = changed(opened, received(message(6)));
    expect(missingAfter(second)).toBe(4);
    expect(readableSeq(second)).toBe(4);
    expect(missingAfter(changed(second, received(message(5))))).toBeNull();
  });

  it('may lie after what was found in the outbox and had long been stored', () => {
    const found = after([written('old'), { type: 'received', messages: [message(8)], lastSeq: 8, from: 8 }]);
    expect(found.outgoing).toMatchObject([{ seq: null }]);
    expect(changed(found, { type: 'acknowledged', clientId: 'old', seq: 3 }).outgoing).toEqual([]);
    expect(changed(found, { type: 'acknowledged', clientId: 'old', seq: 9 }).outgoing).toMatchObject([
      { seq: 9 },
    ]);
  });
});

describe('any order of arrival', () => {
  const own = ['mine-1', 'mine-2', 'mine-3'];
  /** Everything that can be heard of twelve messages, three of them written here, once or several times. */
  const heard: ConversationChange[] = Array.from({ length: 12 }, (_, i): ConversationChange[] => {
    const clientId = i % 4 === 0 ? (own[i / 4] as string) : `c${i + 1}`;
    const known: ConversationChange[] = [
      received(message(i + 1, clientId)),
      { type: 'received', messages: [], lastSeq: i + 1 },
    ];
    return own.includes(clientId)
      ? [...known, { type: 'acknowledged', clientId, seq: i + 1 }, written(clientId)]
      : known;
  }).flat();
  const start = after(own.map((clientId) => written(clientId)));

  it('gives the same list, with duplicates and resends', () => {
    const everything = after(heard, start);
    const order = fc
      .array(fc.constantFrom(...heard), { maxLength: 40 })
      .chain((again) =>
        fc.shuffledSubarray([...heard, ...again], { minLength: heard.length + again.length }),
      );
    fc.assert(
      fc.property(order, (changes) => {
        expect(after(changes, start)).toEqual(everything);
      }),
    );
    expect(seqs(everything)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(everything.outgoing).toEqual([]);
  });

  it('never shows a number twice or out of order, whatever part of it has arrived', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...heard)), (changes) => {
        const shown = seqs(after(changes, start));
        expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
      }),
    );
  });
});
