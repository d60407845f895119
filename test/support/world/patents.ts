import { somePatent } from '../orders.js';
import type { Request } from './request.js';
import type { Things } from './things.js';

export function patentRequests({ patent, patentDraft }: Things): Record<string, Request> {
  const published = { params: { id: patent.id }, version: patent.version };
  return {
    'patents.list': {},
    'patents.create': { body: somePatent() },
    'patents.get': published,
    'patents.update': { ...published, body: somePatent({ title: '改題' }) },
    'patents.publish': { params: { id: patentDraft.id }, version: patentDraft.version },
    'patents.withdraw': { ...published, body: { reason: '自社で実施' } },
    'patents.showInterest': { ...published, body: { reason: '使いたい' } },
    'patents.dropInterest': published,
    'patents.interests': published,
  };
}
