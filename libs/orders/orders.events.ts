import { z } from 'zod';
import { defineEvent } from '#platform/events/index.js';

const revision = z.object({ orderId: z.uuid(), revision: z.int() });

export const orderCreated = defineEvent('order.created', revision);
export const orderPublished = defineEvent('order.published', revision);
/** A new revision: candidates are sought again, and offers made on an older one must be confirmed. */
export const orderAmended = defineEvent('order.amended', revision);
export const orderEnded = defineEvent(
  'order.ended',
  z.object({ orderId: z.uuid(), state: z.enum(['closed', 'cancelled']) }),
);
