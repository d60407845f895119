import { z } from 'zod';
import { defineEvent } from '#platform/events/index.js';

/** People have something new to read. */
export const notificationsCreated = defineEvent(
  'notification.created',
  z.object({ userIds: z.array(z.uuid()) }),
);
