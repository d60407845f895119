import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { message, roomRole, type Message } from '#contracts/message.js';
import { asSeenBy, withheld } from './between-parties.js';

const id = '01900000-0000-7000-8000-000000000001';
const entry = (given: Partial<Message>): Message => ({
  ...{ roomId: id, seq: 7, clientId: id, kind: 'text', text: '本音の単価は420円', file: null, revises: null },
  sender: { id, name: '発注 花子', organisation: '架空重機', role: 'owner' },
  data: { between: true, mentions: [id], replyTo: 3, language: 'ja' },
  createdAt: '2026-11-26T00:00:00.000Z',
  ...given,
});

describe('what the parties say between them', () => {
  it('is read by the parties, and reaches others as a number and a time', () => {
    for (const role of ['owner', 'candidate'] as const) expect(asSeenBy(role, entry({}))).toEqual(entry({}));
    for (const role of ['coordinator', 'partner'] as const)
      expect(asSeenBy(role, entry({}))).toEqual({
        ...{ roomId: id, seq: 7, clientId: id, kind: 'system', sender: null, text: '', file: null },
        ...{ revises: null, data: { key: 'between-parties' }, createdAt: '2026-11-26T00:00:00.000Z' },
      });
  });

  it('leaves no word of any kind of entry, and a sound entry under the same number', () => {
    const kinds = fc.constantFrom('text', 'file', 'edit', 'withdrawal');
    fc.assert(
      fc.property(kinds, fc.uuid(), fc.integer({ min: 2, max: 99 }), (kind, secret, seq) => {
        const revises = kind === 'edit' || kind === 'withdrawal' ? 1 : null;
        const file = { id, name: `${secret}.pdf`, mime: 'x', size: 1, createdAt: '2026-11-26T00:00:00.000Z' };
        const seen = withheld(entry({ kind, seq, revises, text: secret, file }));
        expect(JSON.stringify(seen)).not.toContain(secret);
        expect(JSON.stringify(seen)).not.toContain('花子');
        expect(message.parse(seen)).toMatchObject({ seq, revises });
      }),
    );
  });

  it('is the only thing that anybody is kept from', () => {
    const open = entry({ data: { language: 'ja' } });
    for (const role of roomRole.options) expect(asSeenBy(role, open)).toBe(open);
  });
});
