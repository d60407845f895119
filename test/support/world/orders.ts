import { someOrder } from '../orders.js';
import type { Request } from './request.js';
import type { Things } from './things.js';

export function orderRequests({ order, draft, attachmentId }: Things): Record<string, Request> {
  const published = { params: { id: order.id }, version: order.version };
  const unpublished = { params: { id: draft.id }, version: draft.version };
  const attached = { params: { id: order.id, fileId: attachmentId } };
  return {
    'orders.list': {},
    'orders.create': { body: someOrder() },
    'orders.get': published,
    'orders.updateDraft': { ...unpublished, body: someOrder({ title: '改題' }) },
    'orders.publish': unpublished,
    'orders.amend': { ...published, body: { content: someOrder(), reason: '訂正' } },
    'orders.close': { ...published, body: { outcome: 'not-placed', reason: '' } },
    'orders.cancel': { ...published, body: { reason: '中止' } },
    'orders.revisions': published,
    'orders.attach': { ...published, file: { name: 'b.txt', bytes: Buffer.from('text') } },
    'orders.detach': attached,
    'orders.attachment': attached,
  };
}
