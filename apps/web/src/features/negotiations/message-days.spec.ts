import { describe, expect, it } from '@jest/globals';
import type { Message } from '#contracts/negotiations.js';
import { byDay, isContinued } from './message-days';

const message = (seq: number, createdAt: string, sender = 'a', kind: Message['kind'] = 'text'): Message => ({
  roomId: 'room',
  seq,
  clientId: `c${seq}`,
  kind,
  sender: { id: sender, name: sender, organisation: '', role: 'owner' },
  text: '',
  file: null,
  revises: null,
  data: {},
  createdAt,
});

describe('days of a conversation', () => {
  it('are those of Japan', () => {
    const days = byDay([
      message(1, '2026-11-20T14:59:59.000Z'),
      message(2, '2026-11-20T15:00:00.000Z'),
      message(3, '2026-11-21T14:59:59.000Z'),
    ]);
    expect(days.map(({ day, messages }) => [day, messages.length])).toEqual([
      ['2026-11-20', 1],
      ['2026-11-21', 2],
    ]);
  });
});

describe('a message', () => {
  const first = message(1, '2026-11-20T10:00:00.000Z');

  it('goes on where the same sender has just spoken', () => {
    expect(isContinued(first, message(2, '2026-11-20T10:04:00.000Z'))).toBe(true);
  });

  it('begins anew after a while, by somebody else, and after an entry of another kind', () => {
    expect(isContinued(undefined, first)).toBe(false);
    expect(isContinued(first, message(2, '2026-11-20T10:06:00.000Z'))).toBe(false);
    expect(isContinued(first, message(2, '2026-11-20T10:01:00.000Z', 'b'))).toBe(false);
    expect(isContinued(message(1, '2026-11-20T10:00:00.000Z', 'a', 'offer'), first)).toBe(false);
  });
});
