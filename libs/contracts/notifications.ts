import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { bothLanguages, byId, id, instant, pageOf, pageQuery } from './shapes.js';

/** What a person is told. The words come with each notification. */
export const notificationKind = z.enum([
  'company-registered',
  'company-approved',
  'company-rejected',
  'candidates-found',
  'opportunity-found',
  'patent-interest',
  'introduction-proposed',
  'introduction-reminder',
  'introduction-consented',
  'introduction-declined',
  'introduction-expired',
  'introduction-withdrawn',
  'team-invited',
  'team-asked',
  'team-recomposed',
  'team-completed',
  'team-broken',
  'room-opened',
  'message-received',
  'mentioned',
  'offer-made',
  'offer-withdrawn',
  'offer-declined',
  'offer-expired',
  'offer-outdated',
  'agreement-made',
  'agreement-signed',
  'agreement-in-force',
  'minutes-to-confirm',
  'minutes-confirmed',
  'document-added',
  'document-revised',
  'nda-accepted',
  'nda-in-force',
  'room-closed',
  'appointment-proposed',
  'appointment-move-asked',
  'appointment-confirmed',
  'appointment-moved',
  'appointment-cancelled',
  'appointment-day',
  'appointment-soon',
  'import-finished',
  'meeting-registered',
  'meeting-withdrawn',
  'meeting-let-in',
  'meeting-waitlisted',
  'meeting-declined',
  'meeting-wishes-open',
  'meeting-timetable',
  'meeting-added',
  'meeting-moved',
  'meeting-cancelled',
  'meeting-event-cancelled',
  'fair-questionnaire',
  'fair-questionnaire-again',
  'fair-inquiry',
  'fair-contact-withdrawn',
]);
export type NotificationKind = z.infer<typeof notificationKind>;

export const notification = z.object({
  id,
  kind: notificationKind,
  /** What it says, in both languages; never more than the reader may know. */
  words: bothLanguages,
  /** Path in the web app. */
  link: z.string(),
  readAt: instant.nullable(),
  createdAt: instant,
});
export type Notification = z.infer<typeof notification>;

export const notificationsApi = {
  list: endpoint({
    method: 'GET',
    path: '/notifications',
    access: 'signed-in',
    summary: 'Own notifications, newest first',
    query: pageQuery.extend({ unread: z.stringbool().default(false) }),
    response: pageOf(notification).extend({ unread: z.int() }),
  }),
  read: endpoint({
    method: 'POST',
    path: '/notifications/:id/read',
    access: 'signed-in',
    summary: 'Marks one as read',
    params: byId,
  }),
  readAll: endpoint({
    method: 'POST',
    path: '/notifications/read',
    access: 'signed-in',
    summary: 'Marks all as read',
  }),
};
