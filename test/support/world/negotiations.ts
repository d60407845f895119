import { randomUUID } from 'node:crypto';
import type { Caller, People } from './people.js';
import { withParams, type Request } from './request.js';
import type { Things } from './things.js';

export function negotiationRequests(
  { spareMember, spareStaff, firm }: People,
  { talks, roomFileId }: Things,
): Record<string, Request> {
  const room = { params: talks.params };
  const isStaff = ({ role }: Caller) => role === 'coordinator' || role === 'secretary';
  const leaving = ({ side, person }: Caller) => (side === 'own' ? person?.id : firm.owner.id);
  return {
    'negotiations.list': {},
    'negotiations.get': room,
    'negotiations.messages': room,
    'negotiations.post': () => ({ ...room, body: { clientId: randomUUID(), text: 'こんにちは' } }),
    'negotiations.read': { ...room, body: { seq: 1 } },
    'negotiations.attach': () => ({
      ...room,
      body: { clientId: randomUUID() },
      file: { name: 'b.txt', bytes: Buffer.from('text') },
    }),
    'negotiations.file': { params: { ...talks.params, fileId: roomFileId } },
    'negotiations.colleagues': room,
    'negotiations.addMember': (caller: Caller) => ({
      ...room,
      body: { userId: isStaff(caller) ? spareStaff.id : spareMember.id },
    }),
    'negotiations.removeMember': (caller: Caller) => withParams({ ...talks.params, userId: leaving(caller) }),
    'negotiations.close': { ...room, body: { reason: '条件が合わず' } },
  };
}
