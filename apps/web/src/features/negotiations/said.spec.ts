import { describe, expect, it } from '@jest/globals';
import type { Message } from '#contracts/message.js';
import { readRecord } from './said';

const entry = (seq: number, given: Partial<Message> = {}): Message => ({
  roomId: 'room',
  seq,
  clientId: `c${seq}`,
  kind: 'text',
  sender: { id: 'me', name: 'Me', organisation: 'A company', role: 'owner' },
  text: `text ${seq}`,
  file: null,
  revises: null,
  data: {},
  createdAt: `2026-11-21T00:00:${String(seq).padStart(2, '0')}.000Z`,
  ...given,
});

describe('a record', () => {
  it('shows each text as its last edit left it, in its own place, with every wording', () => {
    const { entries, said } = readRecord([
      entry(1, { data: { replyTo: 7, language: 'ja' } }),
      entry(2),
      entry(3, { kind: 'edit', revises: 1, text: 'better', data: { language: 'en', replyTo: 9 } }),
      entry(4, { kind: 'edit', revises: 1, text: 'best' }),
    ]);
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(said.get(1)).toEqual({
      text: 'best',
      note: { replyTo: 7 },
      versions: [
        { text: 'text 1', at: '2026-11-21T00:00:01.000Z' },
        { text: 'better', at: '2026-11-21T00:00:03.000Z' },
        { text: 'best', at: '2026-11-21T00:00:04.000Z' },
      ],
      withdrawnAt: null,
    });
    expect(said.get(2)?.text).toBe('text 2');
  });

  it('says when something was taken back, and keeps what it was', () => {
    const { said } = readRecord([entry(1), entry(2, { kind: 'withdrawal', revises: 1, text: '' })]);
    expect(said.get(1)).toMatchObject({ text: 'text 1', withdrawnAt: '2026-11-21T00:00:02.000Z' });
  });

  it('leaves out what is about an entry that is not loaded, and keeps offers and notes in their places', () => {
    const { entries, said } = readRecord([
      entry(5, { kind: 'edit', revises: 1 }),
      entry(6, { kind: 'offer', text: '' }),
      entry(7, { kind: 'system', sender: null, text: '' }),
    ]);
    expect([entries.map(({ seq }) => seq), said.size]).toEqual([[6, 7], 0]);
  });
});
